// Which acts before this one do the facts state?
import type { Day } from '../kernel/day.ts';
import type { PriorAct } from './fact.ts';
import {
  type Desk,
  isRecord,
  type Json,
  MOST_LIST,
  readOneDay,
  readState,
  readYuan,
  wrong,
} from './fact-desk.ts';
import { readActs, readAnimalList } from './fact-done.ts';

export function readPriors(desk: Desk, raw: unknown, day: Day | null): readonly PriorAct[] {
  if (raw === undefined || raw === null) return [];
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

function readPrior(desk: Desk, raw: Json, at: string, day: Day | null): PriorAct {
  const own: Desk = { ...desk, circumstances: new Map(), methods: [], venues: [] };
  const priorDay = readOneDay(desk, raw.day ?? raw.date ?? raw['日期'], `${at}.day`);
  if (priorDay !== null && day !== null && priorDay > day)
    desk.refusals.push(
      wrong(`${at}.day`, '前次行为不能晚于本次行为', 'An earlier act cannot be after this one'),
    );
  const penalised = readState(desk, raw.penalised ?? raw.penalized ?? raw['受过行政处罚'], `${at}.penalised`);
  const handled = readState(desk, raw.handled ?? raw['已处理'], `${at}.handled`);
  return {
    day: priorDay,
    acts: readActs(own, raw.acts ?? raw.act ?? raw['行为'], `${at}.acts`),
    value: readYuan(desk, raw.valueYuan ?? raw['价值'], `${at}.valueYuan`),
    animals: readAnimalList(desk, raw.animals ?? raw['动物'], `${at}.animals`),
    handled: penalised === 'yes' ? 'yes' : handled,
    penalised,
    penalisedOn: readOneDay(desk, raw.penalisedOn ?? raw.penalizedOn ?? raw['处罚日期'], `${at}.penalisedOn`),
    prosecutable: readState(desk, raw.prosecutable ?? raw['应当追诉'], `${at}.prosecutable`),
  };
}
