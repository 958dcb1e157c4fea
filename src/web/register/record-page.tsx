// What stands at a record's own address?
import { Link, useParams } from 'react-router';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { mayRead } from '../../domain/access/access.ts';
import { findKind } from '../../domain/kind.ts';
import { NotFound } from '../shell/not-found.tsx';
import { RecordView } from './record-view.tsx';

/** Kinds worked on at a desk of their own. */
const DESKS: Readonly<Record<string, string>> = { clue: '/clue', case: '/case' };

export function RecordPage() {
  const say = useSay();
  const text = useText();
  const { actor } = useSession();
  const params = useParams();
  const kind = findKind(params['kind'] ?? '');
  if (!kind || !params['id']) return <NotFound />;
  if (!mayRead(actor, kind)) return <EmptyState title={text('problem.noRight')} />;
  return (
    <>
      <p className="no-print crumb">
        <Link to={DESKS[kind.name] ?? `/record/${kind.name}`}>← {say(kind.label)}</Link>
      </p>
      <div className="card">
        <RecordView key={params['id']} kind={kind} id={params['id']} />
      </div>
    </>
  );
}
