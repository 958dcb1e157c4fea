// Which clocks run on a record, by which article, until when, and who owes?
import { Tooltip } from 'antd';
import { useState } from 'react';
import { formatDayText } from '../../client/format.ts';
import { type TextKey, useLanguage, useSay, useText } from '../../client/i18n.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { articleLabel } from '../../domain/law/citation.ts';
import type { ClockOnWire } from './clock-words.ts';
import { ClockMark } from './due-mark.tsx';

const OWES = ['agency', 'head', 'officer', 'police', 'party', 'court'];

/** What is due first stands first; what has no day last. */
function byDue(a: ClockOnWire, b: ClockOnWire): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999');
}

export function ClockList(props: { readonly clocks: readonly ClockOnWire[] }) {
  const text = useText();
  const [past, setPast] = useState(false);
  const running = props.clocks.filter((clock) => clock.until === null).toSorted(byDue);
  const ended = props.clocks.filter((clock) => clock.until !== null);
  const shown = past ? [...running, ...ended] : running;
  if (props.clocks.length === 0) return null;
  return (
    <div className="clocks">
      {shown.length > 0 && (
        <ul aria-label={text('clock.title')}>
          {shown.map((clock, index) => (
            <ClockLine key={index} clock={clock} />
          ))}
        </ul>
      )}
      {ended.length > 0 && !past && (
        <button type="button" className="as-link no-print" onClick={() => setPast(true)}>
          {text('clock.past', { n: ended.length })}
        </button>
      )}
    </div>
  );
}

function ClockLine(props: { readonly clock: ClockOnWire }) {
  const { clock } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const due = clock.due === null ? null : formatDayText(dayOfInstant(clock.due), language);
  const law =
    clock.article === ''
      ? text('clock.county')
      : text('step.law', { article: say(articleLabel(clock.article)) });
  return (
    <li>
      <ClockMark clock={clock} />
      <Tooltip title={law}>
        {/* The article is there for the keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tooltip must be reachable without a mouse */}
        <span className="clock-label" tabIndex={0}>
          {say(clock.label)}
        </span>
      </Tooltip>
      <span className="quiet">
        {due && text('clock.due', { day: due })}
        {OWES.includes(clock.owes) && ` · ${text(`clock.owes.${clock.owes}` as TextKey)}`}
      </span>
      <span className="print-only quiet">{law}</span>
    </li>
  );
}
