// Which clues wait for what? One inbox: to assign, in hand, overdue, to answer, settled.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { mayRead } from '../../domain/access/access.ts';
import { clue } from '../../domain/clue/clue.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import '../procedure/procedure.css';
import { FilterBar } from '../register/filter-bar.tsx';
import { isFiltered, type ListState, queryOf, useListState } from '../register/list-state.ts';
import { NewRecord } from '../register/new-record.tsx';
import { RecordView } from '../register/record-view.tsx';
import { BulkAssign } from './bulk-assign.tsx';
import './clue.css';
import { InboxHead, InboxTabs, Narrowing } from './inbox-head.tsx';
import { InboxList } from './inbox-list.tsx';
import { ASKED, handsOut, type InboxState, useInboxState } from './inbox-state.ts';

const KIND: Kind = clue;
const PAGE = 50;

export type WorkRow = ReplyOf<'work'>['rows'][number];

function useWork(inbox: InboxState, list: ListState) {
  const { county } = useSession();
  const { sort: _sort, desc: _desc, ...filter } = queryOf(list, KIND);
  const query = {
    ...filter,
    ...ASKED[inbox.tab],
    ...(inbox.mine ? { mine: true } : {}),
    ...(inbox.soon && inbox.tab !== 'overdue' ? { due: 'soon' as const } : {}),
    ...(inbox.officer ? { officer: inbox.officer } : {}),
  };
  return useInfiniteQuery({
    queryKey: ['work', { params: { county, kind: 'clue' }, query }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'work'>> =>
      call(
        'work',
        {
          params: { county, kind: 'clue' },
          query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function ClueInbox() {
  const text = useText();
  const { actor } = useSession();
  if (!mayRead(actor, KIND)) return <EmptyState title={text('problem.noRight')} />;
  return <Inbox />;
}

function Inbox() {
  const text = useText();
  const { actor } = useSession();
  const [inbox, set] = useInboxState();
  const [list, setList, clear] = useListState(KIND);
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [assigning, setAssigning] = useState(false);
  const query = useWork(inbox, list);
  const pages = query.data?.pages ?? [];
  const rows = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.rows), [query.data]);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  learnNames(names);
  const open = (key: 'open' | 'new', value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(key);
      else now.set(key, value);
      return now;
    });
  const mayChoose = inbox.tab === 'received' && handsOut(actor);
  const picked = rows.filter((each) => chosen.includes(each.row.id));
  return (
    <>
      <InboxHead list={list} create={() => open('new', '1')} />
      <InboxTabs
        inbox={inbox}
        counts={pages[0]?.counts ?? null}
        go={(tab) => {
          setChosen([]);
          set({ tab });
        }}
      />
      <FilterBar kind={KIND} state={list} set={setList} clear={clear} />
      <Narrowing inbox={inbox} set={set} chooses={mayChoose} />
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {mayChoose && chosen.length > 0 && (
        <div className="inbox-bulk">
          <span>{text('inbox.chosen', { n: chosen.length })}</span>
          <Button type="primary" onClick={() => setAssigning(true)}>
            {text('inbox.assignAll')}
          </Button>
          <Button type="text" onClick={() => setChosen([])}>
            {text('common.cancel')}
          </Button>
        </div>
      )}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {/* What could not be read is not said to be empty. */}
      {rows.length === 0 && query.isSuccess && (
        <Nothing
          inbox={inbox}
          filtered={isFiltered(list) || inbox.soon || inbox.officer !== null}
          all={() => set({ mine: false })}
        />
      )}
      {rows.length > 0 && (
        <InboxList
          rows={rows}
          names={names}
          open={(id) => open('open', id)}
          {...(mayChoose ? { chosen, choose: setChosen, assign: () => setAssigning(true) } : {})}
        />
      )}
      {query.hasNextPage && (
        <div className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('common.more')}
          </Button>
        </div>
      )}
      {assigning && picked.length > 0 && (
        <BulkAssign
          rows={picked}
          close={(left) => {
            setChosen(left);
            setAssigning(false);
          }}
        />
      )}
      <Panels opened={search.get('open')} creating={search.get('new') === '1'} close={open} />
    </>
  );
}

function Nothing(props: {
  readonly inbox: InboxState;
  readonly filtered: boolean;
  readonly all: () => void;
}) {
  const { inbox, filtered } = props;
  const text = useText();
  if (filtered) return <EmptyState title={text('register.noMatch')} hint={text('register.noMatchHint')} />;
  return (
    <EmptyState
      title={text(inbox.mine ? 'inbox.empty.mine' : `inbox.empty.${inbox.tab}`)}
      hint={text(inbox.mine ? 'inbox.mineHint' : `inbox.empty.${inbox.tab}Hint`)}
      action={inbox.mine && <Button onClick={props.all}>{text('case.showAll')}</Button>}
    />
  );
}

function Panels(props: {
  readonly opened: string | null;
  readonly creating: boolean;
  readonly close: (key: 'open' | 'new', value: null) => void;
}) {
  const { opened, creating, close } = props;
  const text = useText();
  const say = useSay();
  const navigate = useNavigate();
  return (
    <>
      <Drawer
        open={opened !== null}
        onClose={() => close('open', null)}
        size={760}
        title={say(KIND.label)}
        destroyOnHidden
        extra={
          <Button type="link" onClick={() => void navigate(`/record/clue/${opened}`)}>
            {text('register.fullPage')}
          </Button>
        }
      >
        {opened && <RecordView key={opened} kind={KIND} id={opened} />}
      </Drawer>
      <Drawer
        open={creating}
        onClose={() => close('new', null)}
        size={760}
        title={text('register.new', { kind: say(KIND.label) })}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {creating && <NewRecord kind={KIND} close={() => close('new', null)} />}
      </Drawer>
    </>
  );
}
