// Where does a record stand, which clocks run, and what may this account do next?
import type { Actor } from '../domain/access/access.ts';
import { dayOfInstant } from '../domain/kernel/day.ts';
import { type Label, say } from '../domain/kernel/label.ts';
import { type Procedure, ruleOf, stepKind } from '../domain/kernel/procedure.ts';
import type { Field, Kind, RecordRow } from '../domain/kernel/record.ts';
import { titleOf } from '../domain/kernel/title.ts';
import { articleLabel } from '../domain/law/citation.ts';
import type { App } from '../server/app.ts';
import type { AlarmView } from '../server/guard/index.ts';
import { type Call, EXIT } from './command.ts';

type View = Awaited<ReturnType<typeof import('../server/procedure/index.ts')['progressView']>>;

const STATES: Readonly<Record<string, Label>> = {
  running: ['进行中', 'running'],
  dueSoon: ['即将到期', 'due soon'],
  overdue: ['已超期', 'overdue'],
  met: ['按期办结', 'met'],
  metLate: ['逾期办结', 'met late'],
  suspended: ['中止计算', 'suspended'],
};

function formOf(procedure: Procedure, name: string) {
  const kind = stepKind(procedure, name);
  return Object.entries(kind?.fields ?? {}).map(([field, { label, type, required, ...rest }]) => ({
    field,
    label,
    type,
    required: required === true,
    ...('codes' in rest ? { codes: rest.codes.map(({ code, label }) => ({ code, label })) } : {}),
    ...('kind' in rest ? { kind: rest.kind } : {}),
  }));
}

/** Shows the record as it stands for `actor`, as the desk does. */
export async function showStanding(
  call: Call,
  app: App,
  actor: Actor,
  asked: { kind: Kind; procedure: Procedure; row: RecordRow },
): Promise<number> {
  const { kind, procedure, row } = asked;
  const { progressView } = await import('../server/procedure/index.ts');
  const { listAlarms } = await import('../server/guard/index.ts');
  const { namesFor } = await import('../server/record/index.ts');
  const today = dayOfInstant(new Date(app.now()).toISOString());
  const view = await progressView(app, actor, kind, row, procedure);
  const alarms = await listAlarms(app.db, row.county, today, { kind: kind.name, id: row.id });
  const open = [...view.open, ...(view.mayRevoke ? ['revoke', 'amend'] : [])];
  if (call.json) {
    const steps = open.map((name) => ({
      name,
      label: labelOf(procedure, name),
      form: formOf(procedure, name),
    }));
    const { open: _open, ...told } = view;
    call.speaker.json({
      kind: kind.name,
      id: row.id,
      no: row.no,
      county: row.county,
      ...told,
      alarms,
      open: steps,
    });
    return EXIT.ok;
  }
  const names = await namesFor(app.db, row.county, kind, [row.values]);
  const { language } = call.speaker;
  const status = procedure.statuses.find(({ code }) => code === view.status)?.label;
  call.speaker.line(`${say(kind.label, language)} ${row.no}  ${titleOf(kind, row.values, names)}`.trim());
  call.speaker.line([
    `现处：${status?.[0] ?? view.status}（${view.status}），已办 ${view.seq} 步`,
    `Stands at: ${status?.[1] ?? view.status} (${view.status}), ${view.seq} steps taken`,
  ]);
  if (view.clocks.length > 0) showClocks(call, view.clocks);
  for (const alarm of alarms) showAlarm(call, alarm);
  showSteps(call, procedure, open, actor);
  return EXIT.ok;
}

function labelOf(procedure: Procedure, name: string): Label {
  return stepKind(procedure, name)?.label ?? [name, name];
}

function showClocks(call: Call, clocks: View['clocks']): void {
  const { language } = call.speaker;
  const head: Label[] = [
    ['期限', 'Clock'],
    ['依据', 'By'],
    ['最后一天', 'Last day'],
    ['剩余天数', 'Days left'],
    ['状态', 'State'],
  ];
  call.speaker.table(
    head,
    clocks.map((clock) => [
      say(clock.label, language),
      say(clock.article === '' ? ['本县规定', 'the county'] : articleLabel(clock.article), language),
      clock.due === null ? '—' : dayOfInstant(clock.due),
      clock.until === null && clock.daysLeft !== null ? clock.daysLeft : '—',
      say(STATES[clock.state] ?? [clock.state, clock.state], language),
    ]),
  );
}

function showAlarm(call: Call, alarm: AlarmView): void {
  const { answered } = alarm;
  call.speaker.line([
    `警示（${alarm.guard}）：${alarm.label[0]}，${alarm.who}，自 ${alarm.since}${answered ? `；已答复：${answered.reason}` : ''}`,
    `Alarm (${alarm.guard}): ${alarm.label[1]}; owed by ${alarm.who} since ${alarm.since}${answered ? `; answered: ${answered.reason}` : ''}`,
  ]);
}

function showSteps(call: Call, procedure: Procedure, open: readonly string[], actor: Actor): void {
  const { language } = call.speaker;
  if (open.length === 0) {
    call.speaker.line([`账号“${actor.name}”现在没有可办的步骤`, `${actor.name} may take no step now`]);
    return;
  }
  call.speaker.line([`账号“${actor.name}”现在可办：`, `${actor.name} may take now:`]);
  call.speaker.table(
    [
      ['步骤', 'Step'],
      ['名称', 'Name'],
      ['填写项（* 必填）', 'Fields (* required)'],
    ],
    open.map((name) => {
      const rule = ruleOf(procedure, name);
      const fields = Object.entries(rule?.fields ?? stepKind(procedure, name)?.fields ?? {});
      return [
        name,
        say(labelOf(procedure, name), language),
        fields.map(([code, field]) => fieldText(code, field, language === 'zh')).join(' '),
      ];
    }),
  );
}

function fieldText(code: string, { label, required }: Field, zh: boolean): string {
  return `${code}${required ? '*' : ''}${zh ? `（${label[0]}）` : ''}`;
}

/** What a step asks for, with the choices of each field. */
export function showForm(call: Call, procedure: Procedure, name: string): number {
  const form = formOf(procedure, name);
  if (call.json) call.speaker.json({ step: name, label: labelOf(procedure, name), form });
  else
    call.speaker.table(
      [
        ['字段', 'Field'],
        ['名称', 'Label'],
        ['类型', 'Type'],
        ['必填', 'Required'],
        ['可选', 'Choices'],
      ],
      form.map(({ field, label, type, required, codes, kind }) => [
        field,
        say(label, call.speaker.language),
        type,
        required ? '*' : '',
        codes?.map((each) => `${each.code} ${say(each.label, call.speaker.language)}`).join('、') ??
          kind ??
          '',
      ]),
    );
  return EXIT.ok;
}
