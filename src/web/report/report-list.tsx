// Which summaries are there, and how is a new one begun?
import { PlusOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { formatDayText, formatInstant } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReportOnWire } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { NewReport } from './new-report.tsx';
import '../figure/figure.css';
import './report.css';

export function ReportList() {
  const text = useText();
  const { county, actor } = useSession();
  const [search, setSearch] = useSearchParams();
  const query = useCall('reports', { params: { county } });
  const may = has(actor, 'report.write');
  const open = (on: boolean) =>
    setSearch((now) => {
      if (on) now.set('new', '1');
      else {
        now.delete('new');
        now.delete('campaign');
      }
      return now;
    });
  const rows = query.data?.reports ?? [];
  const begin = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => open(true)}>
      {text('report.new')}
    </Button>
  );
  return (
    <>
      <div className="page-head">
        <h2>{text('report.title')}</h2>
        <span className="sub">{text('report.sub')}</span>
        <span className="grow" />
        {rows.length > 0 && begin}
      </div>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending && <Spin className="page-spin" />}
      {query.data && rows.length === 0 && (
        <EmptyState title={text('report.none')} hint={text('report.noneHint')} action={begin} />
      )}
      {rows.length > 0 && <Rows rows={rows} />}
      {may && search.get('new') && <NewReport campaign={search.get('campaign')} close={() => open(false)} />}
    </>
  );
}

function Rows(props: { readonly rows: readonly ReportOnWire[] }) {
  const text = useText();
  const language = useLanguage();
  const period = (row: ReportOnWire) =>
    `${formatDayText(row.scope.from ?? '', language)} — ${formatDayText(row.scope.until ?? '', language)}`;
  return (
    <section className="card">
      <table className="plain report-rows">
        <thead>
          <tr>
            <th>{text('report.column.title')}</th>
            <th className="wide">{text('report.column.outline')}</th>
            <th className="wide">{text('report.column.period')}</th>
            <th>{text('report.column.status')}</th>
            <th className="wide">{text('report.column.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/report/${row.id}`}>{row.title}</Link>
                <br />
                <span className="quiet num">{row.no}</span>
              </td>
              <td className="wide">{text(`report.outline.${row.outline}`)}</td>
              <td className="wide num">{period(row)}</td>
              <td>
                <span
                  className={`mark ${row.status === 'signed' ? 'good' : row.status === 'draft' ? 'soon' : 'calm'}`}
                >
                  {text(`report.status.${row.status}`)}
                </span>
              </td>
              <td className="wide num quiet">{formatInstant(row.updatedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
