// What does docs/procedure.md say? The table of cases as diagrams and lists, and who answers which alarm.
import { GUARDS } from '../src/domain/case/guard.ts';
import { guardLimits } from '../src/domain/case/guard-fact.ts';
import { caseProcedure } from '../src/domain/case/procedure.ts';
import { CASE_OPENING, CASE_STATUSES } from '../src/domain/case/status.ts';
import type { StepRule } from '../src/domain/kernel/procedure.ts';
import { COUNTY_LIMITS } from '../src/domain/law/county-limit.ts';

type Rule = Pick<
  StepRule,
  'name' | 'label' | 'from' | 'to' | 'by' | 'review' | 'article' | 'starts' | 'stops' | 'pauses' | 'resumes'
>;

const WORD: Readonly<Record<string, string>> = {
  clerk: 'clerk',
  officer: 'officer',
  otherAgency: 'other agency',
  leader: 'leader',
  reviewer: 'reviewer',
};
/** Not among the law texts the product was written from; to be compared before they are quoted. */
const FROM_MEMORY = /刑事诉讼法|行政强制法/;

const PARTS: readonly { readonly title: string; readonly statuses: readonly string[] }[] = [
  {
    title: 'From discovery to the end of the investigation',
    statuses: ['discovered', 'filingAsked', 'investigating', 'concluded', 'handedOver', 'collected'],
  },
  {
    title: 'Notice, hearing, decision and execution',
    statuses: [
      ...['hearingOffered', 'hearingAsked', 'hearingSet', 'notified', 'decided', 'resolved', 'served'],
      ...['deferred', 'enforcing', 'closing', 'closed', 'notFiled', 'handed'],
    ],
  },
  {
    title: 'Transfer to the police, and what the police decide',
    statuses: [
      ...['transferReported', 'transferApproved', 'transferred', 'policeReviewing', 'forwarding'],
      ...['declined', 'reconsidering', 'upheld', 'supervising'],
    ],
  },
  {
    title: 'Investigation by the police, prosecution, judgment and return',
    statuses: ['policeFiled', 'prosecuting', 'court', 'returned'],
  },
];

const targets = ({ to }: Rule): readonly (readonly [choice: string, status: string])[] =>
  to === undefined ? [] : typeof to === 'string' ? [['', to]] : Object.entries(to.of);

const zh = (code: string) => CASE_STATUSES.find((status) => status.code === code)?.label[0] ?? code;

function diagram(statuses: readonly string[], rules: readonly Rule[]): string {
  const edges = statuses.flatMap((from) =>
    rules
      .filter((rule) => rule.from.includes(from))
      .flatMap((rule) =>
        targets(rule).map(
          ([choice, to]) => `  ${from} --> ${to}: ${rule.label[0]}${choice ? `（${choice}）` : ''}`,
        ),
      ),
  );
  const met = [...new Set([...statuses, ...edges.map((edge) => edge.split(/ --> |: /)[1] ?? '')])].filter(
    Boolean,
  );
  const names = met.map((code) => `  ${code} : ${zh(code)}`);
  const ends = statuses
    .filter((code) => CASE_STATUSES.some((status) => status.code === code && 'end' in status))
    .map((code) => `  ${code} --> [*]`);
  const begin = statuses.includes('discovered') ? ['  [*] --> discovered'] : [];
  return ['```mermaid', 'stateDiagram-v2', ...names, ...begin, ...edges, ...ends, '```'].join('\n');
}

function clocks(rule: Rule): string {
  const starts = (rule.starts ?? []).map((each) => {
    if (typeof each === 'string') return `▶ ${each}`;
    const when = Object.entries(each.when ?? {}).map(([field, code]) => `${field} = ${code}`);
    const due = each.due ? ` until \`${each.due}\`` : '';
    return `▶ ${each.deadline}${due}${when.length > 0 ? ` (${when.join(', ')})` : ''}`;
  });
  const others = [
    ...(rule.stops ?? []).map((id) => `■ ${id}`),
    ...(rule.pauses ?? []).map((each) => `‖ ${each.deadline}`),
    ...(rule.resumes ?? []).map((id) => `▷ ${id}`),
  ];
  return [...others, ...starts].join('<br>');
}

function many(from: readonly string[]): string {
  if (from.length === CASE_STATUSES.length) return 'anywhere';
  const open = CASE_STATUSES.filter((status) => !('end' in status));
  if (from.length === open.length && open.every(({ code }) => from.includes(code)))
    return 'anywhere but an end';
  return from.map(zh).join('、');
}

function stepRow(rule: Rule): string {
  const to = targets(rule)
    .map(([choice, status]) => `${choice ? `${choice} → ` : ''}${zh(status)}`)
    .join('<br>');
  const by = rule.by.map((role) => WORD[role] ?? role).join(', ');
  const hand = rule.review ? ' (not a handler)' : '';
  const article = rule.article ?? '';
  return `| \`${rule.name}\` | ${rule.label[0]} | ${rule.label[1]} | ${many(rule.from)} | ${to} | ${by}${hand} | ${article}${FROM_MEMORY.test(article) ? ' †' : ''} | ${clocks(rule)} |`;
}

