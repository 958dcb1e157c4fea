// How does docs/trace.md read?
import { GUARDS } from '../case/guard.ts';
import { getFigure } from '../figure/catalogue.ts';
import { ruleOf } from '../kernel/procedure.ts';
import { getKind } from '../kind.ts';
import { findProcedure } from '../procedure.ts';
import { OUTLINES } from './outlines.ts';
import { TRACES, type Trace } from './trace.ts';

const HEAD = `# 追溯表 Trace

每个短语都有归处：记录的字段、统计指标、总结的句子、核对、办理步骤、警示、界面；尚未建成的，写明“待后续事项”。
Every phrase of the three seed summaries has a home: fields of records, figures, the sentence that says it, checks, the steps
that do it, the alarms that ring when it is not done, screens; what is not yet built says so.

本文件由 \`scripts/build-trace.ts\` 从 \`src/domain/report/trace.ts\` 生成，请勿手改。Generated; do not edit by hand.
`;

/** The whole of docs/trace.md. */
export function traceDocument(): string {
  const parts = (['A', 'B', 'C'] as const).map((summary) => {
    const rows = TRACES.filter((trace) => trace.summary === summary).map(row);
    return [
      `## ${summary} ${OUTLINES[summary].label[0]} ${OUTLINES[summary].label[1]}`,
      '',
      '| 编号 | 短语 | 记录字段 | 指标 | 句子 | 核对 | 步骤 | 警示 | 界面 | 待后续事项 |',
      '|---|---|---|---|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  });
  return `${HEAD}\n${parts.join('\n')}`;
}

function row(trace: Trace): string {
  const code = (list: readonly string[]) => list.map((item) => `\`${item}\``).join(' ');
  const cells = [
    trace.id,
    trace.quote,
    trace.fields.map(fieldText).join(' '),
    trace.figures.map((id) => `\`${id}\`（${getFigure(id).label[0]}，${getFigure(id).unit}）`).join(' '),
    code(trace.sentences),
    code(trace.checks),
    trace.steps.map(stepText).join(' '),
    trace.guards
      .map((guard) => `\`${guard}\`（${GUARDS.find(({ code }) => code === guard)?.label[0] ?? ''}）`)
      .join(' '),
    code(screensOf(trace)),
    trace.toCome,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function stepText(path: string): string {
  const [kind = '', step = ''] = path.split('.');
  const procedure = findProcedure(kind);
  return `\`${path}\`（${(procedure && ruleOf(procedure, step))?.label[0] ?? ''}）`;
}

function fieldText(path: string): string {
  const [kind = '', field = ''] = path.split('.');
  return `\`${path}\`（${getKind(kind).fields[field]?.label[0] ?? ''}）`;
}

/** Each kind has its register; a figure opens in the explorer and a sentence in the summary. */
export function screensOf(trace: Trace): string[] {
  const kinds = [...new Set(trace.fields.map((path) => path.split('.')[0]))];
  return [...kinds.map((kind) => `/record/${kind}`), ...trace.screens];
}
