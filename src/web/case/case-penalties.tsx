// Who was penalised in this case, by which decision, how much, and was it paid?
import { Skeleton } from 'antd';
import { formatDayText, formatMoney } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { penalty } from '../../domain/case/case.ts';

export function CasePenalties(props: { readonly row: RecordOnWire }) {
  const text = useText();
  const county = useCounty();
  const query = useCall('records', {
    params: { county, kind: 'penalty' },
    query: { where: JSON.stringify({ case: [props.row.id] }), limit: 100 },
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 2 }} />;
  const { rows } = query.data;
  return (
    <section className="case-part">
      <p className="quiet">{text(rows.length === 0 ? 'case.noPenalty' : 'case.penaltyHint')}</p>
      <ul className="case-lines">
        {rows.map((row) => (
          <PenaltyLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function PenaltyLine(props: { readonly row: RecordOnWire }) {
  const { row } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { day, docNo, penaltyKind, party, fine, confiscated, paidOn } = row.values as Record<string, unknown>;
  const kind = penalty.fields.penaltyKind.codes.find(({ code }) => code === penaltyKind);
  return (
    <li>
      <RecordLink kind="penalty" id={row.id}>
        {String(docNo ?? row.no)}
      </RecordLink>
      <span>{String(party)}</span>
      <span className="quiet">
        {[kind && say(kind.label), formatDayText(String(day), language), confiscated]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {typeof fine === 'number' && (
        <span className={typeof paidOn === 'string' ? 'mark ok' : 'mark soon'}>
          {typeof paidOn === 'string'
            ? text('case.paid', { day: formatDayText(paidOn, language) })
            : text('case.unpaid')}
        </span>
      )}
      <span className="num">{typeof fine === 'number' ? formatMoney(fine, language) : '—'}</span>
    </li>
  );
}
