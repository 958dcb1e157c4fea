// What is in custody now, who has it where, and which live animal has waited too long?
import { PrinterOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { formatDayText, type NameBook, today } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { dayOfInstant, daysBetween } from '../../domain/kernel/day.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { useShortName } from '../overview/short-name.ts';
import { DaysMark } from '../procedure/due-mark.tsx';
import '../procedure/procedure.css';
import './custody.css';
import { useAmountWords } from './words.ts';

type Reply = ReplyOf<'custody'>;
type Row = Reply['rows'][number];

const VIEWS = ['all', 'live', 'overdue', 'pending', 'mine'] as const;
type ViewName = (typeof VIEWS)[number];
const PAGE = 100;

function useHeld(view: ViewName, q: string) {
  const { county } = useSession();
  const query = { q: q || undefined, limit: PAGE, ...(view === 'all' ? {} : { [view]: true }) };
  return useInfiniteQuery({
    queryKey: ['custody', { params: { county }, query }],
    queryFn: ({ pageParam, signal }): Promise<Reply> =>
      call(
        'custody',
        { params: { county }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function HeldPage() {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((name) => name === search.get('view')) ?? 'all';
  const q = search.get('q') ?? '';
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = useHeld(view, q);
  const go = (next: Record<string, string>) => {
    const kept = { view: view === 'all' ? '' : view, q, ...next };
    setSearch(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== '')), {
      replace: true,
    });
  };
  const first = query.data?.pages[0];
  const rows = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.rows), [query.data]);
  const names: NameBook = Object.assign({}, ...(query.data?.pages ?? []).map((page) => page.names));
  return (
    <>
      <div className="page-head">
        <h2>{text('held.title')}</h2>
        <span className="grow" />
        {chosen.length > 0 && <PrintLabels chosen={chosen} />}
      </div>
      <div className="card held">
        <Tools view={view} q={q} go={go} {...(first ? { counts: first.counts } : {})} />
        <ProblemNotice error={query.error} retry={() => void query.refetch()} />
        {query.isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
        {first && rows.length === 0 && <NothingHeld held={first.counts.held} clear={() => setSearch({})} />}
        {rows.length > 0 && <HeldList rows={rows} names={names} chosen={chosen} choose={setChosen} />}
        {query.hasNextPage && (
          <div className="more">
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text('common.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function NothingHeld(props: { readonly held: number; readonly clear: () => void }) {
  const text = useText();
  if (props.held === 0) return <EmptyState title={text('held.empty')} hint={text('held.emptyHint')} />;
  return (
    <EmptyState
      title={text('held.noMatch')}
      action={<Button onClick={props.clear}>{text('held.showAll')}</Button>}
    />
  );
}

function PrintLabels(props: { readonly chosen: readonly string[] }) {
  const { chosen } = props;
  const text = useText();
  const navigate = useNavigate();
  return (
    <Button
      type="primary"
      icon={<PrinterOutlined />}
      onClick={() => void navigate(`/label?ids=${chosen.join(',')}`)}
    >
      {text('held.labels', { n: chosen.length })}
    </Button>
  );
}

function Tools(props: {
  readonly view: ViewName;
  readonly q: string;
  readonly go: (next: Record<string, string>) => void;
  readonly counts?: Reply['counts'];
}) {
  const { view, q, go, counts } = props;
  const text = useText();
  const n = (key: 'held' | 'live' | 'overdue' | 'pending') => counts?.[key] ?? '';
  return (
    <div className="held-tools">
      <Segmented<ViewName>
        value={view}
        onChange={(next) => go({ view: next === 'all' ? '' : next })}
        options={[
          { value: 'all', label: text('held.all', { n: n('held') }) },
          { value: 'live', label: text('held.live', { n: n('live') }) },
          { value: 'overdue', label: text('held.overdue', { n: n('overdue') }) },
          { value: 'pending', label: text('held.pending', { n: n('pending') }) },
          { value: 'mine', label: text('held.mine') },
        ]}
      />
      <Input.Search
        allowClear
        key={q}
        defaultValue={q}
        placeholder={text('held.search')}
        aria-label={text('held.search')}
        onSearch={(next) => go({ q: next.trim() })}
      />
    </div>
  );
}

interface ListProps {
  readonly rows: readonly Row[];
  readonly names: NameBook;
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

function HeldList(props: ListProps) {
  return useNarrow() ? <Cards {...props} /> : <Wide {...props} />;
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

function Wide(props: ListProps) {
  const { rows, chosen, choose } = props;
  const text = useText();
  const all = rows.every(({ row }) => chosen.includes(row.id));
  const heads = ['held.no', 'held.item', 'held.quantity', 'held.who', 'held.place', 'held.days'] as const;
  return (
    <table className="held-table">
      <thead>
        <tr>
          <th>
            <Checkbox
              checked={all}
              aria-label={text('inbox.chooseAll')}
              onChange={() => choose(all ? [] : rows.map(({ row }) => row.id))}
            />
          </th>
          {heads.map((head) => (
            <th key={head}>{text(head)}</th>
          ))}
          <th>{text('held.due')}</th>
          <th>{text('held.case')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row.id} className={row.overdue ? 'overdue' : undefined}>
            <td>
              <Checkbox
                checked={chosen.includes(row.row.id)}
                onChange={() => choose(toggled(chosen, row.row.id))}
                aria-label={text('held.choose', { no: row.row.no })}
              />
            </td>
            <td className="num">
              <RecordLink kind="seizure" id={row.row.id}>
                {row.row.no}
              </RecordLink>
            </td>
            <td>
              <ItemName {...props} row={row} />
            </td>
            <td className="num">
              <HeldAmount row={row} />
            </td>
            <td>
              <Who row={row} names={props.names} />
            </td>
            <td>
              <Where row={row} />
            </td>
            <td className="num">
              <Days row={row} />
            </td>
            <td>
              <Due row={row} />
            </td>
            <td>
              <CaseLink {...props} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards(props: ListProps) {
  return (
    <ul className="held-cards">
      {props.rows.map((row) => (
        <li key={row.row.id} className={row.overdue ? 'overdue' : undefined}>
          <div className="held-card-head">
            <Link to={`/record/seizure/${row.row.id}`}>
              <b>
                <ItemName {...props} row={row} />
              </b>{' '}
              <span className="num">
                <HeldAmount row={row} />
              </span>
            </Link>
            <Due row={row} />
          </div>
          <div>
            <Who row={row} names={props.names} /> · <Where row={row} />
          </div>
          <div className="quiet">
            <span className="num">{row.row.no}</span> · <Days row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ItemName(props: ListProps & { readonly row: Row }) {
  const { row, names } = props;
  const language = useLanguage();
  const values = row.row.values as Values;
  return titleOf(getKind('seizure'), values, new Map(Object.entries(names)), language) || row.row.no;
}

/** What each hand has; a thing in one hand is said once. */
function HeldAmount(props: { readonly row: Row }) {
  const { row } = props;
  const amount = useAmountWords(row.row.values['unit']);
  const text = useText();
  const parts = row.hands.flatMap(({ kept, dead }) => [
    ...(kept.value === 0 ? [] : [amount(kept)]),
    ...(dead ? [text('custody.dead', { quantity: amount(dead) })] : []),
  ]);
  return (
    <Lines
      lines={[...parts, ...row.offers.map(({ quantity }: { quantity: Quantity }) => amount(quantity))]}
    />
  );
}

function Who(props: { readonly row: Row; readonly names: NameBook }) {
  const { row, names } = props;
  const short = useShortName();
  const agency = names[String(row.row.values['agency'])];
  const text = useText();
  const held = row.hands.map(({ who, kind }) =>
    kind === 'store' ? (agency ? short(agency) : text('custody.store')) : who || '…',
  );
  const offered = row.offers.map(({ giver, taker }) =>
    text('custody.to', { giver, taker: taker ?? text('custody.anyone') }),
  );
  return (
    <>
      <Lines lines={held} />
      {offered.map((line) => (
        <div key={line} className="held-offer">
          <span className="mark soon">{text('custody.pending')}</span> {line}
        </div>
      ))}
    </>
  );
}

/** A thing nobody knows the place of stands out. */
function Where(props: { readonly row: Row }) {
  const { row } = props;
  const text = useText();
  const places = [...new Set([...row.hands, ...row.offers].map(({ place }) => place))];
  return places.map((place) => (
    <div key={place}>{place || <span className="mark soon">{text('custody.noPlace')}</span>}</div>
  ));
}

function Lines(props: { readonly lines: readonly string[] }) {
  return props.lines.map((line, index) => <div key={index}>{line}</div>);
}

function Days(props: { readonly row: Row }) {
  const text = useText();
  const n = Math.max(0, daysBetween(String(props.row.row.values['day']), today()));
  return <span>{text('held.dayCount', { n })}</span>;
}

function Due(props: { readonly row: Row }) {
  const { live, due } = props.row;
  const language = useLanguage();
  if (live === null || due === null) return null;
  const day = dayOfInstant(due);
  return (
    <span title={formatDayText(day, language)}>
      <DaysMark days={daysBetween(today(), day)} />
    </span>
  );
}

function CaseLink(props: ListProps & { readonly row: Row }) {
  const { row, names } = props;
  const text = useText();
  const id = row.row.values['case'];
  if (typeof id !== 'string') return <span className="mark late">{text('label.noCase')}</span>;
  return (
    <RecordLink kind="case" id={id}>
      {names[id] ?? '…'}
    </RecordLink>
  );
}
