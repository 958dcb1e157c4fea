// Which records refer to this one?
import { Link } from 'react-router';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { mayRead } from '../../domain/access/access.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { EVERY_KIND } from '../../domain/kind.ts';

interface Referrer {
  readonly kind: Kind;
  readonly field: string;
}

/** A case is referred to by a handful of kinds, an agency by nearly all: beyond this many a list would say nothing. */
const MOST = 12;

function referrersOf(kind: Kind): Referrer[] {
  return EVERY_KIND.flatMap((other) =>
    Object.entries(other.fields).flatMap(([name, field]) =>
      (field.type === 'ref' || field.type === 'refs') && field.kind === kind.name
        ? [{ kind: other, field: name }]
        : [],
    ),
  );
}

export function Related(props: { readonly kind: Kind; readonly id: string }) {
  const text = useText();
  const { actor } = useSession();
  const all = referrersOf(props.kind).filter((referrer) => mayRead(actor, referrer.kind));
  if (all.length === 0 || all.length > MOST) return null;
  return (
    <section className="related no-print" aria-label={text('record.related')}>
      {all.map((referrer) => (
        <RelatedLink key={`${referrer.kind.name}.${referrer.field}`} referrer={referrer} id={props.id} />
      ))}
    </section>
  );
}

function RelatedLink(props: { readonly referrer: Referrer; readonly id: string }) {
  const { kind, field } = props.referrer;
  const say = useSay();
  const { county } = useSession();
  const query = useCall('records', {
    params: { county, kind: kind.name },
    query: { where: JSON.stringify({ [field]: [props.id] }), limit: 1 },
  });
  const total = query.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <Link to={`/record/${kind.name}?f.${field}=${props.id}`}>
      {say(kind.label)} <b className="num">{total}</b>
    </Link>
  );
}
