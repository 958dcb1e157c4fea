// Which crimes and penalties do these facts carry, and must the case be transferred? No ledger is opened.
import { dayOfInstant } from '../domain/kernel/day.ts';
import { assessJson } from '../domain/law/assess.ts';
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
      '文件为 {day, acts, animals, methods, banArea, banPeriod, place, permit, proceedsYuan, circumstances, priorActs}；代码与中文均可，未写的是未知。词汇见 docs/law.md。',
      'The file is {day, acts, animals, methods, banArea, banPeriod, place, permit, proceedsYuan, circumstances, priorActs}; codes or Chinese, absent is unknown. Vocabulary: docs/law.md.',
    ],
    [
      '理由与条文为中文。只供办案参考，由承办人确认；结论不因从宽情节而改为不移送。',
      'Reasons and articles are in Chinese. For the officer to confirm; a lenient circumstance never turns a transfer into none.',
    ],
  ],
  examples: ['shouye law assess facts.json', 'shouye law assess - --json --local-ban 弹弓 < facts.json'],
  run: assess,
};

async function assess(call: Call): Promise<number> {
  const today = dayOfInstant(Date.now());
  const result = orRefused(assessJson(await readFacts(call), { today, localBans: call.list('local-ban') }));
  if (call.json) call.speaker.json(result);
  else for (const line of assessmentText(result)) call.speaker.line(line);
  return EXIT.ok;
}
