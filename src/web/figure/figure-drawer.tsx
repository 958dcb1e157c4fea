// What is behind a number? Its definition, the recount, a breakdown and the records themselves.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented, Select, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { formatDayText } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf, Scope } from '../../contract/api.ts';
import { findFigure } from '../../domain/figure/catalogue.ts';
import { dimensionPaths } from '../../domain/figure/dimension.ts';
import type { Figure } from '../../domain/figure/figure.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import type { Language } from '../../domain/kernel/label.ts';
import { LastYear } from './change.tsx';
import { rankOption } from './chart-option.ts';
import { saveCsv } from './csv.ts';
import { FigureRecords, RecountMark, useFigureRecords } from './figure-records.tsx';
import { scopeSearch } from './scope.ts';
import './figure.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

export interface OpenFigure {
  readonly id: string;
  readonly scope: Scope;
}

export function FigureDrawer(props: { readonly open: OpenFigure | null; readonly close: () => void }) {
  const { open, close } = props;
  const say = useSay();
  const narrow = useNarrow();
  const figure = open ? findFigure(open.id) : undefined;
  return (
    <Drawer
      open={figure !== undefined}
      onClose={close}
      size={narrow ? '100%' : 620}
      title={figure ? say(figure.label) : ''}
      destroyOnHidden
      rootClassName="figure-drawer"
    >
      {figure && open && <FigureDetail figure={figure} scope={open.scope} />}
    </Drawer>
  );
}

export function ScopeWords(props: { readonly scope: Scope }) {
  const language = useLanguage();
  const text = useText();
  const { from, until } = props.scope;
  const day = (value: string | undefined) => (value ? formatDayText(value, language) : '…');
  return (
    <span className="num">
      {day(from)} {text('figure.to')} {day(until)}
    </span>
  );
}

export function FigureDetail(props: { readonly figure: Figure; readonly scope: Scope }) {
  const { figure, scope } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const county = useCounty();
  const records = useFigureRecords(figure.id, scope);
  const value = useCall('figures', {
    params: { county },
    query: { ...scope, ids: figure.id, lastYear: true },
  });
  const now = value.data?.figures[0];
  return (
    <>
      <div className="figure-now">
        <strong>{now ? formatFigure(now, figure.unit, language) : '…'}</strong>
        <span className="quiet">
          {now && <LastYear now={now} before={value.data?.lastYear[0]} unit={figure.unit} />}
        </span>
      </div>
      <p className="quiet">
        <ScopeWords scope={scope} />
      </p>
      <p className="figure-definition">{say(figure.definition)}</p>
      <p>
        <RecountMark figure={figure} page={records.data?.pages[0]} />
      </p>
      <Breakdown figure={figure} scope={scope} />
      <h4>
        {text('figure.records')}{' '}
        <span className="quiet">
          {records.data ? text('common.total', { n: records.data.pages[0]?.total ?? 0 }) : ''}
        </span>
      </h4>
      <FigureRecords figure={figure} query={records} />
      <p className="figure-more">
        <Link to={`/figure?${scopeSearch(scope, { open: figure.id })}`}>{text('figure.inExplorer')}</Link>
      </p>
    </>
  );
}

const WAYS = ['month', 'area', 'agency', 'species', 'level', 'campaign'] as const;
type Way = (typeof WAYS)[number];

/** Ways the records of a figure can be told apart. */
function waysOf(figure: Figure): Way[] {
  return WAYS.filter(
    (way) =>
      (way === 'month' && !(figure.when && 'standing' in figure.when)) ||
      (way !== 'month' && figure.kinds.some((kind) => dimensionPaths(kind, way).length > 0)),
  );
}

type Part = ReplyOf<'figureSeries'>['parts'][number];
const SHOWN = 12;

