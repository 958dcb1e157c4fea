// What does the leading group see each morning?
import { Select, Spin } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDayText, today } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { yearOf } from '../../domain/kernel/day.ts';
import { FigureDrawer, type OpenFigure } from '../figure/figure-drawer.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Headlines } from './headlines.tsx';
import { LinkButton } from './link-button.tsx';
import { type Morning, useMorning } from './morning.ts';
import { OwedCard } from './owed-card.tsx';
import { useShortName } from './short-name.ts';
import { SweepTable } from './sweep-table.tsx';
import { TrendCard } from './trend-card.tsx';
import '../figure/figure.css';
import './overview.css';

export function Overview() {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const choice = search.get('campaign');
  const { morning, error, retry } = useMorning(choice);
  const [opened, setOpened] = useState<OpenFigure | null>(null);
  const choose = (next: string | null) =>
    setSearch((now) => {
      if (next) now.set('campaign', next);
      else now.delete('campaign');
      return now;
    });
  if (error && !morning) return <ProblemNotice error={error} retry={retry} />;
  if (!morning) return <Spin className="page-spin" />;
  if (morning.bare) return <FirstSteps />;
  const open = (id: string) => setOpened({ id, scope: morning.scope });
  return (
    <div className="overview">
      <OverviewHead morning={morning} choose={choose} />
      {error ? <ProblemNotice error={error} retry={retry} /> : null}
      <Headlines morning={morning} open={open} />
      <div className="overview-grid">
        <div>
          <section className="card">
            <h3 className="card-head">
              {text('overview.sweep')}
              <Link to="/map?kinds=venue">{text('overview.openMap')}</Link>
            </h3>
            {morning.sweep.length > 0 ? (
              <SweepTable rows={morning.sweep} share={morning.progress?.share ?? null} open={open} />
            ) : (
              <EmptyState
                title={text('overview.noVenue')}
                hint={text('overview.noVenueHint')}
                action={<Link to="/import">{text('nav.import')}</Link>}
              />
            )}
          </section>
          <TrendCard until={morning.scope.until} />
        </div>
        <OwedCard owed={morning.owed} />
      </div>
      <FigureDrawer open={opened} close={() => setOpened(null)} />
    </div>
  );
}

function OverviewHead(props: {
  readonly morning: Morning;
  readonly choose: (choice: string | null) => void;
}) {
  const { morning, choose } = props;
  const { campaign } = morning;
  const text = useText();
  const language = useLanguage();
  return (
    <div className="page-head overview-head">
      <div className="grow">
        <h2>
          {campaign ? (
            <RecordLink kind="campaign" id={campaign.id}>
              {String(campaign.values['name'])}
            </RecordLink>
          ) : (
            text('overview.year', { year: yearOf(today()) })
          )}
        </h2>
        <p className="sub">
          {campaign ? (
            <CampaignLine morning={morning} />
          ) : (
            `${formatDayText(morning.scope.from, language)} — ${formatDayText(morning.scope.until, language)}`
          )}
        </p>
      </div>
      <CampaignSwitch morning={morning} choose={choose} />
      <LinkButton to="/wall" className="no-print">
        {text('overview.wall')}
      </LinkButton>
    </div>
  );
}

/** '9月5日—2027年1月3日 · 第81天 / 共121天 · 自然资源局牵头，公安局、市场监督管理局联合'. */
export function CampaignLine(props: { readonly morning: Morning }) {
  const { campaign, names, progress } = props.morning;
  const text = useText();
  const language = useLanguage();
  const short = useShortName();
  if (!campaign) return null;
  const values = campaign.values as {
    from: string;
    until: string;
    agency?: string;
    jointAgencies?: string[];
  };
  const joint = (values.jointAgencies ?? [])
    .map((id) => short(names[id] ?? ''))
    .filter((name) => name !== '');
  const ended = values.until < today();
  const parts = [
    `${formatDayText(values.from, language)}—${formatDayText(values.until, language)}`,
    progress && !ended ? text('overview.dayOf', { day: progress.day, days: progress.days }) : '',
    ended ? text('campaign.ended') : '',
    [
      values.agency ? text('overview.lead', { agency: short(names[values.agency] ?? '') }) : '',
      joint.length > 0
        ? text('overview.joint', { agencies: joint.join(language === 'zh' ? '、' : ', ') })
        : '',
    ]
      .filter((part) => part !== '')
      .join(language === 'zh' ? '，' : ', '),
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

function CampaignSwitch(props: {
  readonly morning: Morning;
  readonly choose: (choice: string | null) => void;
}) {
  const { morning, choose } = props;
  const county = useCounty();
  const text = useText();
  const query = useCall('records', {
    params: { county, kind: 'campaign' },
    query: { limit: 50, sort: 'from', desc: true },
  });
  const options = [
    ...(query.data?.rows ?? []).map((row) => ({ value: row.id, label: String(row.values['name']) })),
    { value: 'year', label: text('overview.thisYearOption', { year: yearOf(today()) }) },
  ];
  if (options.length < 2) return null;
  return (
    <Select
      className="no-print overview-switch"
      aria-label={text('overview.switch')}
      value={morning.campaign?.id ?? 'year'}
      options={options}
      onChange={choose}
    />
  );
}
