// Which cases wait for what, whose are they, and what is due? One desk for the whole course of a case.
import { DownloadOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, urlOf } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { recordPath } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { has, mayRead, mayWrite } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';
import '../clue/clue.css';
import '../procedure/procedure.css';
import { WorkTabs } from '../procedure/work-tabs.tsx';
import { FilterBar } from '../register/filter-bar.tsx';
import { isFiltered, type ListState, queryOf, useListState } from '../register/list-state.ts';
import { NewRecord } from '../register/new-record.tsx';
import { SavedViews } from '../register/saved-view.tsx';
import './case.css';
import { CaseList } from './case-list.tsx';
import { askedOf, countIn, DESK_TABS, type DeskState, useDeskState } from './desk-state.ts';

const KIND = getKind('case');
const PAGE = 50;

function useWork(desk: DeskState, list: ListState) {
  const { county } = useSession();
  const { sort: _sort, desc: _desc, ...filter } = queryOf(list, KIND);
  const near = desk.soon && desk.tab !== 'overdue' && desk.tab !== 'ended';
  const query = {
    ...filter,
    ...askedOf(desk.tab),
    ...(desk.mine ? { mine: true } : {}),
    ...(near ? { due: 'soon' as const } : {}),
  };
  return useInfiniteQuery({
    queryKey: ['work', { params: { county, kind: 'case' }, query }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'work'>> =>
      call(
        'work',
        {
          params: { county, kind: 'case' },
          query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function CaseDesk() {
  const text = useText();
  const { actor } = useSession();
  if (!mayRead(actor, KIND)) return <EmptyState title={text('problem.noRight')} />;
  return <Desk />;
}

function Desk() {
  const text = useText();
  const navigate = useNavigate();
  const [desk, set] = useDeskState();
  const [list, setList, clear] = useListState(KIND);
  const query = useWork(desk, list);
  const first = query.data?.pages[0];
  const rows = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.rows), [query.data]);
  const names: Record<string, string> = Object.assign(
    {},
    ...(query.data?.pages ?? []).map((page) => page.names),
  );
  learnNames(names);
  return (
    <>
      <DeskHead list={list} />
      <DeskTabs desk={desk} counts={first?.counts ?? null} set={set} />
      <FilterBar kind={KIND} state={list} set={setList} clear={clear} />
      <div className="inbox-narrow">
        <Checkbox
          checked={desk.mine}
          onChange={(event) => set({ mine: event.target.checked })}
          title={text('case.mineHint')}
        >
          {text('inbox.mine')}
        </Checkbox>
        {desk.tab !== 'overdue' && desk.tab !== 'ended' && (
          <Checkbox checked={desk.soon} onChange={(event) => set({ soon: event.target.checked })}>
            {text('inbox.soon')}
          </Checkbox>
        )}
        <span className="quiet inbox-keys">{text('inbox.keys')}</span>
      </div>
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {/* What could not be read is not said to be empty. */}
      {rows.length === 0 && query.isSuccess && (
        <Nothing desk={desk} filtered={isFiltered(list) || desk.soon} all={() => set({ mine: false })} />
      )}
      {rows.length > 0 && (
        <CaseList rows={rows} names={names} open={(id) => void navigate(recordPath('case', id))} />
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

function DeskHead(props: { readonly list: ListState }) {
  const text = useText();
  const say = useSay();
  const narrow = useNarrow();
  const { actor, county } = useSession();
  const [search, setSearch] = useSearchParams();
  const creating = search.get('new') === '1';
  const put = (on: boolean) =>
    setSearch((now) => {
      if (on) now.set('new', '1');
      else now.delete('new');
      return now;
    });
  return (
    <div className="page-head">
      <h2>{text('case.desk')}</h2>
      <span className="grow" />
      {!narrow && <SavedViews kind="case.desk" />}
      <Link to="/record/case">
        <Button icon={<TableOutlined />} tabIndex={-1} aria-label={text('inbox.all')}>
          {!narrow && text('inbox.all')}
        </Button>
      </Link>
      {has(actor, 'export') && !narrow && (
        <Button
          icon={<DownloadOutlined />}
          href={urlOf('exportRecords', {
            params: { county, kind: 'case' },
            query: queryOf(props.list, KIND),
          })}
          download
        >
          {text('register.export')}
        </Button>
      )}
      {mayWrite(actor, KIND) && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => put(true)}>
          {text('register.new', { kind: say(KIND.label) })}
        </Button>
      )}
      <Drawer
        open={creating}
        onClose={() => put(false)}
        size={760}
        title={text('register.new', { kind: say(KIND.label) })}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {creating && <NewRecord kind={KIND} close={() => put(false)} />}
      </Drawer>
    </div>
  );
}

function DeskTabs(props: {
  readonly desk: DeskState;
  readonly counts: ReplyOf<'work'>['counts'] | null;
  readonly set: (patch: Partial<DeskState>) => void;
}) {
  const { desk, counts, set } = props;
  const text = useText();
  const tabs = DESK_TABS.map((key) => ({
    ...{ key, label: text(`case.tab.${key}`), late: key === 'overdue' },
    n: counts && countIn(key, counts),
  }));
  return <WorkTabs label={text('case.desk')} tabs={tabs} on={desk.tab} go={(tab) => set({ tab })} />;
}

function Nothing(props: { readonly desk: DeskState; readonly filtered: boolean; readonly all: () => void }) {
  const { desk, filtered } = props;
  const text = useText();
  if (filtered) return <EmptyState title={text('register.noMatch')} hint={text('register.noMatchHint')} />;
  if (desk.mine)
    return (
      <EmptyState
        title={text('case.empty.mine')}
        hint={text('case.mineHint')}
        action={<Button onClick={props.all}>{text('case.showAll')}</Button>}
      />
    );
  return <EmptyState title={text('case.empty')} hint={text(`case.empty.${desk.tab}`)} />;
}
