// How did a figure change against the same period last year?
import { useLanguage, useText } from '../../client/i18n.ts';
import type { FigureOnWire } from '../../contract/api.ts';
import { formatFigure } from '../../domain/figure/format.ts';

/** '+16.5%', '持平', or null when there is nothing to compare. For rates the difference in percentage points. */
export function changeText(
  now: FigureOnWire,
  before: FigureOnWire,
  unit: string,
  same: string,
  point: string,
): { readonly text: string; readonly sign: number } | null {
  if (now.value === null || before.value === null) return null;
  const difference = now.value - before.value;
  if (difference === 0) return before.value === 0 ? null : { text: same, sign: 0 };
  const sign = Math.sign(difference);
  if (unit === '%')
    return { text: `${sign > 0 ? '+' : '−'}${Math.abs(difference).toFixed(1)}${point}`, sign };
  if (before.value === 0) return null;
  const share = Math.abs(difference / before.value) * 100;
  return { text: `${sign > 0 ? '+' : '−'}${share < 1000 ? share.toFixed(1) : Math.round(share)}%`, sign };
}

/** `good`: more of it is better (work done), so that a fall is red; otherwise neither is. */
export function Change(props: {
  readonly now: FigureOnWire;
  readonly before: FigureOnWire;
  readonly unit: string;
  readonly good?: boolean;
}) {
  const text = useText();
  const { now, before, unit, good } = props;
  const change = changeText(now, before, unit, text('figure.same'), text('figure.point'));
  if (!change) return null;
  const tone = good && change.sign !== 0 ? (change.sign > 0 ? 'up' : 'down') : 'even';
  return <span className={`change ${tone}`}>{change.text}</span>;
}

/** '去年同期 1,102 +16.5%' as small print. */
export function LastYear(props: {
  readonly now: FigureOnWire;
  readonly before: FigureOnWire | undefined;
  readonly unit: string;
  readonly good?: boolean;
}) {
  const text = useText();
  const language = useLanguage();
  const { now, before, unit, good = false } = props;
  if (!before) return null;
  return (
    <>
      {text('figure.lastYear')} {formatFigure(before, unit, language)}{' '}
      <Change now={now} before={before} unit={unit} good={good} />
    </>
  );
}
