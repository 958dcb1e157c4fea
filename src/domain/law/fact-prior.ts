// Which acts before this one do the facts state?
import type { Day } from '../kernel/day.ts';
import type { PriorAct } from './fact.ts';
import { type CircumstanceCode, readCircumstance } from './fact-circumstance.ts';
import {
  type Desk,
  isNoAmount,
  isRecord,
  type Json,
  MOST_LIST,
  readOneDay,
  readState,
  readYuan,
  wrong,
} from './fact-desk.ts';
import { readActs, readAnimalList } from './fact-done.ts';
import { readPeriod, unfold } from './fact-published.ts';
import type { State } from './fact-state.ts';

export function readPriors(desk: Desk, raw: unknown, day: Day | null): readonly PriorAct[] {
  if (raw === undefined || raw === null || (typeof raw === 'string' && isNoAmount(raw))) return [];
  if (isRecord(raw)) return readPriors(desk, [raw], day);
  if (!Array.isArray(raw) || raw.length > MOST_LIST) {
    desk.refusals.push(wrong('priorActs', '应是列表（[…]）', 'A list ([…]) is needed here'));
    return [];
  }
  return raw.flatMap((entry: unknown, i) => {
    const at = `priorActs[${i}]`;
    if (isRecord(entry)) return [readPrior(desk, entry, at, day)];
    desk.refusals.push(
      wrong(at, '应是 {day, acts, valueYuan, handled}', '{day, acts, valueYuan, handled} is needed'),
    );
    return [];
  });
}

const KNOWN: ReadonlySet<string> = new Set(
  (
    'day date 日期 from 起 until 止 period 期间 时间 acts act 行为 animals animal 动物 species 物种 valueYuan value_yuan value 价值 案值 handled 已处理 处理 处理情况 ' +
    'penalised penalized 受过行政处罚 penalisedOn penalizedOn 处罚日期 prosecutable 应当追诉 id note 备注 count unit mass 数量 单位 重量 ' +
    'special 苗种 circumstances 情节 place 地点'
  ).split(' '),
);

function readPrior(desk: Desk, raw: Json, at: string, day: Day | null): PriorAct {
  const own: Desk = { ...desk, circumstances: new Map(), methods: [], venues: [], bans: [] };
  const told = raw.day ?? raw.date ?? raw['日期'] ?? raw.until ?? raw['止'];
  const span = told === undefined ? readPeriod(desk, raw.period ?? raw['期间'] ?? raw['时间']) : undefined;
  // As of the case itself: an act that lasted counts on its last day.
  const priorDay = span?.until ?? span?.from ?? readOneDay(desk, told ?? raw.from ?? raw['起'], `${at}.day`);
  for (const key of Object.keys(raw))
    if (!KNOWN.has(key))
      desk.notUnderstood.push([
        `${at}：不认识的项“${key.slice(0, 60)}”`,
        `${at}: unknown key “${key.slice(0, 60)}”`,
      ]);
  if (priorDay !== null && day !== null && priorDay > day)
    desk.refusals.push(
      wrong(`${at}.day`, '前次行为不能晚于本次行为', 'An earlier act cannot be after this one'),
    );
  const penalised = readState(desk, raw.penalised ?? raw.penalized ?? raw['受过行政处罚'], `${at}.penalised`);
  const handled = readState(
    desk,
    raw.handled ?? raw['已处理'] ?? raw['处理'] ?? raw['处理情况'],
    `${at}.handled`,
  );
  return {
    day: priorDay,
    acts: readActs(own, raw.acts ?? raw.act ?? raw['行为'], `${at}.acts`),
    value: readYuan(
      desk,
      raw.valueYuan ?? raw.value_yuan ?? raw.value ?? raw['价值'] ?? raw['案值'],
      `${at}.valueYuan`,
    ),
    animals: readAnimalList(desk, animalsOf(raw), `${at}.animals`),
    handled: penalised === 'yes' ? 'yes' : handled,
    penalised,
    penalisedOn: readOneDay(desk, raw.penalisedOn ?? raw.penalizedOn ?? raw['处罚日期'], `${at}.penalisedOn`),
    special: specialOf(desk, raw, at),
    prosecutable: readState(desk, raw.prosecutable ?? raw['应当追诉'], `${at}.prosecutable`),
  };
}

/** 苗种、怀卵亲体, or in a germplasm reserve: told of the earlier fishing in its own words, or as `special`. */
function specialOf(desk: Desk, raw: Json, at: string): State {
  const told = [raw.acts, raw.act, raw.circumstances, raw.place, raw['行为'], raw['情节'], raw['地点']];
  const words = told.flat().filter((text): text is string => typeof text === 'string');
  const states = words.flatMap((text) =>
    readCircumstance(text).flatMap(({ code, state }) => (SPECIAL.has(code) ? [state] : [])),
  );
  return states.includes('yes') ? 'yes' : readState(desk, raw.special ?? raw['苗种'], `${at}.special`);
}

const SPECIAL: ReadonlySet<CircumstanceCode> = new Set<CircumstanceCode>(['fry', 'reserveWater']);

/** Of a prior act as of the case: its animals by any of their keys, or one animal written flat. */
function animalsOf(raw: Json): unknown {
  const flat = unfold(raw) as Json;
  return flat.animals ?? flat.animal ?? flat['动物'] ?? flat.species ?? flat['物种'];
}
