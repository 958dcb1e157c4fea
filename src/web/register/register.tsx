// How is the register of one kind of record worked with? Any kind: the screen follows from its table of fields.
import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { call, urlOf } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordTable } from '../../client/ui/record-table.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { has, mayRead, mayWrite } from '../../domain/access/access.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { findKind, isRegistered } from '../../domain/kind.ts';
import { NotFound } from '../shell/not-found.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, type ListState, queryOf, useListState } from './list-state.ts';
import { NewRecord } from './new-record.tsx';
import { RecordView } from './record-view.tsx';
import { SavedViews } from './saved-view.tsx';

const KindMap = lazy(async () => ({ default: (await import('../map/kind-map.tsx')).KindMap }));
const PAGE = 50;

export function Register() {
  const text = useText();
  const { actor } = useSession();
  const kind = findKind(useParams()['kind'] ?? '');
  if (!kind) return <NotFound />;
  if (!mayRead(actor, kind)) return <EmptyState title={text('problem.noRight')} />;
  return <KindRegister key={kind.name} kind={kind} />;
}

function useRecords(kind: Kind, state: ListState) {
  const { county } = useSession();
  const query = queryOf(state, kind);
  return useInfiniteQuery({
    queryKey: ['records', { params: { county, kind: kind.name }, query }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'records'>> =>
      call(
        'records',
        {
          params: { county, kind: kind.name },
          query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

function KindRegister(props: { readonly kind: Kind }) {
  const { kind } = props;
  const text = useText();
  const [state, set, clear] = useListState(kind);
  const [search, setSearch] = useSearchParams();
  const query = useRecords(kind, state);
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  learnNames(names);
  const total = pages[0]?.total ?? 0;
  const open = (key: 'open' | 'new', value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(key);
      else now.set(key, value);
      return now;
    });
  const create = () => open('new', '1');
  return (
    <>
      <RegisterHead kind={kind} state={state} set={set} total={query.data ? total : null} create={create} />
      <FilterBar kind={kind} state={state} set={set} clear={clear} />
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {state.view === 'map' ? (
        <Suspense>
          <KindMap kind={kind.name} query={queryOf(state, kind)} />
        </Suspense>
      ) : (
        <RecordTable
          kind={kind}
          rows={rows}
          names={names}
          sort={state.sort}
          onSort={(sort) => set({ sort })}
          onOpen={(row) => open('open', row.id)}
          loading={query.isPending}
          empty={
            query.isPending ? (
              ' '
            ) : (
              <Nothing kind={kind} filtered={isFiltered(state)} clear={clear} create={create} />
            )
          }
          {...(state.columns ? { columns: state.columns } : {})}
        />
      )}
      {state.view === 'table' && query.hasNextPage && (
        <div className="more">
          <span className="quiet">{text('register.shown', { n: rows.length, total })}</span>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('common.more')}
          </Button>
        </div>
      )}
      <Panels kind={kind} opened={search.get('open')} creating={search.get('new') === '1'} close={open} />
    </>
  );
}

function RegisterHead(props: {
  readonly kind: Kind;
  readonly state: ListState;
  readonly set: (patch: Partial<ListState>) => void;
  readonly total: number | null;
  readonly create: () => void;
}) {
  const { kind, state, set, total } = props;
  const text = useText();
  const say = useSay();
  const { actor, county } = useSession();
  const narrow = useNarrow();
  const exportUrl = urlOf('exportRecords', {
    params: { county, kind: kind.name },
    query: queryOf(state, kind),
  });
  return (
    <div className="page-head">
      <h2>{say(kind.label)}</h2>
      {total !== null && (
        <span className="sub num">{text('common.total', { n: total.toLocaleString('en-US') })}</span>
      )}
      <span className="grow" />
      {kind.fields['place'] && (
        <Segmented<'table' | 'map'>
          value={state.view}
          onChange={(view) => set({ view })}
          options={[
            { value: 'table', label: text('register.table') },
            { value: 'map', label: text('register.map') },
          ]}
        />
      )}
      {!narrow && <SavedViews kind={kind.name} />}
      {!narrow && state.view === 'table' && (
        <ColumnChooser kind={kind} columns={state.columns} onChange={(columns) => set({ columns })} />
      )}
      {has(actor, 'export') && (
        <Button icon={<DownloadOutlined />} href={exportUrl} download>
          {text('register.export')}
        </Button>
      )}
      {has(actor, 'import') && mayWrite(actor, kind) && isRegistered(kind) && !narrow && (
        <Link to={`/import?kind=${kind.name}`}>
          <Button icon={<UploadOutlined />} tabIndex={-1}>
            {text('register.import')}
          </Button>
        </Link>
      )}
      {mayWrite(actor, kind) && isRegistered(kind) && (
        <Button type="primary" icon={<PlusOutlined />} onClick={props.create}>
          {text('register.new', { kind: say(kind.label) })}
        </Button>
      )}
    </div>
  );
}

function Nothing(props: {
  readonly kind: Kind;
  readonly filtered: boolean;
  readonly clear: () => void;
  readonly create: () => void;
}) {
  const { kind, filtered } = props;
  const text = useText();
  const say = useSay();
  const { actor } = useSession();
  const name = say(kind.label);
  if (filtered)
    return (
      <EmptyState
        title={text('register.noMatch')}
        hint={text('register.noMatchHint')}
        action={<Button onClick={props.clear}>{text('register.clear')}</Button>}
      />
    );
  const writes = mayWrite(actor, kind) && isRegistered(kind);
  return (
    <EmptyState
      title={text('register.empty', { kind: name })}
      hint={text(writes ? 'register.emptyHint' : 'register.emptyRead', { kind: name })}
      action={
        writes && (
          <>
            <Button type="primary" onClick={props.create}>
              {text('register.new', { kind: name })}
            </Button>
            {has(actor, 'import') && <Link to={`/import?kind=${kind.name}`}>{text('nav.import')}</Link>}
          </>
        )
      }
    />
  );
}

function Panels(props: {
  readonly kind: Kind;
  readonly opened: string | null;
  readonly creating: boolean;
  readonly close: (key: 'open' | 'new', value: null) => void;
}) {
  const { kind, opened, creating, close } = props;
  const text = useText();
  const say = useSay();
  const navigate = useNavigate();
  return (
    <>
      <Drawer
        open={opened !== null}
        onClose={() => close('open', null)}
        size={720}
        title={say(kind.label)}
        destroyOnHidden
        extra={
          <Button type="link" onClick={() => void navigate(`/record/${kind.name}/${opened}`)}>
            {text('register.fullPage')}
          </Button>
        }
      >
        {opened && <RecordView kind={kind} id={opened} />}
      </Drawer>
      <Drawer
        open={creating}
        onClose={() => close('new', null)}
        size={760}
        title={text('register.new', { kind: say(kind.label) })}
        mask={{ closable: false }}
        destroyOnHidden
        styles={{ body: { paddingBottom: 0 } }}
      >
        {creating && <NewRecord kind={kind} close={() => close('new', null)} />}
      </Drawer>
    </>
  );
}
