// What is said online about wildlife in this county, how suspect is it, and what became of it?
import { BookOutlined, DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { PostGroupOnWire, PostOnWire } from '../../contract/opinion.ts';
import { has, mayRead } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';
import { AddPanel } from './add-panel.tsx';
import { Filters } from './filters.tsx';
import { JudgeBar } from './judge-bar.tsx';
import { isFiltered, type OpinionState, queryOf, useOpinionState } from './list-state.ts';
import { GroupButton, PostLine } from './post-line.tsx';
import { PostPanel } from './post-panel.tsx';
import './opinion.css';

const PAGE = 30;

export function OpinionPage() {
  const text = useText();
  const { actor } = useSession();
  if (!mayRead(actor, getKind('clue'))) return <EmptyState title={text('problem.noRight')} />;
  return <Opinions />;
}

function useGroups(state: OpinionState) {
  const { county } = useSession();
  const query = queryOf(state);
  return useInfiniteQuery({
    queryKey: ['opinionGroups', { params: { county }, query }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'opinionGroups'>> =>
      call(
        'opinionGroups',
        { params: { county }, query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

function Opinions() {
  const text = useText();
  const [state, set, clear] = useOpinionState();
  const [search, setSearch] = useSearchParams();
  const query = useGroups(state);
  const [picked, setPicked] = useState<ReadonlyMap<string, PostOnWire>>(new Map());
  const pages = query.data?.pages ?? [];
  const first = pages[0];
  const groups = pages.flatMap((page) => page.groups);
  const open = (key: 'open' | 'add', value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(key);
      else now.set(key, value);
      return now;
    });
  const check = (posts: readonly PostOnWire[], on: boolean) =>
    setPicked((now) => {
      const next = new Map(now);
      for (const post of posts) on ? next.set(post.id, post) : next.delete(post.id);
      return next;
    });
  const isNew = first !== undefined && Object.keys(first.states).length === 0;
  return (
    <>
      <Head state={state} page={first} add={() => open('add', '1')} />
      {!isNew && (
        <Filters
          state={state}
          set={set}
          clear={clear}
          platforms={first?.platforms ?? []}
          counts={first?.states ?? {}}
          threshold={first?.threshold ?? 35}
        />
      )}
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {first && groups.length === 0 && (
        <Nothing isNew={isNew} filtered={isFiltered(state)} clear={clear} add={() => open('add', '1')} />
      )}
      {groups.length > 0 && (
        <div className="opinion-list">
          {groups.map((group) => (
            <Group
              key={group.id}
              group={group}
              threshold={first?.threshold ?? 35}
              picked={picked}
              check={check}
              open={(id) => open('open', id)}
            />
          ))}
        </div>
      )}
      {query.hasNextPage && (
        <div className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('common.more')}
          </Button>
        </div>
      )}
      <JudgeBar posts={[...picked.values()]} clear={() => setPicked(new Map())} />
      <Panels
        opened={search.get('open')}
        adding={search.get('add') === '1'}
        close={(key) => open(key, null)}
        threshold={first?.threshold ?? 35}
      />
    </>
  );
}

function Head(props: {
  readonly state: OpinionState;
  readonly page: ReplyOf<'opinionGroups'> | undefined;
  readonly add: () => void;
}) {
  const text = useText();
  const { actor, county } = useSession();
  const { page } = props;
  return (
    <div className="page-head">
      <h2>{text('opinion.title')}</h2>
      {page && (
        <span className="sub num">
          {text('opinion.found', {
            groups: page.total.toLocaleString('en-US'),
            posts: page.posts.toLocaleString('en-US'),
          })}
        </span>
      )}
      <span className="grow" />
      <Link to="/opinion/lexicon">
        <Button icon={<BookOutlined />} tabIndex={-1}>
          {text('opinion.lexicon')}
        </Button>
      </Link>
      {has(actor, 'export') && (
        <Button
          icon={<DownloadOutlined />}
          href={urlOf('opinionExport', { params: { county }, query: queryOf(props.state) })}
          download
        >
          {text('register.export')}
        </Button>
      )}
      {has(actor, 'opinion.write') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={props.add}>
          {text('opinion.add')}
        </Button>
      )}
    </div>
  );
}

function Nothing(props: {
  readonly isNew: boolean;
  readonly filtered: boolean;
  readonly clear: () => void;
  readonly add: () => void;
}) {
  const text = useText();
  const { actor } = useSession();
  if (!props.isNew)
    return (
      <EmptyState
        title={text('opinion.noMatch')}
        hint={text('opinion.noMatchHint')}
        action={props.filtered && <Button onClick={props.clear}>{text('opinion.clear')}</Button>}
      />
    );
  return (
    <EmptyState
      title={text('opinion.empty')}
      hint={text('opinion.emptyHint')}
      action={
        has(actor, 'opinion.write') && (
          <Button type="primary" onClick={props.add}>
            {text('opinion.addTitle')}
          </Button>
        )
      }
    />
  );
}

function Group(props: {
  readonly group: PostGroupOnWire;
  readonly threshold: number;
  readonly picked: ReadonlyMap<string, PostOnWire>;
  readonly check: (posts: readonly PostOnWire[], on: boolean) => void;
  readonly open: (id: string) => void;
}) {
  const { group, threshold, picked, check } = props;
  const { actor, county } = useSession();
  const [unfolded, setUnfolded] = useState(false);
  const query = useCall(
    'opinionGroup',
    { params: { county, id: group.id } },
    { enabled: unfolded && group.size > 1 },
  );
  const mayWork = has(actor, 'opinion.write');
  const lines =
    unfolded && group.size > 1 ? (query.data?.posts ?? []).filter((post) => post.id !== group.lead.id) : [];
  // A line stands for its whole group: what is alike is judged together.
  const checkAll = async (on: boolean) => {
    if (group.size === 1) return check([group.lead], on);
    const { posts } = await call('opinionGroup', { params: { county, id: group.id } });
    check(on ? posts.filter((post) => post.state === group.lead.state) : posts, on);
  };
  return (
    <article className="opinion-group">
      <PostLine
        post={group.lead}
        threshold={threshold}
        checked={picked.has(group.lead.id)}
        mayWork={mayWork}
        onCheck={(on) => void checkAll(on)}
        onOpen={() => props.open(group.lead.id)}
        more={<GroupButton size={group.size} open={unfolded} toggle={() => setUnfolded(!unfolded)} />}
      />
      {lines.map((post) => (
        <PostLine
          key={post.id}
          inner
          post={post}
          threshold={threshold}
          checked={picked.has(post.id)}
          mayWork={mayWork}
          onCheck={(on) => check([post], on)}
          onOpen={() => props.open(post.id)}
        />
      ))}
    </article>
  );
}

function Panels(props: {
  readonly opened: string | null;
  readonly adding: boolean;
  readonly close: (key: 'open' | 'add') => void;
  readonly threshold: number;
}) {
  const text = useText();
  return (
    <>
      <Drawer
        open={props.opened !== null}
        onClose={() => props.close('open')}
        size={720}
        title={text('opinion.title')}
        destroyOnHidden
      >
        {props.opened && <PostPanel key={props.opened} id={props.opened} threshold={props.threshold} />}
      </Drawer>
      <Drawer
        open={props.adding}
        onClose={() => props.close('add')}
        size={760}
        title={text('opinion.addTitle')}
        mask={{ closable: false }}
        destroyOnHidden
      >
        {props.adding && <AddPanel close={() => props.close('add')} />}
      </Drawer>
    </>
  );
}
