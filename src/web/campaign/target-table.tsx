// How far is each target: venues visited against the plan, or clues and cases of its violations?
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { FigureOnWire, RecordOnWire, Scope } from '../../contract/api.ts';
import { findFigure } from '../../domain/figure/catalogue.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import { VENUE_TYPES, VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';

interface Target {
  readonly row: RecordOnWire;
  readonly name: string;
  readonly planned: number | null;
  readonly venueTypes: readonly string[];
  readonly violations: readonly string[];
}

function targetOf(row: RecordOnWire): Target {
  const { name, planned, venueTypes, violations } = row.values as Record<string, unknown>;
  return {
    row,
    name: String(name),
    planned: typeof planned === 'number' ? planned : null,
    venueTypes: (venueTypes as string[] | undefined) ?? [],
    violations: (violations as string[] | undefined) ?? [],
  };
}

/** Types of venue are disjoint, so the venues visited of several types are their sum; open ground is patrolled instead. */
const FIELD_TYPES: readonly string[] = VENUE_TYPES.filter((type) => type.kind === 'field').map(
  (type) => type.code,
);
const venueFigures = (target: Target) =>
  target.venueTypes.length > 0 && target.venueTypes.every((type) => FIELD_TYPES.includes(type))
    ? ['patrol.sites']
    : target.venueTypes.map((type) => `inspection.venues.${type}`).filter((id) => findFigure(id));
const violationFigures = (target: Target) =>
  target.violations
    .flatMap((code) => [`clue.violation.${code}`, `case.violation.${code}`])
    .filter((id) => findFigure(id));

export function TargetTable(props: {
  readonly rows: readonly RecordOnWire[];
  readonly scope: Scope;
  readonly open: (figure: string) => void;
}) {
  const { rows, scope, open } = props;
  const text = useText();
  const county = useCounty();
  const targets = rows.map(targetOf);
  const ids = [
    ...new Set(targets.flatMap((target) => [...venueFigures(target), ...violationFigures(target)])),
  ];
  const query = useCall(
    'figures',
    { params: { county }, query: { ...scope, ids: ids.join(',') } },
    { enabled: ids.length > 0, keep: true },
  );
  const values = new Map(query.data?.figures.map((figure) => [figure.id, figure]));
  return (
    <table className="plain targets">
      <thead>
        <tr>
          <th>{text('campaign.target')}</th>
          <th className="n">{text('campaign.planned')}</th>
          <th className="n">{text('campaign.reached')}</th>
          <th className="target-bar">{text('overview.progress')}</th>
          <th>{text('campaign.ofViolation')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={target.row.id} target={target} values={values} open={open} />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow(props: {
  readonly target: Target;
  readonly values: ReadonlyMap<string, FigureOnWire>;
  readonly open: (figure: string) => void;
}) {
  const { target, values, open } = props;
  const text = useText();
  const venues = venueFigures(target);
  const known = venues.every((id) => values.has(id));
  const reached = venues.reduce((sum, id) => sum + (values.get(id)?.value ?? 0), 0);
  const share = target.planned ? Math.min(1, reached / target.planned) : null;
  return (
    <tr>
      <td>
        <RecordLink kind="target" id={target.row.id}>
          {target.name}
        </RecordLink>
      </td>
      <td className="n">{target.planned ?? '—'}</td>
      <td className="n">{venues.length === 0 ? '—' : known ? reached : '…'}</td>
      <td>
        {venues.length > 0 && share !== null && (
          <div
            className="gauge"
            role="progressbar"
            aria-valuemin={0}
            aria-valuemax={target.planned ?? 0}
            aria-valuenow={reached}
            aria-label={text('overview.progress')}
          >
            <i style={{ width: `${share * 100}%` }} />
          </div>
        )}
      </td>
      <td>
        <Violations target={target} values={values} open={open} />
      </td>
    </tr>
  );
}

function Violations(props: {
  readonly target: Target;
  readonly values: ReadonlyMap<string, FigureOnWire>;
  readonly open: (figure: string) => void;
}) {
  const { target, values, open } = props;
  const language = useLanguage();
  const text = useText();
  const say = useSay();
  const shown = violationFigures(target).filter((id) => (values.get(id)?.records ?? 0) > 0);
  return (
    <span className="violations">
      {shown.map((id) => {
        const figure = findFigure(id);
        const value = values.get(id);
        const code = id.split('.').at(-1) ?? '';
        const type = VIOLATION_TYPES.find((violation) => violation.code === code);
        if (!figure || !value) return null;
        return (
          <button
            key={id}
            type="button"
            className="as-link"
            title={type ? say(type.label) : ''}
            onClick={() => open(id)}
          >
            {text(id.startsWith('clue') ? 'campaign.clueCount' : 'campaign.caseCount', {
              code,
              value: formatFigure(value, figure.unit, language),
            })}
          </button>
        );
      })}
    </span>
  );
}
