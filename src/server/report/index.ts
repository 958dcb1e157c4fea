// The front door of summaries. (Actions to come with the report module.)
import { type Outcome, refuse } from '../../domain/kernel/outcome.ts';
import type { Effect } from '../acting.ts';

async function toCome(): Promise<Outcome<Effect>> {
  return refuse('report.missing', ['工作总结模块尚未就绪', 'Summaries are not ready yet']);
}

export { toCome as createReport, toCome as editReport, toCome as signReport, toCome as withdrawReport };
