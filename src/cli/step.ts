// How is a legal record moved from a terminal? By its number and the step's own fields, in the words of the form.
import { mayRead } from '../domain/access/access.ts';
import { type Procedure, stepKind } from '../domain/kernel/procedure.ts';
import type { Kind, Values } from '../domain/kernel/record.ts';
import { findProcedure, PROCEDURES } from '../domain/procedure.ts';
import type { App } from '../server/app.ts';
import { ACT_OPTIONS, readStamp, requireActor, runAs, showDone } from './act.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { readSet } from './field-value.ts';
import { readJson } from './json.ts';
import { chooseActor, chooseCounty, refused, withLedger } from './open.ts';
import { showForm, showStanding } from './step-show.ts';
import { whichMoved, whichRecord } from './which.ts';

const KIND_NAMES = PROCEDURES.map(({ kind }) => kind).join(' ');

export const stepCommand: Command = {
  name: 'step',
  label: ['查看一条记录办到哪一步，或办理下一步', 'See where a record stands, or take its next step'],
  argument: {
    name: 'KIND',
    required: true,
    label: [`记录种类：${KIND_NAMES}，或中文名`, `Kind of record: ${KIND_NAMES}, or its Chinese name`],
  },
  more: [
    {
      name: 'NO',
      required: true,
      label: ['编号（AJ-2025-0001）、案号、名称或 id', 'Its number (AJ-2025-0001), 案号, name or id'],
    },
    {
      name: 'STEP',
      required: false,
      label: [
        '步骤代号或名称；不写则显示期限、警示和可办的步骤',
        'The step; without it clocks, alarms and open steps are shown',
      ],
    },
  ],
  options: [
    {
      name: 'set',
      value: 'FIELD=VALUE',
      many: true,
      label: [
        '填写步骤的一项（可多次），字段用代号或名称，值同表格里的写法；日期为 on，说明为 reason',
        'Fill in a field of the step (repeatable), by name or label, written as in a workbook; its day is on, remarks reason',
      ],
    },
    {
      name: 'values',
      value: 'FILE',
      label: [
        '各项的 JSON，- 为标准输入；--set 优先',
        'JSON of the fields, - for standard input; --set goes first',
      ],
    },
    { name: 'form', label: ['只显示这一步要填写的内容，不办理', 'Only show what the step asks for'] },
    ...ACT_OPTIONS,
  ],
  notes: [
    [
      '办理须用 --as 说明是谁；谁能办、期限、门槛和复核回避与网页相同。每种程序的步骤见 docs/procedure.md。',
      'Taking a step needs --as; who may, clocks, thresholds and the rule that nobody reviews themselves are those of the desk. For the steps see docs/procedure.md.',
    ],
  ],
  examples: [
    'shouye step case AJ-2025-0001 --as officer',
    'shouye step case AJ-2025-0001 approveFiling --form',
    'shouye step 线索 XS-2025-0003 triage --set on=2025-09-02 --as clerk',
  ],
  run: step,
};

async function step(call: Call): Promise<number> {
  const kind = whichMoved(call.argument);
  const [no = '', typed = ''] = call.more;
  const procedure = findProcedure(kind.name) as Procedure;
  if (typed === '') {
    if (call.list('set').length > 0 || call.text('values') !== undefined)
      throw new UsageError(['请说明办理哪一步', 'Name the step to take']);
    return withLedger(call, ({ app }) => look(call, app, kind, procedure, no));
  }
  const of = stepNamed(procedure, typed);
  if (call.flag('form')) return showForm(call, procedure, nameOf(of));
  requireActor(call);
  return withLedger(call, ({ app }) => take(call, app, kind, procedure, no, of));
}

function nameOf(of: Kind): string {
  return of.name.slice(of.name.indexOf('.') + 1);
}

/** The step `typed` names, as the kind its fields make. */
function stepNamed(procedure: Procedure, typed: string): Kind {
  const names = [...procedure.steps.map(({ name }) => name), 'revoke', 'amend'];
  const kinds = names.flatMap((name) => stepKind(procedure, name) ?? []);
  const found = kinds.find((of) => nameOf(of) === typed || of.label[0] === typed);
  if (found) return found;
  throw new UsageError([
    `没有“${typed}”这个步骤，有：${kinds.map((of) => `${nameOf(of)}（${of.label[0]}）`).join('、')}`,
    `There is no step ${typed}; there are: ${names.join(', ')}`,
  ]);
}

async function look(call: Call, app: App, kind: Kind, procedure: Procedure, no: string): Promise<number> {
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, null);
  if (!mayRead(actor, kind))
    throw refused('access.denied', '您的角色不能查看这类记录', 'Your role may not see these records');
  const row = await whichRecord(app, county, kind, no);
  return showStanding(call, app, actor, { kind, procedure, row });
}

async function take(
  call: Call,
  app: App,
  kind: Kind,
  procedure: Procedure,
  no: string,
  of: Kind,
): Promise<number> {
  const county = await chooseCounty(app, call);
  const row = await whichRecord(app, county, kind, no);
  const file = call.text('values');
  const given = file === undefined ? {} : await readJson(file);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refused('body.invalid', '--values 应是 {字段: 值}', '--values must hold {field: value}');
  const values: Values = { ...(given as Values) };
  for (const set of call.list('set')) {
    const [name, value] = await readSet(call, app, county, of, set);
    values[name] = value;
  }
  const stamp = readStamp(call);
  const seq = await seqOf(app, county, kind, row.id, stamp.id);
  const body = { kind: kind.name, id: row.id, seq, step: nameOf(of), values };
  const done = await runAs(call, app, 'step.take', body, stamp);
  showDone(call, 'step.take', done);
  return call.json ? EXIT.ok : look(call, app, kind, procedure, row.id);
}

/** How many steps were taken: now, or before the action `id` where it is asked for again. */
async function seqOf(app: App, county: string, kind: Kind, record: string, id: string | undefined) {
  const { findProgress, listSteps } = await import('../server/progress/index.ts');
  const steps = id === undefined ? [] : await listSteps(app.db, county, kind.name, record);
  const again = steps.find((one) => one.id === id);
  return again ? again.seq - 1 : ((await findProgress(app.db, county, kind.name, record))?.seq ?? 0);
}
