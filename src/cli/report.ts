// How is a work summary begun, read, signed and written out from the command line?
import { writeFile } from 'node:fs/promises';
import type { Actor } from '../domain/access/access.ts';
import { isUuid } from '../domain/kernel/id.ts';
import { type Label, say } from '../domain/kernel/label.ts';
import { type App, instant, newId } from '../server/app.ts';
import type { Format, ReportRow } from '../server/report/index.ts';
import { type Call, type Command, EXIT, type Option, UsageError } from './command.ts';
import { readScope, SCOPE_OPTIONS } from './figures.ts';
import { chooseActor, chooseCounty, fromHere, orRefused, refused, withLedger } from './open.ts';

const WHICH = {
  name: 'REPORT',
  required: true,
  label: ['总结的编号（ZJ-2026-0001）或 UUID', 'Number (ZJ-2026-0001) or UUID of the summary'],
} as const;
const FORMATS: readonly Format[] = ['docx', 'html', 'md', 'xlsx'];
const OUTLINES = ['A', 'B', 'C'] as const;
const STATUS: Readonly<Record<ReportRow['status'], Label>> = {
  draft: ['草稿', 'draft'],
  signed: ['已签发', 'signed'],
  withdrawn: ['已撤回', 'withdrawn'],
};
const FILE_OPTIONS: readonly Option[] = [
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    label: [
      '写到哪个文件，格式依扩展名：.docx .html .md .xlsx（统计表）',
      'The file to write, by its ending: .docx .html .md .xlsx (statistics)',
    ],
  },
  {
    name: 'redacted',
    value: 'xx|**',
    label: [
      '公开版，隐去处代以 xx 或 **；隐去哪些依体例和编辑时的设置（A、B 隐去数字，C 隐去地名）',
      'The redacted edition with xx or ** for blanks; outline and editor say what is blanked (A, B numbers, C places)',
    ],
  },
];

export const reportCommands: readonly Command[] = [
  {
    name: 'report create',
    label: ['起草工作总结', 'Draft a work summary'],
    options: [
      {
        name: 'outline',
        value: 'A|B|C',
        label: ['体例：A 专项行动，B 联合行动，C 年度', 'Outline: A campaign, B joint campaign, C annual'],
      },
      { name: 'title', value: 'TITLE', label: ['标题', 'Title'] },
      ...SCOPE_OPTIONS,
      ...FILE_OPTIONS,
    ],
    examples: [
      'shouye report create --outline C --from 2026-01-01 --until 2026-12-31 --title 2026年工作总结 -o 总结.docx',
    ],
    run: create,
  },
  {
    name: 'report list',
    label: ['列出工作总结', 'List the work summaries'],
    options: [],
    examples: ['shouye report list', 'shouye report list --json'],
    run: list,
  },
  {
    name: 'report show',
    label: [
      '显示一份总结：正文、提醒、签发后的变化',
      'Show a summary: text, warnings, what changed since signing',
    ],
    argument: WHICH,
    options: [],
    examples: ['shouye report show ZJ-2026-0001', 'shouye report show ZJ-2026-0001 --json'],
    run: show,
  },
  {
    name: 'report sign',
    label: [
      '签发：固定数字、记录、法律版本和日志树头',
      'Sign: freeze figures, records, law version and journal head',
    ],
    argument: WHICH,
    options: [
      {
        name: 'explanation',
        value: 'TEXT',
        label: ['对须说明的提醒的说明', 'Explanation of warnings that need one'],
      },
    ],
    examples: ['shouye report sign ZJ-2026-0001 --as leader'],
    run: sign,
  },
  {
    name: 'report export',
    label: ['把总结写成文件', 'Write a summary to a file'],
    argument: WHICH,
    options: FILE_OPTIONS,
    examples: [
      'shouye report export ZJ-2026-0001 -o 总结.docx',
      "shouye report export ZJ-2026-0001 --redacted '**' -o 公开版.docx",
    ],
    run: write,
  },
];

const summaries = () => import('../server/report/index.ts');

async function act(app: App, county: string, actor: Actor, kind: string, body: unknown): Promise<void> {
  const { runAction } = await import('../server/action/index.ts');
  orRefused(await runAction(app, actor, county, { id: newId(app), kind, at: instant(app), body }));
}

async function find(app: App, county: string, text: string): Promise<ReportRow> {
  const { findReport, listReports } = await summaries();
  const id = isUuid(text)
    ? text
    : (await listReports(app.db, county)).find((report) => report.no === text)?.id;
  const report = id === undefined ? undefined : await findReport(app.db, county, id);
  if (report) return report;
  throw refused(
    'report.missing',
    `没有“${text}”这份总结，见 shouye report list`,
    `There is no summary ${text}; see shouye report list`,
  );
}

