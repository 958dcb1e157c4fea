// How is a figure drawn? One ECharts in SVG, loaded when first needed; its numbers are read out as text too.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** What the drawing says, for those who cannot see it. */
  readonly label: string;
  readonly onPick?: (index: number) => void;
}

export function Chart(props: ChartProps) {
  const { option, height, label, onPick } = props;
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) => pick.current?.(event.dataIndex));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption({ animation: false, ...option }, { notMerge: true }), [option]);
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
