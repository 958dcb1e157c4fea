// Which crimes and penalties do these facts carry, and must the case be transferred? No ledger is opened.
import { dayOfInstant } from '../domain/kernel/day.ts';
import { say } from '../domain/kernel/label.ts';
import { type AssessMore, assessJson } from '../domain/law/assess.ts';
import { assessmentText } from '../domain/law/assess-text.ts';
import { type Call, type Command, EXIT } from './command.ts';
import { readFacts } from './law.ts';
import { orRefused } from './open.ts';

export const assessCommand: Command = {
  name: 'law assess',
  label: ['依事实判断罪名、处罚与移送', 'Judge facts: crimes, penalties, transfer'],
  argument: {
    name: 'FILE',
    required: true,
    label: ['事实（JSON），- 为标准输入', 'The facts (JSON), - for standard input'],
  },
  options: [
    {
      name: 'local-ban',
      value: 'TOOL',
      many: true,
      label: [
        '当地已公布为禁用的工具、方法，可多次',
        'A tool or method banned by local rule; may be repeated',
      ],
    },
  ],
  notes: [
    [
      '文件为 {day, acts, animals, methods, banArea, banPeriod, place, permit, proceedsYuan, circumstances, priorActs}；代码与中文均可，未写的是未知；也可是这样的列表或每行一案（JSONL），逐案作答。词汇见 docs/law.md。',
      'The file is {day, acts, animals, methods, banArea, banPeriod, place, permit, proceedsYuan, circumstances, priorActs}; codes or Chinese, absent is unknown; a list of them or one a line (JSONL) is answered case by case. Vocabulary: docs/law.md.',
    ],
    [
      '只供办案参考，由承办人确认；结论不因从宽情节而改为不移送。',
      'For the officer to confirm; a lenient circumstance never turns a transfer into none. With --lang en the reasons and articles are English; only the Chinese is authentic.',
    ],
  ],
  examples: ['shouye law assess facts.json', 'shouye law assess - --json --local-ban 弹弓 < facts.json'],
  run: assess,
};

async function assess(call: Call): Promise<number> {
  const facts = await readFacts(call);
  const { language } = call.speaker;
  const more = { today: dayOfInstant(Date.now()), localBans: call.list('local-ban'), language };
  if (Array.isArray(facts) && facts.length > 0) return assessEach(call, facts, more);
  const result = orRefused(assessJson(facts, more));
  if (call.json) call.speaker.json(result);
  else for (const line of assessmentText(result, language)) call.speaker.line(line);
  return EXIT.ok;
}

/** Many cases, each answered or refused by itself, in order. */
function assessEach(call: Call, cases: readonly unknown[], more: AssessMore): number {
  const { language } = call.speaker;
  const answers = cases.map((facts, i) => {
    const id = (facts as { id?: unknown } | null)?.id ?? i + 1;
    return { id, outcome: assessJson(facts, more) };
  });
  if (call.json)
    call.speaker.json(
      answers.map(({ id, outcome }) =>
        outcome.ok ? { id, ...outcome.value } : { id, refusals: outcome.refusals },
      ),
    );
  else
    for (const { id, outcome } of answers) {
      const lines = outcome.ok
        ? assessmentText(outcome.value, language)
        : outcome.refusals.map((r) => `${r.where ?? ''}: ${say(r.message, language)}`);
      for (const line of [say([`【${String(id)}】`, `[${String(id)}]`], language), ...lines])
        call.speaker.line(line);
    }
  return answers.every(({ outcome }) => outcome.ok) ? EXIT.ok : EXIT.refused;
}
