// What does a bar or trend chart of figures look like? Colours of the house, no decoration.

import { COLOUR } from '../../client/theme.ts';
import type { FigureOnWire } from '../../contract/api.ts';

const FONT = 'Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';

export interface Ink {
  readonly words: string;
  readonly line: string;
  readonly bar: string;
  readonly before: string;
}
export const ON_PAPER: Ink = { words: COLOUR.ink2, line: COLOUR.line, bar: COLOUR.pine, before: COLOUR.reed };
export const ON_WALL: Ink = { words: '#c6d8d1', line: '#2c4a41', bar: '#59b394', before: '#e0b765' };

const amount = (figure: FigureOnWire | undefined, scale: number) =>
  figure?.value === undefined || figure.value === null ? null : figure.value / scale;

export interface TrendInput {
  readonly names: readonly string[];
  readonly now: readonly (FigureOnWire | undefined)[];
  readonly before: readonly (FigureOnWire | undefined)[];
  readonly words: { readonly now: string; readonly before: string };
  /** 1, or 1,000,000 to show fen as 万元. */
  readonly scale: number;
  readonly write: (value: number) => string;
  readonly ink?: Ink;
  readonly fontSize?: number;
}

/** Bars for this year's months, a line for the same months a year before. */
export function trendOption(input: TrendInput) {
  const { names, now, before, words, scale, write, ink = ON_PAPER, fontSize = 12 } = input;
  const style = { color: ink.words, fontFamily: FONT, fontSize };
  return {
    textStyle: style,
    grid: { left: 4, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: style },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (v: unknown) => (typeof v === 'number' ? write(v) : '—'),
    },
    xAxis: {
      type: 'category',
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.line } },
      axisLabel: { ...style, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: scale === 1 ? 1 : 0,
      splitNumber: 4,
      axisLabel: style,
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        name: words.now,
        type: 'bar',
        barMaxWidth: 26,
        itemStyle: { color: ink.bar, borderRadius: [2, 2, 0, 0] },
        data: now.map((figure) => amount(figure, scale)),
      },
      {
        name: words.before,
        type: 'line',
        symbolSize: 5,
        lineStyle: { width: 1.5, color: ink.before },
        itemStyle: { color: ink.before },
        data: before.map((figure) => amount(figure, scale)),
      },
    ],
  };
}

/** Lying bars, the largest on top. */
export function rankOption(
  parts: readonly (FigureOnWire & { readonly name: string })[],
  scale: number,
  write: (value: number) => string,
) {
  const style = { color: COLOUR.ink2, fontFamily: FONT, fontSize: 12 };
  return {
    textStyle: style,
    grid: { left: 4, right: 56, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: parts.map((part) => part.name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...style, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        itemStyle: { color: COLOUR.pine, borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          ...style,
          formatter: (p: { value: unknown }) => (typeof p.value === 'number' ? write(p.value) : ''),
        },
        data: parts.map((part) => amount(part, scale)),
      },
    ],
  };
}
