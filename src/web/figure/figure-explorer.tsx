// Which figures are there, and which records are behind them?
import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { FigureOnWire, Scope } from '../../contract/api.ts';
import { FAMILIES, FIGURES } from '../../domain/figure/catalogue.ts';
import type { Figure } from '../../domain/figure/figure.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import { Change, changeText } from './change.tsx';
import { saveCsv } from './csv.ts';
import { csvNumber, FigureDrawer } from './figure-drawer.tsx';
import { useScope } from './scope.ts';
import { ScopeBar } from './scope-bar.tsx';
import './figure.css';

interface Row {
  readonly figure: Figure;
  readonly now: FigureOnWire | undefined;
  readonly before: FigureOnWire | undefined;
}
interface Chapter {
  readonly family: string;
  readonly rows: readonly Row[];
}

export const familyOf = (figure: Figure) => figure.id.split('.')[0] ?? '';

function matches(figure: Figure, q: string): boolean {
  if (q === '') return true;
  const family = FAMILIES[familyOf(figure)] ?? ['', ''];
  const words = [...figure.label, ...family, figure.id].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** Chapters of the catalogue that match, with their values; empty figures left out when `filled`. */
function useChapters(scope: Scope, q: string, filled: boolean) {
  const county = useCounty();
  const query = useCall(
    'figures',
    { params: { county }, query: { ...scope, lastYear: true } },
    { keep: true },
  );
  const chapters = useMemo(() => {
    const now = new Map(query.data?.figures.map((f) => [f.id, f]));
    const before = new Map(query.data?.lastYear.map((f) => [f.id, f]));
    const rows = FIGURES.filter((figure) => matches(figure, q))
      .map((figure) => ({ figure, now: now.get(figure.id), before: before.get(figure.id) }))
      .filter((row) => !filled || (row.now?.records ?? 1) > 0 || (row.before?.records ?? 0) > 0);
    return Object.keys(FAMILIES)
      .map((family) => ({ family, rows: rows.filter((row) => familyOf(row.figure) === family) }))
      .filter((chapter) => chapter.rows.length > 0);
  }, [query.data, q, filled]);
  return { query, chapters };
}

export function FigureExplorer() {
  const text = useText();
  const [scope, change] = useScope();
  const [search, setSearch] = useSearchParams();
  const [filled, setFilled] = useState(true);
  const q = useDeferredValue(search.get('q') ?? '');
  const { query, chapters } = useChapters(scope, q, filled);
  const put = (key: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(key, value);
        else now.delete(key);
        return now;
      },
      { replace: key === 'q' },
    );
  const opened = search.get('open');
  return (
    <>
      <div className="page-head">
        <h2>{text('figure.title')}</h2>
        <span className="sub">{text('figure.sub')}</span>
        <span className="grow" />
        <ExportButton chapters={chapters} />
      </div>
      <ScopeBar scope={scope} change={change} />
      <div className="figure-find no-print">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={text('figure.search')}
          aria-label={text('figure.search')}
          defaultValue={search.get('q') ?? ''}
          onChange={(event) => put('q', event.target.value)}
        />
        <Checkbox checked={filled} onChange={(event) => setFilled(event.target.checked)}>
          {text('figure.filled')}
        </Checkbox>
      </div>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : null}
      <div className="figure-page" aria-busy={query.isFetching}>
        <Chapters chapters={chapters} />
        <div className="figure-tables">
          {chapters.map((chapter) => (
            <ChapterTable key={chapter.family} chapter={chapter} open={(id) => put('open', id)} />
          ))}
          {query.data && chapters.length === 0 && (
            <EmptyState title={text('figure.none')} hint={text('figure.noneHint')} />
          )}
        </div>
      </div>
      <FigureDrawer open={opened ? { id: opened, scope } : null} close={() => put('open', null)} />
    </>
  );
}

function Chapters(props: { readonly chapters: readonly Chapter[] }) {
  const say = useSay();
  const text = useText();
  return (
    <nav className="figure-chapters no-print" aria-label={text('figure.chapters')}>
      {props.chapters.map(({ family, rows }) => (
        <a key={family} href={`#${family}`}>
          {say(FAMILIES[family] ?? [family, family])} <span className="quiet">{rows.length}</span>
        </a>
      ))}
    </nav>
  );
}

function ChapterTable(props: { readonly chapter: Chapter; readonly open: (id: string) => void }) {
  const { chapter, open } = props;
  const say = useSay();
  const text = useText();
  const language = useLanguage();
  const write = (figure: Figure, value: FigureOnWire | undefined) =>
    value ? formatFigure(value, figure.unit, language) : '…';
  return (
    <section className="card figure-chapter" id={chapter.family}>
      <h3>{say(FAMILIES[chapter.family] ?? [chapter.family, chapter.family])}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>{text('figure.name')}</th>
            <th className="n">{text('figure.value')}</th>
            <th className="n">{text('figure.lastYear')}</th>
            <th className="n figure-change">{text('figure.change')}</th>
          </tr>
        </thead>
        <tbody>
          {chapter.rows.map(({ figure, now, before }) => (
            <tr key={figure.id}>
              <td>
                <button
                  type="button"
                  className="as-link"
                  onClick={() => open(figure.id)}
                  title={say(figure.definition)}
                >
                  {say(figure.label)}
                </button>
              </td>
              <td className="n strong">{write(figure, now)}</td>
              <td className="n quiet">{write(figure, before)}</td>
              <td className="n figure-change">
                {now && before && <Change now={now} before={before} unit={figure.unit} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ExportButton(props: { readonly chapters: readonly Chapter[] }) {
  const text = useText();
  const say = useSay();
  const save = () => {
    const head = (
      ['chapter', 'name', 'value', 'unit', 'bound', 'lastYear', 'change', 'definition'] as const
    ).map((key) => text(`figure.${key}`));
    const rows = props.chapters.flatMap(({ family, rows }) =>
      rows.map(({ figure, now, before }) => [
        say(FAMILIES[family] ?? [family, family]),
        say(figure.label),
        csvNumber(now?.value ?? null, figure.unit),
        figure.unit,
        text(`figure.bound.${now?.bound ?? 'exact'}`),
        csvNumber(before?.value ?? null, figure.unit),
        (now &&
          before &&
          changeText(now, before, figure.unit, text('figure.same'), text('figure.point'))?.text) ??
          '',
        say(figure.definition),
      ]),
    );
    saveCsv(text('figure.title'), [head, ...rows]);
  };
  return (
    <Button icon={<DownloadOutlined />} onClick={save}>
      {text('figure.csv')}
    </Button>
  );
}
