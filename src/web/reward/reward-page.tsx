// Which rewards wait for what? To propose, to approve, to be picked up, paid; and the ways to counter and books.
import { BookOutlined, GiftOutlined, TableOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { type Actor, has, mayRead } from '../../domain/access/access.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import type { RewardFacts } from '../../domain/reward/procedure.ts';
import { reward } from '../../domain/reward/reward.ts';
import '../clue/clue.css';
import '../figure/figure.css';
import '../procedure/procedure.css';
import { RecordView } from '../register/record-view.tsx';
import { CandidateList } from './candidate-list.tsx';
import './reward.css';
import { RewardList } from './reward-list.tsx';

const KIND: Kind = reward;
const PAGE = 50;

/** Tab → states asked for; the first asks for clues instead. */
const TABS = {
  candidate: null,
  approval: 'proposed,approvedOnce',
  payable: 'payable',
  paid: 'paid',
  other: 'refused,cancelled,expired',
} as const;
type TabKey = keyof typeof TABS;
const isTab = (key: string | null): key is TabKey => key !== null && Object.hasOwn(TABS, key);

export type RewardRow = ReplyOf<'work'>['rows'][number];

/** Whether this person is the one to approve next, as far as the list can tell; the action decides. */
function awaits(actor: Actor, { row, status, facts }: RewardRow): boolean {
  const approver = actor.roles.some((role) => role === 'leader' || role === 'reviewer');
  const { approvers = [] } = (facts ?? {}) as Partial<RewardFacts>;
  return (
    approver && !approvers.includes(actor.account) && !(status === 'proposed' && row.by === actor.account)
  );
}

export function RewardPage() {
  const text = useText();
  const { actor, county } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const first: TabKey = has(actor, 'reward.propose') ? 'candidate' : 'approval';
  const tab = isTab(asked) ? asked : first;
  const counts = useCall('work', {
    params: { county, kind: 'reward' },
    query: { status: 'none', limit: 1 },
  });
  const candidates = useCall('rewardCandidates', { params: { county }, query: { limit: 1 } });
  if (!mayRead(actor, KIND)) return <EmptyState title={text('problem.noRight')} />;
  const set = (key: string, value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(key);
      else now.set(key, value);
      return now;
    });
  const status = counts.data?.counts.status ?? {};
  const numbers: Partial<Record<TabKey, number>> = {
    ...(candidates.data ? { candidate: candidates.data.total } : {}),
    approval: (status['proposed'] ?? 0) + (status['approvedOnce'] ?? 0),
    payable: status['payable'] ?? 0,
  };
  return (
    <>
      <Head />
      <div className="inbox-tabs" role="tablist" aria-label={text('reward.title')}>
        {(Object.keys(TABS) as TabKey[]).map((key) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={tab === key}
            className={tab === key ? 'on' : ''}
            onClick={() => set('tab', key)}
          >
            {text(`reward.tab.${key}`)}
            {numbers[key] !== undefined && <b className="num">{numbers[key]}</b>}
          </button>
        ))}
      </div>
      {tab === 'candidate' ? (
        <CandidateList />
      ) : (
        <Rewards key={tab} tab={tab} open={(id) => set('open', id)} />
      )}
      <RewardDrawer id={search.get('open')} close={() => set('open', null)} />
    </>
  );
}

function Head() {
  const text = useText();
  const { actor } = useSession();
  return (
    <div className="page-head">
      <h2>{text('reward.title')}</h2>
      <span className="grow" />
      <Link to="/record/reward">
        <Button icon={<TableOutlined />} tabIndex={-1}>
          {text('reward.all')}
        </Button>
      </Link>
      <Link to="/reward/book">
        <Button icon={<BookOutlined />} tabIndex={-1}>
          {text('reward.book')}
        </Button>
      </Link>
      {has(actor, 'reward.pay') && (
        <Link to="/reward/counter">
          <Button type="primary" icon={<GiftOutlined />} tabIndex={-1}>
            {text('reward.counter')}
          </Button>
        </Link>
      )}
    </div>
  );
}

function Rewards(props: { readonly tab: Exclude<TabKey, 'candidate'>; readonly open: (id: string) => void }) {
  const { tab, open } = props;
  const text = useText();
  const { actor, county } = useSession();
  const approves = actor.roles.some((role) => role === 'leader' || role === 'reviewer');
  const [mine, setMine] = useState(approves);
  const query = useInfiniteQuery({
    queryKey: ['work', { params: { county, kind: 'reward' }, tab }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'work'>> =>
      call(
        'work',
        {
          params: { county, kind: 'reward' },
          query: { status: TABS[tab], limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const narrowed = tab === 'approval' && approves && mine;
  const all = (query.data?.pages ?? []).flatMap((page) => page.rows);
  const rows = narrowed ? all.filter((row) => awaits(actor, row)) : all;
  const names = Object.assign({}, ...(query.data?.pages ?? []).map((page) => page.names)) as Record<
    string,
    string
  >;
  return (
    <>
      {tab === 'approval' && approves && (
        <p className="inbox-narrow">
          <Checkbox checked={mine} onChange={(event) => setMine(event.target.checked)}>
            {text('reward.mine')}
          </Checkbox>
        </p>
      )}
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {rows.length === 0 && !query.isPending && !query.error ? (
        <EmptyState
          title={text(narrowed ? 'reward.mineNone' : `reward.empty.${tab}`)}
          hint={text(narrowed ? 'reward.mineHint' : `reward.empty.${tab}Hint`)}
        />
      ) : (
        <RewardList rows={rows} names={names} open={open} />
      )}
      {query.hasNextPage && (
        <div className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('common.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function RewardDrawer(props: { readonly id: string | null; readonly close: () => void }) {
  const { id, close } = props;
  const text = useText();
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      size={760}
      title={say(KIND.label)}
      destroyOnHidden
      extra={
        <Button type="link" onClick={() => void navigate(`/record/reward/${id}`)}>
          {text('register.fullPage')}
        </Button>
      }
    >
      {id && <RecordView key={id} kind={KIND} id={id} />}
    </Drawer>
  );
}
