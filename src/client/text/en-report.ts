// Which English strings do the list and the editor of summaries show?
import type { zhReport } from './zh-report.ts';

export const enReport: Record<keyof typeof zhReport, string> = {
  'report.title': 'Summaries',
};
