// Which English strings do overview, campaign, figures, reports and map show?
import type { zhFigure } from './zh-figure.ts';

export const enFigure: Record<keyof typeof zhFigure, string> = {
  'figure.title': 'Figures',
  'report.title': 'Summaries',
  'map.title': 'Map',
};
