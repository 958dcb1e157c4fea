// What is waiting: records by what is due, and what may not pass silently?
import { type Actor, mayRead } from '../domain/access/access.ts';
import { shown } from '../domain/access/shown.ts';
import { dayOfInstant } from '../domain/kernel/day.ts';
import { say } from '../domain/kernel/label.ts';
import type { Kind } from '../domain/kernel/record.ts';
import { titleOf } from '../domain/kernel/title.ts';
import { getKind } from '../domain/kind.ts';
import { findLimit } from '../domain/law/county-limit.ts';
import { findDeadline } from '../domain/law/deadline-table.ts';
import { findProcedure } from '../domain/procedure.ts';
import type { App } from '../server/app.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { readScope, SCOPE_OPTIONS } from './figures.ts';
import { chooseActor, chooseCounty, refused, withLedger } from './open.ts';
import { whichKind, whichMoved } from './which.ts';

const GUARDED = ['case', 'seizure', 'clue'].map(getKind);

const alarmsCommand: Command = {
  name: 'alarms',
  label: [
    '列出警示：不能悄悄过去的事，等得最久的在前',
    'List the alarms: what may not pass silently, the longest waiting first',
  ],
  options: [
    { name: 'kind', value: 'KIND', label: ['只要：case、seizure、clue', 'Only: case, seizure, clue'] },
    ...SCOPE_OPTIONS.filter(({ name }) => ['campaign', 'from', 'until'].includes(name)),
    { name: 'open', label: ['不要已答复的', 'Leave out those answered'] },
  ],
  notes: [
    [
      '答复警示是审核人的一步，须说明理由：shouye step case AJ-2025-0001 answer --set guard=… --set cause=… --set reason=… --as reviewer',
      'An alarm is answered by a reviewer’s reasoned step: shouye step case AJ-2025-0001 answer --set guard=… --set cause=… --set reason=… --as reviewer',
    ],
  ],
  examples: ['shouye alarms --county 640221', 'shouye alarms --kind case --open --json'],
  run: (call) => withLedger(call, ({ app }) => alarms(call, app)),
};

const workCommand: Command = {
  name: 'work',
  label: ['列出办理中的记录，先到期的在前', 'List what is under way, what is due first standing first'],
  argument: {
    name: 'KIND',
    required: true,
    label: [
      '记录种类：clue、case、seizure、reward、campaign 或中文名',
      'Kind: clue, case, seizure, reward, campaign',
    ],
  },
  options: [
    { name: 'overdue', label: ['只要已超期的', 'Only what is overdue'] },
    { name: 'soon', label: ['只要三天内到期的', 'Only what is due within three days'] },
    { name: 'status', value: 'STATUS,…', label: ['只要这些状态（代号）', 'Only these statuses (codes)'] },
    { name: 'mine', label: ['只要 --as 账号经办的', 'Only what the --as account handles'] },
    { name: 'all', label: ['办结的也要', 'With what has ended'] },
    { name: 'limit', value: 'N', label: ['最多几条（默认 200）', 'At most so many (default 200)'] },
  ],
  examples: ['shouye work clue --county 640221', 'shouye work 案件 --overdue --json'],
  run: (call) => withLedger(call, ({ app }) => work(call, app)),
};

export const workCommands: readonly Command[] = [workCommand, alarmsCommand];

function requireRead(actor: Actor, kinds: readonly Kind[]): void {
  if (!kinds.every((kind) => mayRead(actor, kind)))
    throw refused('access.denied', '您的角色不能查看这类记录', 'Your role may not see these records');
}

