// How does a clerk's workbook come in from the command line: blank template out, filled file in?
import { readFile, writeFile } from 'node:fs/promises';
import type { SheetPlan } from '../domain/import/plan.ts';
import { type Label, say } from '../domain/kernel/label.ts';
import { KINDS } from '../domain/kind.ts';
import type { ImportJob } from '../server/import/index.ts';
import { type Call, type Command, EXIT, RefusedError, UsageError } from './command.ts';
import { chooseActor, chooseCounty, fromHere, orRefused, withLedger } from './open.ts';
import { whichKind } from './which.ts';

export const templateCommand: Command = {
  name: 'template',
  label: ['生成供填写的表格模板', 'Make the workbook to fill in'],
  options: [
    {
      name: 'kinds',
      value: 'KIND,…',
      label: ['只要这些记录种类（中文名或代号）', 'Only these kinds of record (name or code)'],
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      label: ['写到哪个 .xlsx（默认 守野模板.xlsx）', 'The .xlsx to write (default 守野模板.xlsx)'],
    },
  ],
  examples: ['shouye template -o 模板.xlsx', 'shouye template --kinds inspection,案件 -o 检查.xlsx'],
  run: template,
};

export const importCommand: Command = {
  name: 'import',
  label: ['导入表格：全部保存，或一行也不保存', 'Import a workbook: every row or none'],
  argument: { name: 'FILE', required: true, label: ['.xlsx 或 .csv', '.xlsx or .csv'] },
  options: [
    { name: 'dry-run', label: ['只检查，不保存', 'Check only, save nothing'] },
    {
      name: 'exclude',
      value: 'SHEET:ROW',
      many: true,
      label: ['不导入这一行（可多次）', 'Leave this row out (repeatable)'],
    },
    {
      name: 'marked',
      value: 'FILE',
      label: ['把有错的格标在原表的副本上', 'Write a copy of the file with what is wrong marked in it'],
    },
    {
      name: 'plan',
      value: 'FILE',
      label: [
        '各表各列含义的 JSON（同网页导入的 plans）',
        'JSON of what sheets and columns mean (the plans of the web import)',
      ],
    },
    {
      name: 'withdraw-vanished',
      label: [
        '上次导入有、这次没有的行，其记录撤销',
        'Withdraw records whose rows were in the last import and are gone',
      ],
    },
  ],
  notes: [
    [
      '同一文件再次导入不会有任何改变；改过的文件只改动改过的部分。',
      'Importing the same file again changes nothing; an edited file changes only what was edited.',
    ],
  ],
  examples: [
    'shouye import 台账.xlsx --dry-run',
    'shouye import 台账.xlsx --exclude 检查:17 --marked 标注.xlsx',
  ],
  run: importWorkbook,
};

async function template(call: Call): Promise<number> {
  const names = call
    .text('kinds')
    ?.split(',')
    .map((name) => name.trim());
  const kinds = names?.map((name) => whichKind(name, KINDS));
  const file = fromHere(call.text('output') ?? '守野模板.xlsx');
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const actor = await chooseActor(app, call, county, null);
    const { templateWorkbook } = await import('../server/import/index.ts');
    await writeFile(file, await templateWorkbook({ app, actor, county }, kinds ?? KINDS));
    call.speaker.line(call.json ? JSON.stringify({ file }) : ([`已写好 ${file}`, `Wrote ${file}`] as Label));
    return EXIT.ok;
  });
}

function readExclude(call: Call): { sheet: string; row: number }[] {
  return call.list('exclude').map((text) => {
    const match = /^(.*)[:：](\d+)$/.exec(text);
    if (match?.[1] && match[2]) return { sheet: match[1], row: Number(match[2]) };
    throw new UsageError([
      `--exclude 应为 表名:行号，如 检查:17`,
      `--exclude must be SHEET:ROW, e.g. 检查:17`,
    ]);
  });
}

async function readPlan(call: Call): Promise<readonly SheetPlan[] | undefined> {
  const file = call.text('plan');
  if (file === undefined) return undefined;
  try {
    const { sheetPlan } = await import('../contract/api.ts');
    return sheetPlan.array().parse(JSON.parse(await readFile(fromHere(file), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new UsageError([`${file} 不是导入方案的 JSON`, `${file} is not the JSON of an import plan`]);
  }
}

async function importWorkbook(call: Call): Promise<number> {
  const { speaker } = call;
  const file = fromHere(call.argument);
  const [plan, bytes] = await Promise.all([readPlan(call), readFile(file)]);
  const exclude = readExclude(call);
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const actor = await chooseActor(app, call, county, 'import');
    const { importFile } = await import('../server/import/index.ts');
    const outcome = await importFile({ app, actor, county }, file, {
      ...{ exclude, dryRun: call.flag('dry-run'), withdrawVanished: call.flag('withdraw-vanished') },
      ...(plan ? { plan } : {}),
      onProgress: ({ status, progress: { done, total } }) => {
        if (done > 0)
          speaker.progress(
            status === 'saving' ? ['正在保存', 'Saving'] : ['正在读取', 'Reading'],
            done,
            total || undefined,
          );
      },
    });
    const job = orRefused(outcome);
    const marked = call.text('marked');
    if (marked !== undefined) await writeMarked(call, job, bytes, fromHere(marked));
    if (call.json) speaker.json(job);
    else show(call, job);
    const excluded = new Set(exclude.map(({ sheet, row }) => `${sheet}\n${row}`));
    const open = job.issues.some(
      (issue) => issue.severity === 'error' && !excluded.has(`${issue.sheet}\n${issue.row}`),
    );
    if (job.status !== 'done' && job.refusals.length > 0 && !call.json) throw new RefusedError(job.refusals);
    return job.status === 'done' || (job.status === 'ready' && call.flag('dry-run') && !open)
      ? EXIT.ok
      : EXIT.refused;
  });
}

async function writeMarked(call: Call, job: ImportJob, bytes: Uint8Array, target: string): Promise<void> {
  const errors = job.issues
    .filter((issue) => issue.severity === 'error')
    .map(({ sheet, cell, row, message }) => ({
      sheet,
      cell: cell === '' ? String(row) : cell,
      message: message[0],
    }));
  const { markErrors } = await import('../server/workbook/index.ts');
  const marked = await markErrors(bytes, errors);
  await writeFile(target, marked.bytes);
  call.speaker.note([`已标注 ${errors.length} 处：${target}`, `Marked ${errors.length} cells: ${target}`]);
}

/** More than a screen or two nobody reads; --json and --marked have them all. */
const SHOWN = 50;

function show(call: Call, job: ImportJob): void {
  const { speaker } = call;
  const { create, correct, same, vanished, error, skipped } = job.counts;
  const saved = job.status === 'done';
  for (const { sheet, cell, row, severity, message } of job.issues.slice(0, SHOWN))
    speaker.line(
      `${severity === 'error' ? '✗' : '·'} ${sheet}!${cell || row}  ${say(message, speaker.language)}`,
    );
  if (job.issues.length > SHOWN)
    speaker.line([
      `……另有 ${job.issues.length - SHOWN} 条，见 --json 或 --marked`,
      `… ${job.issues.length - SHOWN} more; see --json or --marked`,
    ]);
  speaker.line([
    `${saved ? '已保存' : '没有保存'}：新增 ${create}，更正 ${correct}，未变 ${same}，消失 ${vanished}，错误 ${error}，略过 ${skipped}`,
    `${saved ? 'Saved' : 'Nothing saved'}: ${create} new, ${correct} corrected, ${same} unchanged, ${vanished} vanished, ${error} wrong, ${skipped} skipped`,
  ]);
}
