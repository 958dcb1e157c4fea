// How did the months go, beside the same months a year before?
import { Segmented, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { getFigure } from '../../domain/figure/catalogue.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import { addMonths, addYears, monthOf } from '../../domain/kernel/day.ts';
import { type Ink, trendOption } from '../figure/chart-option.ts';

const Chart = lazy(async () => ({ default: (await import('../figure/chart.tsx')).Chart }));

export const TRENDS = ['turnout.personTimes', 'inspection.venues', 'case.total', 'seizure.animals'] as const;
const MONTHS = 12;

/** The last twelve months up to `until`, 'YYYY-MM'. */
export function monthsUpTo(until: string): string[] {
  return Array.from({ length: MONTHS }, (_, i) =>
    addMonths(`${until.slice(0, 7)}-01`, i - MONTHS + 1).slice(0, 7),
  );
}

export function useTrend(figure: string, until: string) {
  const county = useCounty();
  const months = monthsUpTo(until);
  const from = `${months[0]}-01`;
  const series = (first: string, last: string) =>
    ({ params: { county, figure }, query: { from: first, until: last, by: 'month' } }) as const;
  const now = useCall('figureSeries', series(from, until), { keep: true });
  const before = useCall('figureSeries', series(addYears(from, -1), addYears(until, -1)), { keep: true });
  const at = (parts: typeof now.data, month: string) => parts?.parts.find((part) => part.key === month);
  return {
    months,
    now: months.map((month) => at(now.data, month)),
    before: months.map((month) => at(before.data, addYears(`${month}-01`, -1).slice(0, 7))),
    ready: now.data !== undefined,
  };
}

export function TrendChart(props: {
  readonly figure: string;
  readonly until: string;
  readonly height: number;
  readonly ink?: Ink;
  readonly fontSize?: number;
}) {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const figure = getFigure(props.figure);
  const trend = useTrend(props.figure, props.until);
  const write = (value: number) => formatFigure({ value, bound: 'exact' }, figure.unit, language);
  const name = (month: string) =>
    language === 'zh' ? `${monthOf(`${month}-01`)}月` : `${month.slice(2, 4)}-${month.slice(5)}`;
  const option = trendOption({
    names: trend.months.map(name),
    now: trend.now,
    before: trend.before,
    words: { now: text('overview.thisYear'), before: text('overview.yearBefore') },
    scale: 1,
    write,
    ...(props.ink ? { ink: props.ink } : {}),
    ...(props.fontSize ? { fontSize: props.fontSize } : {}),
  });
  const spoken = trend.months
    .map((month, i) => `${month} ${trend.now[i] ? write(trend.now[i]?.value ?? 0) : 0}`)
    .join('，');
  return (
    <Suspense fallback={<Spin />}>
      <Chart option={option} height={props.height} label={`${say(figure.label)}：${spoken}`} />
    </Suspense>
  );
}

export function TrendCard(props: { readonly until: string }) {
  const text = useText();
  const [figure, setFigure] = useState<string>(TRENDS[0]);
  return (
    <section className="card">
      <h3 className="card-head">
        {text('overview.trend')}
        <Segmented
          size="small"
          value={figure}
          onChange={setFigure}
          options={TRENDS.map((id) => ({ value: id as string, label: text(`overview.trend.${id}`) }))}
        />
      </h3>
      <TrendChart figure={figure} until={props.until} height={240} />
    </section>
  );
}
