// Where does a number of the summary come from? Its scope, its records, the recount, last year.
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import type { Scope } from '../../contract/api.ts';
import { findFigure } from '../../domain/figure/catalogue.ts';
import type { Figure } from '../../domain/figure/figure.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import type { ComposedNumber } from '../../domain/report/compose.ts';
import type { Difference } from '../../domain/report/freeze.ts';
import { LastYear } from '../figure/change.tsx';
import { ScopeWords } from '../figure/figure-drawer.tsx';
import { FigureRecords, RecountMark, useFigureRecords } from '../figure/figure-records.tsx';
import { scopeSearch } from '../figure/scope.ts';
import type { ReportView } from './report-view.ts';
import type { Desk } from './use-report.ts';

export function NumberPanel(props: {
  readonly id: string;
  readonly view: ReportView;
  readonly desk: Desk;
  readonly editable: boolean;
}) {
  const { id, view, desk, editable } = props;
  const number = view.numbers[id];
  const figure = number ? findFigure(number.figure) : undefined;
  if (!number || !figure) return null;
  return (
    <Known key={id} id={id} number={number} figure={figure} view={view} desk={desk} editable={editable} />
  );
}

/** What the figure routes take; the site of a number within an area has no filter there. */
function scopeOf(number: ComposedNumber): Scope {
  const { site: _site, ...scope } = number.scope;
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value));
}

function Known(props: {
  readonly id: string;
  readonly number: ComposedNumber;
  readonly figure: Figure;
  readonly view: ReportView;
  readonly desk: Desk;
  readonly editable: boolean;
}) {
  const { id, number, figure, view, editable } = props;
  const text = useText();
  const say = useSay();
  const county = useCounty();
  const scope = scopeOf(number);
  const records = useFigureRecords(figure.id, scope);
  const values = useCall('figures', {
    params: { county },
    query: { ...scope, ids: figure.id, lastYear: true },
  });
  const now = values.data?.figures[0];
  const difference = view.differences.find((d) => d.number === id);
  return (
    <section className="number-panel" aria-live="polite">
      <h3>{text('report.whence', { number: number.text })}</h3>
      <p className="quiet">
        {say(figure.label)} · <ScopeWords scope={scope} />
        {number.scope.site && ` · ${text('report.ofSite')}`}
      </p>
      <p className="quiet number-definition">{say(figure.definition)}</p>
      {difference && <DifferenceLine difference={difference} figure={figure} />}
      <p className="number-check">
        <RecountMark figure={figure} page={records.data?.pages[0]} />
        {now && <LastYear now={now} before={values.data?.lastYear[0]} unit={figure.unit} />}
      </p>
      <FigureRecords figure={figure} query={records} />
      <p>
        <Link to={`/figure?${scopeSearch(scope, { open: figure.id })}`}>
          {text('report.openRecords', { n: records.data?.pages[0]?.total ?? number.records })}
        </Link>
      </p>
      {editable && <BlankChoice {...props} />}
    </section>
  );
}

/** Whether the edition for publication shows this number. */
function BlankChoice(props: { readonly id: string; readonly number: ComposedNumber; readonly desk: Desk }) {
  const { id, number, desk } = props;
  const text = useText();
  const redaction = desk.edits.redaction ?? {};
  const byDefault = redaction.numbers ?? number.blank;
  const blank = (byDefault || redaction.blank?.includes(id)) && !redaction.keep?.includes(id);
  const set = (on: boolean) =>
    desk.change((now) => {
      const { keep = [], blank: blanked = [], ...rest } = now.redaction ?? {};
      return {
        ...now,
        redaction: {
          ...rest,
          keep: on ? keep.filter((k) => k !== id) : [...keep.filter((k) => k !== id), id],
          blank:
            on && !byDefault ? [...blanked.filter((b) => b !== id), id] : blanked.filter((b) => b !== id),
        },
      };
    }, `blank${id}`);
  return (
    <Checkbox checked={Boolean(blank)} onChange={(event) => set(event.target.checked)}>
      {text('report.blankThis')}
    </Checkbox>
  );
}

export function DifferenceLine(props: { readonly difference: Difference; readonly figure: Figure }) {
  const { difference, figure } = props;
  const text = useText();
  const language = useLanguage();
  const { signed, now, added, removed, changed } = difference;
  return (
    <p className="note-box warn">
      {text('report.difference', {
        signed: formatFigure(signed, figure.unit, language),
        now: formatFigure(now, figure.unit, language),
        added: added.length,
        removed: removed.length,
        changed: changed.length,
      })}
    </p>
  );
}
