// What does the law say of these facts? Read from a file or standard input; no ledger is opened.
import { dayOfInstant } from '../domain/kernel/day.ts';
import { type Label, say } from '../domain/kernel/label.ts';
import { formatFen } from '../domain/kernel/money.ts';
import { refuse } from '../domain/kernel/outcome.ts';
import { readDay } from '../domain/kernel/read-day.ts';
import { en, inTurn, zh } from '../domain/kernel/wording.ts';
import { animalName } from '../domain/law/animal-name.ts';
import { ANIMAL_FORMS, ANIMAL_ORIGINS } from '../domain/law/animal-word.ts';
import { BASE_STATUSES } from '../domain/law/base-status.ts';
import { readItems } from '../domain/law/read-items.ts';
import { PROTECTION_LEVELS } from '../domain/law/taxonomy.ts';
import { valueAll } from '../domain/law/valuation.ts';
import { valuationToJson } from '../domain/law/valuation-json.ts';
import type { Valuation, ValuationLine } from '../domain/law/valuation-line.ts';
import { type Call, type Command, EXIT } from './command.ts';
import { readJson } from './json.ts';
import { orRefused } from './open.ts';

const valueCommand: Command = {
  name: 'law value',
  label: ['野生动物价值核算', 'What animals are worth'],
  argument: {
    name: 'FILE',
    required: true,
    label: ['事实（JSON），- 为标准输入', 'The facts (JSON), - for standard input'],
  },
  options: [
    {
      name: 'day',
      value: 'DAY',
      label: ['事发日，文件中未写时用', 'Day of the event where the file has none'],
    },
  ],
  notes: [
    [
      '文件为 [{species, count|mass, form, origin, actualPriceYuan, …}] 或 {day, animals: […]}，代码与中文名均可；只写数的 mass 以公斤计。',
      'The file is [{species, count|mass, form, origin, actualPriceYuan, …}] or {day, animals: […]}, codes or Chinese words; a bare mass is in kg.',
    ],
    [
      '基准价值均未经与官方原文核对，见每行的 status；缺什么在 missing 中说明，不作猜测。',
      'No base value is compared with the official text, see status on each line; what is missing is said, never guessed.',
    ],
  ],
  examples: ['shouye law value animals.json', 'shouye law value - --day 2024-03-01 --json < animals.json'],
  run: value,
};

export const lawCommands: readonly Command[] = [valueCommand];

/** The facts of the file named, or of standard input. */
export function readFacts(call: Call): Promise<unknown> {
  return readJson(call.argument, 'facts.json');
}

async function value(call: Call): Promise<number> {
  const { animals, notUnderstood, day: stated } = orRefused(readItems(await readFacts(call)));
  const { day, isToday } = dayOf(call, stated);
  const { language } = call.speaker;
  const valuation = valueAll(animals, { day });
  const today: Label = ['未写事发日，按今天计。', 'No day of the event is stated: taken as today.'];
  if (call.json)
    call.speaker.json({
      day,
      ...(isToday ? { dayNote: say(today, language) } : {}),
      ...valuationToJson(valuation, language),
      notUnderstood: notUnderstood.map((text) => say(text, language)),
    });
  else {
    if (isToday) call.speaker.note(today);
    for (const text of notUnderstood) call.speaker.note([zh`未能识别：${text}`, en`Not understood: ${text}`]);
    showValuation(call, valuation);
  }
  return EXIT.ok;
}

/** The day of the file, else of the option, else today, which is said. */
function dayOf(call: Call, stated: string | null): { readonly day: string; readonly isToday: boolean } {
  const option = call.text('day');
  if (stated !== null) return { day: stated, isToday: false };
  if (option === undefined || option === '') return { day: dayOfInstant(Date.now()), isToday: true };
  const read = readDay(option);
  if (read.ok && read.value !== undefined) return { day: read.value, isToday: false };
  return orRefused(refuse('facts.invalid', read.ok ? DAY : read.message, { where: 'day' }));
}

const DAY: Label = ['看不懂事发日', 'Cannot read the day'];

const HEAD: readonly Label[] = [
  ['动物', 'Animal'],
  ['级别', 'Class'],
  ['形态', 'Form'],
  ['来源', 'Origin'],
  ['数量', 'Number'],
  ['基准价值', 'Base'],
  ['倍数', 'Times'],
  ['占比', 'Share'],
  ['核算（元）', 'By method (yuan)'],
  ['认定（元）', 'Counts (yuan)'],
  ['依据', 'By'],
];

const BY: Readonly<Record<ValuationLine['by'], Label>> = {
  appraised: ['鉴定、认定', 'appraiser'],
  actual: ['实际价格', 'price paid'],
  market: ['市场价格', 'market'],
  method: ['评估方法', 'method'],
  none: ['待定', 'open'],
};

function showValuation({ speaker }: Call, valuation: Valuation): void {
  const { language } = speaker;
  const word = (
    options: readonly { readonly code: string; readonly label: Label }[],
    code: string | null,
  ) => {
    const found = options.find((o) => o.code === code);
    return found === undefined ? '—' : say(found.label, language);
  };
  const fen = (amount: number | null) => (amount === null ? '—' : formatFen(amount));
  const withStatus = (amount: string, status: string) =>
    say([`${amount}（${status}）`, `${amount} (${status.toLowerCase()})`], language);
  speaker.table(
    HEAD,
    valuation.lines.map((line) => [
      say(animalName(line), language),
      word(PROTECTION_LEVELS, line.protection),
      word(ANIMAL_FORMS, line.form),
      word(ANIMAL_ORIGINS, line.origin),
      line.count ?? '—',
      line.base === null ? '—' : withStatus(fen(line.base.fen), word(BASE_STATUSES, line.base.status)),
      line.multiple === null ? '—' : `×${line.multiple}`,
      line.part === null ? '—' : String(line.part),
      fen(line.assessed),
      fen(line.value),
      say(BY[line.by], language),
    ]),
  );
  for (const [at, line] of valuation.lines.entries()) {
    speaker.line(`\n${at + 1}. ${say(animalName(line), language)}`);
    for (const note of line.notes) speaker.line(`   ${say(note, language)}`);
    for (const lack of line.missing)
      speaker.line(`   ${say(['待查明：', 'To be found: '], language)}${say(lack, language)}`);
    if (line.articles.length > 0) speaker.line(`   ${say(inTurn(line.articles), language)}`);
  }
  const [least, total] = [formatFen(valuation.atLeast), valuation.total];
  speaker.line(
    total === null || valuation.bound === 'over'
      ? [`\n合计：不少于 ${least} 元`, `\nTotal: at least ¥${least}`]
      : [`\n合计：${formatFen(total)} 元`, `\nTotal: ¥${formatFen(total)}`],
  );
}
