// How is any action done from a terminal? Through the same door as the desk, with the rights of the account named.
import { randomBytes } from 'node:crypto';
import { ACTIONS } from '../contract/action.ts';
import { shownResult } from '../domain/access/shown.ts';
import { isUuid, uuidv7 } from '../domain/kernel/id.ts';
import type { RecordRow } from '../domain/kernel/record.ts';
import { findKind } from '../domain/kind.ts';
import type { Done } from '../server/action/index.ts';
import type { App } from '../server/app.ts';
import { type Call, type Command, EXIT, type Option, UsageError } from './command.ts';
import { readJson } from './json.ts';
import { chooseActor, chooseCounty, orRefused, withLedger } from './open.ts';

export const ACT_OPTIONS: readonly Option[] = [
  {
    name: 'id',
    value: 'UUID',
    label: [
      '操作编号；同一编号再次提交不会重复办理（默认新编）',
      'Id of the action; the same id again does nothing twice (default: a new one)',
    ],
  },
  {
    name: 'at',
    value: 'INSTANT',
    label: [
      '事情发生的时刻，如 2026-03-01T09:30:00+08:00（默认现在）',
      'When it happened, e.g. 2026-03-01T09:30:00+08:00 (default: now)',
    ],
  },
];

export const actCommand: Command = {
  name: 'act',
  label: ['执行任一操作：网页能做的都能做', 'Do any action: whatever a page does'],
  argument: {
    name: 'ACTION',
    required: true,
    label: ['操作名称，如 record.create、tip.triage', 'The action, e.g. record.create or tip.triage'],
  },
  more: [
    {
      name: 'BODY',
      required: true,
      label: ['操作内容（JSON 文件），- 为标准输入', 'Its body (a JSON file), - for standard input'],
    },
  ],
  options: ACT_OPTIONS,
  notes: [
    [
      '必须用 --as 说明是谁在办；权限、检查和日志与网页相同。只有系统自己能做的（tip.submit、tip.add、tip.erase）会被拒绝。内容的格式见 /api/openapi.json 和 src/contract。',
      '--as must say who acts; rights, checks and journal are those of the desk. What only the house itself does (tip.submit, tip.add, tip.erase) is refused. For the bodies see /api/openapi.json and src/contract.',
    ],
    [`操作有：${Object.keys(ACTIONS).join('、')}`, `There are: ${Object.keys(ACTIONS).join(', ')}`],
  ],
  examples: [
    'shouye act record.create 检查.json --as clerk',
    'shouye act setting.put - --as clerk --json < limits.json',
  ],
  run: act,
};

async function act(call: Call): Promise<number> {
  const kind = call.argument;
  if (!Object.hasOwn(ACTIONS, kind))
    throw new UsageError([
      `没有“${kind}”这种操作，有：${Object.keys(ACTIONS).join('、')}`,
      `There is no action ${kind}; there are: ${Object.keys(ACTIONS).join(', ')}`,
    ]);
  requireActor(call);
  const stamp = readStamp(call);
  const body = await readJson(call.more[0] ?? '');
  return withLedger(call, async ({ app }) => showDone(call, kind, await runAs(call, app, kind, body, stamp)));
}

/** What is done stands in somebody's name, so that nobody's is taken by default. */
export function requireActor(call: Call): void {
  if (call.text('as') === undefined)
    throw new UsageError(['请用 --as 说明以哪个账号办理', 'Say with --as which account acts']);
}

interface Stamp {
  readonly id: string | undefined;
  readonly at: string | undefined;
}

export function readStamp(call: Call): Stamp {
  const id = call.text('id')?.toLowerCase();
  if (id !== undefined && !isUuid(id))
    throw new UsageError([`--id 应为 UUID：${id}`, `--id must be a UUID: ${id}`]);
  const at = call.text('at');
  // Without an offset an instant would mean another one on another machine.
  const instant = at !== undefined && /T.*(Z|[+-]\d{2}:?\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (at !== undefined && Number.isNaN(instant))
    throw new UsageError([
      `--at 应为带时区的时刻，如 2026-03-01T09:30:00+08:00`,
      `--at must be an instant with its offset, e.g. 2026-03-01T09:30:00+08:00`,
    ]);
  return { id, at: at === undefined ? undefined : new Date(instant).toISOString() };
}

interface DoneAs extends Done {
  readonly id: string;
  readonly county: string;
}

/** Does it as the account of `--as`; a refusal ends the command. */
export async function runAs(
  call: Call,
  app: App,
  kind: string,
  body: unknown,
  stamp: Stamp,
): Promise<DoneAs> {
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, null);
  const { runAction } = await import('../server/action/index.ts');
  const id = stamp.id ?? uuidv7(app.now(), randomBytes(10));
  const at = stamp.at ?? new Date(app.now()).toISOString();
  const done = orRefused(await runAction(app, actor, county, { id, kind, at, body }));
  return { ...done, id, county, result: shownResult(actor, done.result) };
}

export function showDone(call: Call, kind: string, done: DoneAs): number {
  const { speaker } = call;
  const { id, county, replayed, result } = done;
  if (call.json) {
    speaker.json({ action: kind, id, county, replayed, result });
    return EXIT.ok;
  }
  const row = result as Partial<RecordRow> | null;
  const of = row?.values && typeof row.kind === 'string' ? findKind(row.kind) : undefined;
  speaker.line(
    replayed
      ? [`以前已办过，没有重复：${kind}`, `Done before, not done again: ${kind}`]
      : [`已办理：${kind}`, `Done: ${kind}`],
  );
  if (of && row)
    speaker.line([
      `${of.label[0]} ${row.no}，第 ${row.version} 版${row.withdrawn ? '，已撤回' : ''}`,
      `${of.label[1]} ${row.no}, version ${row.version}${row.withdrawn ? ', withdrawn' : ''}`,
    ]);
  else if (result !== null && result !== undefined) speaker.json(result);
  speaker.note([`操作编号 ${id}`, `Action ${id}`]);
  return EXIT.ok;
}
