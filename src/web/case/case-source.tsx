// Where did this case come from: which clue or visit, and which led to which?
import type { ReactNode } from 'react';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { clueProcedure } from '../../domain/clue/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { ClueSource } from '../clue/clue-source.tsx';

export function CaseSource(props: { readonly id: string; readonly values: Values }) {
  const { id, values } = props;
  const text = useText();
  const { clue, inspection } = values as { clue?: string; inspection?: string };
  if (!clue && !inspection) return <p className="quiet">{text('case.noSource')}</p>;
  return (
    <section className="case-part">
      <ul className="case-lines">
        {clue && <ClueLine clue={clue} about={id} />}
        {inspection && <VisitLine inspection={inspection} />}
      </ul>
      {clue && <ClueSource id={clue} merged={[]} />}
    </section>
  );
}

/** Its link says the direction; a ledger's row that only names the clue says none, and none is made up. */
function ClueLine(props: { readonly clue: string; readonly about: string }) {
  const { clue, about } = props;
  const text = useText();
  const say = useSay();
  const county = useCounty();
  const params = { county, kind: 'clue', id: clue };
  const record = useCall('record', { params });
  const progress = useCall('progress', { params });
  const links = (progress.data?.facts as ClueFacts | undefined)?.links ?? [];
  const link = links.find((each) => each.id === about);
  const status = clueProcedure.statuses.find(({ code }) => code === progress.data?.status);
  return (
    <SourceLine kind="clue" id={clue} row={record.data}>
      <span className="mark calm">{text(link ? `clue.link.${link.direction}` : 'case.undirected')}</span>
      {status && <span className="quiet">{say(status.label)}</span>}
    </SourceLine>
  );
}

function VisitLine(props: { readonly inspection: string }) {
  const county = useCounty();
  const text = useText();
  const record = useCall('record', { params: { county, kind: 'inspection', id: props.inspection } });
  return (
    <SourceLine kind="inspection" id={props.inspection} row={record.data}>
      <span className="mark calm">{text('case.foundByVisit')}</span>
    </SourceLine>
  );
}

function SourceLine(props: {
  readonly kind: string;
  readonly id: string;
  readonly row: { row: { no: string; values: unknown }; names: Readonly<Record<string, string>> } | undefined;
  readonly children: ReactNode;
}) {
  const { kind, id, row } = props;
  const say = useSay();
  const language = useLanguage();
  if (!row) return null;
  const values = row.row.values as Values;
  const about = getKind(kind);
  const title = titleOf(about, values, new Map(Object.entries(row.names)), language);
  return (
    <li>
      <span className="quiet">{say(about.label)}</span>
      <RecordLink kind={kind} id={id}>
        {row.row.no}
      </RecordLink>
      <span>{title}</span>
      {typeof values[about.day] === 'string' && (
        <span className="quiet num">{formatDayText(String(values[about.day]), language)}</span>
      )}
      {props.children}
    </li>
  );
}
