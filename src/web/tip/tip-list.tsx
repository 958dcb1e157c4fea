// Which tips came in, and which wait for somebody?
import { PlusOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Spin } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { TIP_CHANNELS, TIP_MATTERS, TIP_STATES } from '../../domain/tip/tip.ts';
import '../figure/figure.css';
import './tip.css';

type Row = ReplyOf<'tips'>['tips'][number];
const VIEWS = ['', 'new', 'waits', 'clue', 'aside'] as const;

export function TipList() {
  const text = useText();
  const { county, actor } = useSession();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') ?? '';
  const matter = search.get('matter') ?? '';
  const ask = {
    ...(view === 'waits' ? { waits: 'true' } : view ? { state: view as 'new' } : {}),
    ...(matter ? { matter: matter as 'net' } : {}),
  };
  const query = useCall('tips', { params: { county }, query: ask }, { keep: true });
  if (!has(actor, 'tip.read')) return <EmptyState title={text('problem.noRight')} />;
  const { data } = query;
  const filtered = view !== '' || matter !== '';
  return (
    <>
      <div className="page-head">
        <h2>{text('tip.title')}</h2>
        <span className="sub">{text('tip.sub')}</span>
        <span className="grow" />
        <Tools />
      </div>
      <Filters fresh={data?.fresh ?? 0} view={view} matter={matter} set={setSearch} />
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending && <Spin className="page-spin" />}
      {data?.tips.length === 0 && (
        <EmptyState
          title={text(filtered ? 'tip.noneMatch' : 'tip.none')}
          hint={filtered ? undefined : text('tip.noneHint')}
        />
      )}
      {data && data.tips.length > 0 && <Rows key={query.dataUpdatedAt} first={data} ask={ask} />}
    </>
  );
}

function Tools() {
  const text = useText();
  const navigate = useNavigate();
  const { actor } = useSession();
  return (
    <>
      <Button icon={<QrcodeOutlined />} onClick={() => void navigate('/tip/poster')}>
        {text('tip.poster')}
      </Button>
      {has(actor, 'tip.handle') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/tip/enter')}>
          {text('tip.enter')}
        </Button>
      )}
    </>
  );
}

function Filters(props: {
  readonly fresh: number;
  readonly view: string;
  readonly matter: string;
  readonly set: ReturnType<typeof useSearchParams>[1];
}) {
  const text = useText();
  const say = useSay();
  const put = (name: string, value: string) =>
    props.set((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
  const label = (view: (typeof VIEWS)[number]) => {
    if (view === '') return text('tip.all');
    if (view === 'new') return text('tip.fresh', { n: props.fresh });
    if (view === 'waits') return text('tip.waits');
    return say(TIP_STATES.find((state) => state.code === view)?.label ?? ['', '']);
  };
  return (
    <div className="tip-filters">
      <Segmented
        value={props.view}
        onChange={(value) => put('view', value)}
        options={VIEWS.map((value) => ({ value, label: label(value) }))}
      />
      <Select
        className="tip-matter"
        value={props.matter}
        aria-label={text('tip.matter')}
        onChange={(value) => put('matter', value)}
        options={[
          { value: '', label: `${text('tip.matter')}：${text('tip.all')}` },
          ...TIP_MATTERS.map((row) => ({ value: row.code as string, label: say(row.label) })),
        ]}
      />
    </div>
  );
}

function Rows(props: { readonly first: ReplyOf<'tips'>; readonly ask: Record<string, string> }) {
  const text = useText();
  const { county } = useSession();
  const [more, setMore] = useState<readonly Row[]>([]);
  const [next, setNext] = useState(props.first.next);
  const load = async () => {
    const page = await call('tips', { params: { county }, query: { ...props.ask, cursor: next ?? '' } });
    setMore((rows) => [...rows, ...page.tips]);
    setNext(page.next);
  };
  const rows = [...props.first.tips, ...more];
  return (
    <section className="card">
      <table className="plain tip-rows">
        <thead>
          <tr>
            <th>{text('tip.column.no')}</th>
            <th>{text('tip.column.text')}</th>
            <th className="wide">{text('tip.column.channel')}</th>
            <th>{text('tip.column.state')}</th>
            <th className="wide">{text('tip.column.at')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TipRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {next && (
        <p className="tip-more">
          <Button onClick={() => void load()}>{text('tip.more')}</Button>
        </p>
      )}
      <p className="quiet">{text('common.total', { n: props.first.total })}</p>
    </section>
  );
}

function TipRow({ row }: { readonly row: Row }) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const labelOf = (table: readonly { code: string; label: readonly [string, string] }[], code: string) =>
    say(table.find((item) => item.code === code)?.label ?? ['', '']);
  return (
    <tr>
      <td className="num tip-no">
        <Link to={`/tip/${row.id}`}>{row.no}</Link>
        <br />
        <span className="quiet">{text(row.named ? 'tip.named' : 'tip.anonymous')}</span>
      </td>
      <td>
        <b>{labelOf(TIP_MATTERS, row.matter)}</b>
        {row.where && <span className="quiet"> · {row.where}</span>}
        <br />
        <Link className="tip-head" to={`/tip/${row.id}`}>
          {row.head}
        </Link>
        {row.files > 0 && <span className="quiet"> · {text('tip.files', { n: row.files })}</span>}
      </td>
      <td className="wide">
        {labelOf(TIP_CHANNELS, row.channel)}
        {row.originNo && <span className="quiet num"> {row.originNo}</span>}
      </td>
      <td>
        <span className={`mark ${row.state === 'new' ? 'soon' : row.state === 'clue' ? 'good' : 'calm'}`}>
          {labelOf(TIP_STATES, row.state)}
        </span>
        {row.now && row.state === 'new' && <span className="mark late">{text('tip.now')}</span>}
        {row.waits && <span className="mark late">{text('tip.waits')}</span>}
      </td>
      <td className="wide num quiet">{formatInstant(row.recordedAt, language)}</td>
    </tr>
  );
}