function statusRow(status: (typeof CASE_STATUSES)[number]): string {
  const why =
    'end' in status ? 'an end' : 'unclocked' in status ? status.unclocked[1] : 'runs a clock of the law';
  return `| \`${status.code}\` | ${status.label[0]} | ${status.label[1]} | ${why} |`;
}

function openingRow({ when, status, clocks: began }: (typeof CASE_OPENING)[number]): string {
  const conditions = Object.entries(when).map(([field, want]) => `\`${field}\` ${want}`);
  const runs = Object.entries(began ?? {}).map(([deadline, field]) => `${deadline} since \`${field}\``);
  return `| ${conditions.join(', ') || 'anything else'} | ${zh(status)} | ${runs.join('<br>')} |`;
}

const table = (head: string, rows: readonly string[]): string => {
  const columns = head.split('|').length - 2;
  return [head, `|${'---|'.repeat(columns)}`, ...rows].join('\n');
};

const INTRO = `# How a case moves

Printed by \`scripts/print-procedure.ts\` from the tables in \`src/domain/case\`; a test holds the two together. A case
(案件) is its steps: nothing in it is edited, and where it stands is a fold over what was done. One table serves the
administrative (行政), forestry (林政) and criminal (刑事) track, for the law meets where the tracks meet.

- A step is taken from the statuses named, by the roles named. A reviewer's step (审核) is never taken by somebody who
  registered or handled the case, not even after undoing what was handled.
- The last step can be undone (撤销), an earlier one corrected (更正); both are steps themselves, and what follows must
  still be legal.
- Clocks: ▶ begins, ■ ends, ‖ stands still, ▷ goes on. Ids are those of \`src/domain/law/deadline-table.ts\` and
  \`county-limit.ts\`. A clock begun twice is the earlier one.
- Conditions that the law makes absolute are refused: fewer than two officers (行政处罚法42), a decision without notice and
  defence (62), without the legal review that is due (58) or the collective discussion (57), a fine above what was notified
  (45), a transfer without its papers (移送规定6), a closing without a result or of a penalty on the spot not reported (52). What is merely late is recorded as it was and shows
  as late: a rule that refuses the truth teaches people to write another date.`;

const TRACKS = `## Tracks

A case becomes criminal by \`transfer\` or \`policeFileDirectly\`. It becomes administrative or forestry again only by \`refile\`
from 退回待处理 or by the head's \`changeTrack\`; either leaves \`downgraded\` on the case, an alarm until a reviewer has answered it.
What a ledger said wrongly (track, outcome, days of filing, transfer and closing) is put right by \`restate\`, with document and
reason: while no step has moved the case it then stands where such a row begins; whatever it lowers leaves \`downgraded\` as well.
\`transfer\` ends the ninety days of art. 60 (a transfer is one of the four decisions of art. 57); \`refile\`, a revocation on review
(复议撤销) and a court's refusal to execute begin them anew.`;

const ALARMS = `## Guards

An alarm (警示) cannot be closed over. It ends when its facts end, or stands answered by the step \`answer\` (答复警示): a reason
of ten characters or more, by a reviewer or leader who did not handle the matter. The answer holds for one cause, a short
text made of the facts behind the alarm; when they change the alarm is back. Answers are told in the summary's problem section.

What was once stated stays in sight: limits count from the first day stated and never from a later correction of it, a correction that
says less than before (\`*.altered\`), a decision of others taken back (\`case.takenBack\`) and a short count ring until they are put right
or answered, and a record taken out of a campaign still stands against closing it. Nobody answers a matter whose officer, or whose
former officer, bears his name. A tip nobody took up (\`tip.untaken\`, 野生动物保护法第6条第3款) rings too; it is ended by taking it up or
setting it aside with a reason, not by an answer.`;

/** The whole page. */
export function procedurePage(): string {
  const rules: readonly Rule[] = caseProcedure.steps;
  const guards = GUARDS.map(
    (guard) => `| \`${guard.code}\` | ${guard.label[0]} | ${guard.label[1]} | ${guard.article} |`,
  );
  const limits = COUNTY_LIMITS.map(
    (limit) => `| \`${limit.id}\` | ${limit.label[0]} | ${limit.label[1]} | ${limit.days} | ${limit.owes} |`,
  );
  const days = Object.entries(guardLimits()).map(([name, n]) => `${name} ${n}`);
  const sections = [
    INTRO,
    ...PARTS.map(({ title, statuses }) => `## ${title}\n\n${diagram(statuses, rules)}`),
    TRACKS,
    `## Statuses\n\n${table('| code | 状态 | status | clock |', CASE_STATUSES.map(statusRow))}`,
    `## Steps\n\n† quoted from memory: compare with the text before citing it in a document.\n\n${table('| step | 步骤 | in English | from | to | by | article | clocks |', rules.map(stepRow))}`,
    `## Where a row of a ledger begins\n\nThe first row whose conditions hold.\n\n${table('| the record has | begins in | clocks |', CASE_OPENING.map(openingRow))}`,
    ALARMS,
    table('| guard | 警示 | in English | article |', guards),
    `Days a county may set for itself (setting \`limits\`), and what holds until it does. Guards use ${days.join(', ')}.`,
    table('| limit | 期限 | in English | days | owed by |', limits),
  ];
  return `${sections.join('\n\n')}\n`;
}
