// How far is each campaign, and what belongs to the one opened?
import { PlusOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import { useSearchParams } from 'react-router';
import { formatDayText, today } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';
import { LinkButton } from '../overview/link-button.tsx';
import { progressOf } from '../overview/morning.ts';
import { CampaignDetail } from './campaign-detail.tsx';
import { CampaignState } from './campaign-state.tsx';
import '../figure/figure.css';
import '../overview/overview.css';
import './campaign.css';

/** The campaign under way, else the newest. */
function firstOf(rows: readonly RecordOnWire[]): RecordOnWire | undefined {
  const day = today();
  const running = (row: RecordOnWire) =>
    String(row.values['from']) <= day && day <= String(row.values['until']);
  return rows.find(running) ?? rows[0];
}

export function CampaignPage() {
  const text = useText();
  const { county, actor } = useSession();
  const [search, setSearch] = useSearchParams();
  const query = useCall('records', {
    params: { county, kind: 'campaign' },
    query: { limit: 100, sort: 'from', desc: true },
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Spin className="page-spin" />;
  const { rows, names } = query.data;
  const asked = search.get('id');
  const chosen = rows.find((row) => row.id === asked) ?? firstOf(rows);
  const add = mayWrite(actor, getKind('campaign')) && (
    <LinkButton to="/record/campaign?new=1" icon={<PlusOutlined />}>
      {text('campaign.new')}
    </LinkButton>
  );
  if (!chosen)
    return <EmptyState title={text('campaign.none')} hint={text('campaign.noneHint')} action={add} />;
  return (
    <>
      <div className="page-head">
        <h2>{text('campaign.title')}</h2>
        <span className="grow" />
        {add}
      </div>
      <div className="campaign-page">
        <nav className="campaign-list" aria-label={text('campaign.title')}>
          {rows.map((row) => (
            <CampaignCard
              key={row.id}
              row={row}
              on={row.id === chosen.id}
              open={() =>
                setSearch((now) => {
                  now.set('id', row.id);
                  return now;
                })
              }
            />
          ))}
        </nav>
        <CampaignDetail key={chosen.id} row={chosen} names={names} />
      </div>
    </>
  );
}

function CampaignCard(props: {
  readonly row: RecordOnWire;
  readonly on: boolean;
  readonly open: () => void;
}) {
  const { row, on, open } = props;
  const language = useLanguage();
  const { from, until, name } = row.values as { from: string; until: string; name: string };
  const { share } = progressOf(from, until, today());
  return (
    <button type="button" className={on ? 'on' : ''} aria-current={on} onClick={open}>
      <b>{name}</b>
      <span className="quiet num">
        {formatDayText(from, language)}—{formatDayText(until, language)}
      </span>
      <span className="gauge" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <CampaignState from={from} until={until} />
    </button>
  );
}
