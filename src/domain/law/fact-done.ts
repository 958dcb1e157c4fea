// Which acts were done, and with which animals?
import { animalTexts } from './animal-text.ts';
import type { ActStatement, Animal, AnimalMore } from './fact.ts';
import { type ActHint, readAct } from './fact-act.ts';
import { type CircumstanceCode, readCircumstance } from './fact-circumstance.ts';
import {
  type Desk,
  doubtful,
  isRecord,
  readState,
  say,
  short,
  texts,
  UNKNOWN,
  unclear,
} from './fact-desk.ts';
import { ANIMAL_KEYS, readAnimals } from './read-animal.ts';
import { PROTECTION_LEVELS, type ProtectionLevel, termOf } from './taxonomy.ts';

export function readActs(desk: Desk, raw: unknown, at: string): readonly ActStatement[] {
  const out: ActStatement[] = [];
  for (const [text, where] of texts(desk, raw, at)) {
    const read = readAct(text);
    for (const hint of read.hints) applyHint(desk, hint);
    for (const { code, state } of ACT_WORD.test(text) ? [] : readCircumstance(text))
      if (OF_ACT.has(code)) say(desk, code, state);
    const isUnread = read.statements.length === 0 && read.hints.length === 0;
    if (read.sense === 'denied') tellNotDone(desk, text);
    else if (read.sense === 'doubted') doubtful(desk, where, text);
    else if (isUnread) unclear(desk, where, text);
    if (read.sense === 'doubted' || (isUnread && read.sense === undefined)) out.push({ text, codes: [] });
    for (const codes of read.statements)
      if (!out.some((s) => s.codes.join() === codes.join())) out.push({ text, codes });
  }
  return out;
}

function tellNotDone(desk: Desk, text: string): void {
  desk.notes.push([
    `行为“${text}”：所述为没有该行为，不计入`,
    `Act “${text}”: stated not to have been done; not counted`,
  ]);
}

/** A bare word of the table states the act and nothing beside it. */
const ACT_WORD = /^(?:[A-Za-z]\w*|食用|利用|引进外来物种)$/;
const OF_ACT: ReadonlySet<CircumstanceCode> = new Set<CircumstanceCode>([
  'cateringSale',
  'electroPoisonBlast',
  'banArea',
  'banPeriod',
  'reserve',
  'reserveWater',
  'outOfCounty',
  'knowsCrime',
  'sea',
  'inland',
  'noPermit',
  'selfUse',
  'foodPurpose',
]);

function applyHint(desk: Desk, hint: ActHint): void {
  say(desk, hint, 'yes');
}

export function readAnimalList(desk: Desk, raw: unknown, at: string): readonly Animal[] {
  const one: unknown = Array.isArray(raw) || raw === undefined || raw === null ? raw : [raw];
  // ["画眉5只、麻雀30只"] names two, as the text alone does.
  const split = (entry: unknown): readonly unknown[] =>
    typeof entry === 'string' && entry !== '' ? animalTexts(entry) : [entry];
  const list: unknown = Array.isArray(one) ? (one as readonly unknown[]).flatMap(split) : one;
  const read = readAnimals(list, at, desk);
  if (!read.ok) {
    desk.refusals.push(...read.refusals);
    return [];
  }
  return read.value.map((item, i) => ({
    ...item,
    ...readMoreOf(desk, (list as readonly unknown[])[i], `${at}[${i}]`),
  }));
}

/** Read here beside what a valuation reads, or said about the row only. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'protection',
  'protectionLevel',
  'level',
  'status',
  '保护级别',
  'cites',
  'CITES',
  'approved',
  '核准',
  'former',
  '调出名录',
  'terrestrial',
  '陆生',
  'unit',
  'id',
  'note',
  '单位',
  '备注',
]);

function readMoreOf(desk: Desk, raw: unknown, at: string): AnimalMore {
  if (!isRecord(raw)) return {};
  for (const key of Object.keys(raw))
    if (!ANIMAL_KEYS.has(key) && !OWN_KEYS.has(key))
      desk.notUnderstood.push([
        `${at}：不认识的项“${key.slice(0, 60)}”`,
        `${at}: unknown key “${key.slice(0, 60)}”`,
      ]);
  const stated = raw.protection ?? raw.protectionLevel ?? raw.level ?? raw.status ?? raw['保护级别'];
  // A report writes the appendix where the class stands: status 附录II.
  const isAppendix = typeof stated === 'string' && /附录|CITES/i.test(stated);
  const level = isAppendix ? undefined : stated;
  const term = typeof level === 'string' ? termOf(LEVELS, level) : undefined;
  if (
    level !== undefined &&
    level !== null &&
    term === undefined &&
    !(typeof level === 'string' && UNKNOWN.test(level))
  )
    unclear(desk, `${at}.protection`, short(level));
  const cites = raw.cites ?? raw.CITES ?? (isAppendix ? stated : undefined);
  const flag = (value: unknown, name: string) => readState(desk, value, `${at}.${name}`);
  const approved = flag(raw.approved ?? raw['核准'], 'approved');
  const former = flag(raw.former ?? raw['调出名录'], 'former');
  const terrestrial = flag(raw.terrestrial ?? raw['陆生'], 'terrestrial');
  const appendix = typeof cites === 'string' && APPENDIX.test(cites.normalize('NFKC').trim());
  const listed = appendix
    ? 'yes'
    : typeof cites === 'string' && /(?:III|3|三|Ⅲ)/.test(cites)
      ? 'no'
      : flag(cites, 'cites');
  return {
    ...(term === undefined || term.code === 'unknown' ? {} : { statedLevel: term.code as ProtectionLevel }),
    ...(listed === 'unknown' ? {} : { cites: listed === 'yes' }),
    ...(approved === 'unknown' ? {} : { approved: approved === 'yes' }),
    ...(former === 'unknown' ? {} : { former: former === 'yes' }),
    ...(terrestrial === 'unknown' ? {} : { terrestrial: terrestrial === 'yes' }),
  };
}

const APPENDIX =
  /^(?:列入)?(?:CITES|《?濒危野生动植物种国际贸易公约》?)?(?:公约)?(?:附录)?(?:I{1,2}|1|2|一|二)(?:物种|级)?$/i;

const LEVELS = PROTECTION_LEVELS.map((t) => ({
  ...t,
  aliases: [...t.aliases, ...(t.code === 'provincialKey' ? ['地方重点保护'] : [])],
}));