/** The file asked for, checked before anything is done. */
function readTarget(call: Call): { file: string; format: Format; mark: 'xx' | '**' | undefined } | undefined {
  const output = call.text('output');
  const mark = call.text('redacted');
  if (mark !== undefined && mark !== 'xx' && mark !== '**')
    throw new UsageError(['--redacted 应为 xx 或 **', '--redacted must be xx or **']);
  if (output === undefined) return undefined;
  const format = FORMATS.find((each) => output.toLowerCase().endsWith(`.${each}`));
  if (!format)
    throw new UsageError([
      '文件名应以 .docx、.html、.md 或 .xlsx 结尾',
      'The file must end in .docx, .html, .md or .xlsx',
    ]);
  return { file: fromHere(output), format, mark };
}

type Target = NonNullable<ReturnType<typeof readTarget>>;

async function writeTo(app: App, report: ReportRow, { file, format, mark }: Target): Promise<void> {
  const { fileOf } = await summaries();
  const marked = mark
    ? { ...report, edits: { ...report.edits, redaction: { ...report.edits.redaction, mark } } }
    : report;
  await writeFile(file, (await fileOf(app, marked, format, mark !== undefined)).bytes);
}

async function told(call: Call, report: ReportRow, label: Label, file?: string): Promise<number> {
  const { withoutFrozen } = await summaries();
  if (call.json) call.speaker.json({ ...withoutFrozen(report), ...(file ? { file } : {}) });
  else {
    call.speaker.line(label);
    if (file) call.speaker.line([`已写好 ${file}`, `Wrote ${file}`]);
  }
  return EXIT.ok;
}

async function create(call: Call): Promise<number> {
  const outline = OUTLINES.find((each) => each === call.text('outline')?.toUpperCase());
  if (!outline)
    throw new UsageError(['请用 --outline 给出体例 A、B 或 C', 'Name the outline A, B or C with --outline']);
  const target = readTarget(call);
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const actor = await chooseActor(app, call, county, 'report.write');
    const id = newId(app);
    const scope = await readScope(app, call, county);
    const title = call.text('title') ?? '野生动物保护工作总结';
    await act(app, county, actor, 'report.create', { id, outline, title, scope });
    const report = await find(app, county, id);
    if (target) await writeTo(app, report, target);
    return told(
      call,
      report,
      [`已起草 ${report.no} ${title}`, `Drafted ${report.no} ${title}`],
      target?.file,
    );
  });
}

async function list(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const { speaker } = call;
    const county = await chooseCounty(app, call);
    await chooseActor(app, call, county, null);
    const { listReports, withoutFrozen } = await summaries();
    const reports = await listReports(app.db, county);
    if (call.json) speaker.json(reports.map(withoutFrozen));
    else
      speaker.table(
        [
          ['编号', 'Number'],
          ['体例', 'Outline'],
          ['状态', 'State'],
          ['起', 'From'],
          ['止', 'Until'],
          ['标题', 'Title'],
        ],
        reports.map(({ no, outline, status, scope, title }) => [
          no,
          outline,
          say(STATUS[status], speaker.language),
          scope.from ?? '',
          scope.until ?? '',
          title,
        ]),
      );
    return EXIT.ok;
  });
}

async function show(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const { speaker } = call;
    const county = await chooseCounty(app, call);
    await chooseActor(app, call, county, null);
    const report = await find(app, county, call.argument);
    const { fileOf, viewReport, withoutFrozen } = await summaries();
    const { redaction: _redaction, ...view } = await viewReport(app, report);
    if (call.json) speaker.json({ report: withoutFrozen(report), ...view });
    else {
      const { bytes } = await fileOf(app, report, 'md', false);
      speaker.line(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
      for (const { message } of view.warnings)
        speaker.line([`提醒：${message[0]}`, `Warning: ${message[1]}`]);
      if (view.differences.length > 0)
        speaker.line([
          `签发后有 ${view.differences.length} 处变化，见 --json`,
          `${view.differences.length} differences since signing; see --json`,
        ]);
    }
    return EXIT.ok;
  });
}

async function sign(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const actor = await chooseActor(app, call, county, 'report.sign');
    const { id, no, version } = await find(app, county, call.argument);
    const body = { id, version, explanation: call.text('explanation') ?? '' };
    await act(app, county, actor, 'report.sign', body);
    return told(call, await find(app, county, id), [
      `已签发 ${no}（${actor.name}）`,
      `Signed ${no} (${actor.name})`,
    ]);
  });
}

async function write(call: Call): Promise<number> {
  const target = readTarget(call);
  if (!target) throw new UsageError(['请用 -o 给出文件名', 'Name the file with -o']);
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    await chooseActor(app, call, county, 'export');
    const report = await find(app, county, call.argument);
    await writeTo(app, report, target);
    return told(call, report, [`${report.no} ${report.title}`, `${report.no} ${report.title}`], target.file);
  });
}
