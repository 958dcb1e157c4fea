// How far is the sweep of each type of venue, and where does it fall behind the calendar?
import { useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { VENUE_TYPES } from '../../domain/law/taxonomy.ts';
import type { SweepRow } from './morning.ts';

const SHOWN = 9;

/** Venues still to be visited to keep up with `share` of the period; 0 when on time. */
export function behindBy(row: SweepRow, share: number): number {
  return Math.max(0, Math.floor(row.registered * share) - row.visited);
}

const typeOf = (code: string) => VENUE_TYPES.find((type) => type.code === code);

/** `share`: how much of the period has passed (the plan line); null without a plan. */
export function SweepTable(props: {
  readonly rows: readonly SweepRow[];
  readonly share: number | null;
  readonly open: (figure: string) => void;
}) {
  const { rows, share, open } = props;
  const text = useText();
  const say = useSay();
  const [all, setAll] = useState(false);
  const sorted = [...rows].sort((a, b) => b.registered - a.registered);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <table className="plain sweep">
        <thead>
          <tr>
            <th>{text('overview.type')}</th>
            <th className="n">{text('overview.registered')}</th>
            <th className="n">{text('overview.visited')}</th>
            <th className="sweep-bar-head">
              {text(share === null ? 'overview.progress' : 'overview.progressPlan')}
            </th>
            <th>{text('overview.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const type = typeOf(row.venueType);
            return (
              <tr key={row.venueType}>
                <td>{type ? say(type.label) : row.venueType}</td>
                <td className="n">
                  <button
                    type="button"
                    className="as-link"
                    onClick={() => open(`venue.registered.${row.venueType}`)}
                  >
                    {row.registered}
                  </button>
                </td>
                <td className="n">
                  <button
                    type="button"
                    className="as-link"
                    onClick={() => open(`venue.covered.${row.venueType}`)}
                  >
                    {row.visited}
                  </button>
                </td>
                <td>
                  <SweepBar row={row} share={share} />
                </td>
                <td>
                  <SweepState row={row} share={share} unit={type?.unit ?? '家'} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <button type="button" className="as-link card-more" onClick={() => setAll(!all)}>
          {all ? text('overview.fewer') : text('overview.allTypes', { n: rows.length })}
        </button>
      )}
    </>
  );
}

export function SweepBar(props: { readonly row: SweepRow; readonly share: number | null }) {
  const { row, share } = props;
  const say = useSay();
  const type = typeOf(row.venueType);
  const done = row.registered > 0 ? Math.min(1, row.visited / row.registered) : 0;
  return (
    <div
      className="gauge"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={row.registered}
      aria-valuenow={row.visited}
      aria-label={type ? say(type.label) : row.venueType}
    >
      <i style={{ width: `${done * 100}%` }} />
      {share !== null && <u style={{ left: `calc(${share * 100}% - 1px)` }} />}
    </div>
  );
}

function SweepState(props: { readonly row: SweepRow; readonly share: number | null; readonly unit: string }) {
  const { row, share, unit } = props;
  const text = useText();
  if (row.visited >= row.registered) return <span className="mark good">{text('overview.done')}</span>;
  if (share === null)
    return <span className="quiet">{text('overview.left', { n: row.registered - row.visited, unit })}</span>;
  const behind = behindBy(row, share);
  if (behind === 0) return <span className="mark good">{text('overview.onPlan')}</span>;
  return <span className="mark soon">{text('overview.behind', { n: behind, unit })}</span>;
}