async function alarms(call: Call, app: App): Promise<number> {
  const asked = call.text('kind');
  const kind = asked === undefined ? undefined : whichKind(asked, GUARDED).name;
  const county = await chooseCounty(app, call);
  requireRead(await chooseActor(app, call, county, null), GUARDED);
  const { listAlarms } = await import('../server/guard/index.ts');
  const day = dayOfInstant(new Date(app.now()).toISOString());
  const { campaign, from, until } = await readScope(app, call, county);
  const every = await listAlarms(app.db, county, day, { kind, campaign, from, until });
  const found = call.flag('open') ? every.filter(({ answered }) => answered === null) : every;
  if (call.json) {
    call.speaker.json({ county, day, alarms: found });
    return EXIT.ok;
  }
  const { language } = call.speaker;
  call.speaker.table(
    [
      ['警示', 'Alarm'],
      ['记录', 'Record'],
      ['名称', 'Name'],
      ['责任人', 'Owed by'],
      ['自', 'Since'],
      ['答复', 'Answer'],
    ],
    found.map((alarm) => [
      say(alarm.label, language),
      alarm.no,
      alarm.name.slice(0, 30),
      alarm.who,
      alarm.since,
      alarm.answered ? `${alarm.answered.on} ${alarm.answered.reason.slice(0, 30)}` : '',
    ]),
  );
  const open = found.filter(({ answered }) => answered === null).length;
  call.speaker.line([
    `未答复 ${open} 项，已答复 ${found.length - open} 项`,
    `${open} open, ${found.length - open} answered`,
  ]);
  return EXIT.ok;
}

function readLimit(call: Call): number {
  const limit = Number(call.text('limit') ?? 200);
  if (Number.isInteger(limit) && limit > 0 && limit <= 10_000) return limit;
  throw new UsageError(['--limit 应为 1 到 10000', '--limit must lie between 1 and 10000']);
}

async function work(call: Call, app: App): Promise<number> {
  const kind = whichMoved(call.argument);
  const limit = readLimit(call);
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, null);
  requireRead(actor, [kind]);
  const { countWork, listWork } = await import('../server/procedure/index.ts');
  const { namesFor } = await import('../server/record/index.ts');
  const now = new Date(app.now()).toISOString();
  const filter = {
    status: call.text('status')?.split(',').filter(Boolean),
    open: call.flag('all') ? undefined : true,
    due: call.flag('overdue') ? ('overdue' as const) : call.flag('soon') ? ('soon' as const) : undefined,
    mine: call.flag('mine') ? actor : undefined,
  };
  const found = await listWork(app.db, county, kind, filter, now, { limit });
  const rows = found.map((each) => ({ ...each, row: shown(actor, kind, each.row) }));
  const counts = await countWork(app.db, county, kind, filter, now);
  if (call.json) {
    call.speaker.json({ county, kind: kind.name, rows, counts });
    return EXIT.ok;
  }
  const names = await namesFor(
    app.db,
    county,
    kind,
    rows.map(({ row }) => row.values),
  );
  showWork(call, kind, rows, names);
  call.speaker.line([
    `办理中 ${Object.values(counts.status).reduce((sum, n) => sum + n, 0)}，超期 ${counts.overdue}，三天内到期 ${counts.soon}`,
    `${Object.values(counts.status).reduce((sum, n) => sum + n, 0)} under way, ${counts.overdue} overdue, ${counts.soon} due within three days`,
  ]);
  return EXIT.ok;
}

type Row = Awaited<ReturnType<typeof import('../server/procedure/index.ts')['listWork']>>[number];

function showWork(call: Call, kind: Kind, rows: readonly Row[], names: ReadonlyMap<string, string>): void {
  const { language } = call.speaker;
  const statuses = findProcedure(kind.name)?.statuses ?? [];
  const owed = (id: string | null) =>
    id === null ? '' : say(findDeadline(id)?.action ?? findLimit(id)?.label ?? [id, id], language);
  call.speaker.table(
    [
      ['编号', 'Number'],
      ['名称', 'Name'],
      ['状态', 'Status'],
      ['最先到期', 'Due first'],
      ['应办', 'What is due'],
    ],
    rows.map(({ row, status, due, dueDeadline }) => [
      row.no,
      titleOf(kind, row.values, names).slice(0, 30),
      say(statuses.find(({ code }) => code === status)?.label ?? [status, status], language),
      due === null ? '—' : dayOfInstant(due),
      owed(dueDeadline),
    ]),
  );
}