function Breakdown(props: { readonly figure: Figure; readonly scope: Scope }) {
  const { figure, scope } = props;
  const text = useText();
  const language = useLanguage();
  const county = useCounty();
  const narrow = useNarrow();
  const ways = waysOf(figure);
  const [way, setWay] = useState<Way>(ways[0] ?? 'month');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const query = useCall(
    'figureSeries',
    { params: { county, figure: figure.id }, query: { ...scope, by: way } },
    { enabled: ways.length > 0, keep: true },
  );
  if (ways.length === 0) return null;
  const options = ways.map((value) => ({ value, label: text(`figure.by.${value}`) }));
  const all = query.data?.parts ?? [];
  const parts = (way === 'month' ? all : [...all].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))).map(
    (part) => ({
      ...part,
      name: part.name || text('figure.unsaid'),
    }),
  );
  return (
    <section className="figure-break">
      <div className="figure-break-bar">
        {narrow ? (
          <Select value={way} options={options} onChange={setWay} aria-label={text('figure.breakdown')} />
        ) : (
          <Segmented size="small" value={way} options={options} onChange={setWay} />
        )}
        <span className="grow" />
        <Segmented
          size="small"
          value={form}
          onChange={setForm}
          options={[
            { value: 'chart', label: text('figure.chart') },
            { value: 'table', label: text('figure.table') },
          ]}
        />
        <Button
          size="small"
          type="text"
          icon={<DownloadOutlined />}
          aria-label={text('figure.csv')}
          title={text('figure.csv')}
          onClick={() => savePartsCsv(figure, parts, text(`figure.by.${way}`), language)}
        />
      </div>
      {query.error ? <ProblemNotice error={query.error} /> : null}
      {query.data && parts.length === 0 && <p className="quiet">{text('figure.noRecord')}</p>}
      {parts.length > 0 &&
        (form === 'chart' ? (
          <PartChart figure={figure} parts={parts} />
        ) : (
          <PartTable figure={figure} parts={parts} heading={text(`figure.by.${way}`)} />
        ))}
    </section>
  );
}

function savePartsCsv(figure: Figure, parts: readonly Part[], heading: string, language: Language): void {
  const label = figure.label[language === 'zh' ? 0 : 1];
  saveCsv(`${label}-${heading}`, [
    [heading, label, language === 'zh' ? '单位' : 'Unit'],
    ...parts.map((part) => [part.name, csvNumber(part.value, figure.unit), figure.unit]),
  ]);
}

/** Fen as yuan; everything else as it is. */
export function csvNumber(value: number | null, unit: string): string {
  if (value === null) return '';
  return String(unit === '元' ? value / 100 : value);
}

function PartChart(props: { readonly figure: Figure; readonly parts: readonly Part[] }) {
  const { figure, parts } = props;
  const language = useLanguage();
  const say = useSay();
  const text = useText();
  const shown = parts.slice(0, figure.unit === '%' ? 24 : Math.max(SHOWN, 24));
  const write = (value: number) => formatFigure({ value, bound: 'exact' }, figure.unit, language);
  return (
    <Suspense fallback={<Spin />}>
      <Chart
        option={rankOption(shown, 1, write)}
        height={shown.length * 24 + 12}
        label={`${say(figure.label)}：${shown.map((p) => `${p.name} ${formatFigure(p, figure.unit, language)}`).join('，')}`}
      />
      {shown.length < parts.length && (
        <p className="quiet">{text('figure.partsCut', { n: shown.length, all: parts.length })}</p>
      )}
    </Suspense>
  );
}

function PartTable(props: {
  readonly figure: Figure;
  readonly parts: readonly Part[];
  readonly heading: string;
}) {
  const { figure, parts, heading } = props;
  const language = useLanguage();
  const say = useSay();
  const text = useText();
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{heading}</th>
          <th className="n">{say(figure.label)}</th>
          <th className="n">{text('figure.recordCount')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.key}>
            <td>{part.name}</td>
            <td className="n">{formatFigure(part, figure.unit, language)}</td>
            <td className="n quiet">{part.records}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
