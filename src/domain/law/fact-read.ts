// What facts does a person's JSON state? Reads codes and Chinese words alike; keeps what it cannot understand.
import type { Day } from '../kernel/day.ts';
import { parseNumeral } from '../kernel/numeral.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { daySpan } from './day-text.ts';
import type { ActStatement, Animal, Facts } from './fact.ts';
import { nameOf, readBan } from './fact-ban.ts';
import { type CircumstanceCode, circumstanceCode, inCateringPlace, readStated } from './fact-circumstance.ts';
import {
  type Desk,
  doubtful,
  isRecord,
  type Json,
  MOST_TEXT,
  newDesk,
  readOneDay,
  readState,
  readYuan,
  say,
  texts,
  UNKNOWN,
  unclear,
  wrong,
} from './fact-desk.ts';
import { readActs, readAnimalList } from './fact-done.ts';
import { hear } from './fact-heard.ts';
import { anyBanned, isMethod, isNoMethod, methodParts, readMethod } from './fact-method.ts';
import { readPermit } from './fact-permit.ts';
import { tellPlace } from './fact-place.ts';
import { readPriors } from './fact-prior.ts';
import { OF_REPORT, readPeriod, unfold, withCaseValue } from './fact-published.ts';
import { either, type State } from './fact-state.ts';
import { classOf } from './species.ts';

export interface ReadMore {
  /** The day it is; a later day of the act is refused. Absent: not checked. */
  readonly today?: Day;
  /** Tools and methods the county has banned (art. 24 para. 2). */
  readonly localBans?: readonly string[];
}

/** The documented key first, then what else people write. */
const KEYS = {
  day: ['day', 'date', '日期', '行为日期', '案发日期', '事发日'],
  from: ['from', '起', '开始日期'],
  until: ['until', '止', '终了日期'],
  acts: ['acts', 'act', '行为'],
  animals: ['animals', 'animal', '动物', '涉案动物', 'species', '物种'],
  period: ['period', '期间', '时间'],
  value: ['valueYuan', 'value_yuan', 'value', '案值', '涉案价值', '总价值'],
  methods: ['methods', 'method', 'tools', '工具', '方法', '工具方法', '猎捕工具'],
  bannedMethod: ['bannedMethod', 'bannedTool', 'banned_tool_or_method', '禁用工具', '使用禁用工具'],
  banArea: ['banArea', 'closedArea', 'closed_area', '禁猎区'],
  banPeriod: ['banPeriod', 'closedSeason', 'closed_season', 'closedPeriod', '禁猎期'],
  place: ['place', '地点', '地址'],
  permit: ['permit', 'permits', '许可', '许可证', '证件'],
  proceeds: ['proceedsYuan', '违法所得'],
  circumstances: ['circumstances', 'circumstance', '情节'],
  purpose: ['purpose', '目的'],
  priorActs: ['priorActs', 'prior', '前行为', '此前行为'],
  discoveredOn: ['discoveredOn', '发现日期'],
  age: ['age', '年龄'],
} as const;

type Key = keyof typeof KEYS;

/** Said about the file, not about the case. */
const IDLE = new Set([
  'id',
  'title',
  'no',
  'note',
  'notes',
  'comment',
  '$schema',
  '备注',
  '编号',
  '标题',
  'source',
]);

/** Facts of an assessment from parsed JSON. Never throws; all that is wrong is told at once, with its place. */
export function readFacts(raw: unknown, more: ReadMore = {}): Outcome<Facts> {
  const json = unfold(raw);
  const desk = newDesk();
  if (!isRecord(json))
    return { ok: false, refusals: [wrong('$', '应是一个对象（{…}）', 'An object ({…}) is needed')] };
  const get = (key: Key) => pick(desk, json, key, '');
  const acts = readActs(desk, get('acts'), 'acts');
  const animals = withCaseValue(desk, get('value'), readAnimalList(desk, get('animals'), 'animals'));
  readCircumstances(desk, get('circumstances'), 'circumstances');
  readPurpose(desk, get('purpose'));
  readAge(desk, get('age'));
  const banned = readState(desk, get('bannedMethod'), 'bannedMethod');
  const told = [...toolsOf(acts), ...desk.methods, ...listOf(get('methods'))];
  const methods = readMethods(desk, told, animals, more);
  const listed = get('methods');
  const none = listOf(listed);
  const noMethod = methods.length === 0 && Array.isArray(listed) && none.every(isNoMethod);
  const dated = ['day', 'from', 'until'].some((key) => get(key as Key) !== undefined);
  const span = dated ? undefined : readPeriod(desk, get('period'));
  // 起至案发: the day it came to light, where that is given.
  const endOf = () => (span === undefined ? get('until') : (span.until ?? get('discoveredOn')));
  if (span?.until === null)
    desk.notes.push([
      '行为终了之日没有写明，请补充：按发现日期，没有发现日期的按开始之日判断',
      'The last day of the act is not stated: judged on the day of discovery, else on the first day; give it',
    ]);
  const days = readDays(desk, get('day'), span?.from ?? get('from'), endOf(), more.today);
  const area = readBans(desk, 'banArea', get('banArea'), days.day);
  const period = readBans(desk, 'banPeriod', get('banPeriod'), days.day);
  const facts: Facts = {
    ...days,
    acts,
    animals,
    animalsStated: animals.length > 0,
    methods,
    noMethod,
    saidBanned: banned === 'unknown' ? (desk.circumstances.get('bannedMethod') ?? 'unknown') : banned,
    bannedMethod: settle(desk, banned, 'bannedMethod', noMethod ? 'no' : anyBanned(methods)),
    banArea: settle(desk, area.state, 'banArea'),
    banPeriod: settle(desk, period.state, 'banPeriod'),
    banAreaText: area.text,
    banPeriodText: period.text,
    place: [readPlace(desk, get('place')) ?? [], desk.venues].flat().join('，') || null,
    permit: readPermit(desk, get('permit')),
    proceeds: readProceeds(desk, get('proceeds')),
    circumstances: desk.circumstances,
    priorActs: readPriors(desk, get('priorActs'), days.day),
    discoveredOn: readOneDay(desk, get('discoveredOn'), 'discoveredOn'),
    notUnderstood: desk.notUnderstood,
    notes: desk.notes,
  };
  checkKeys(desk, json);
  if (acts.length === 0 && animals.length === 0 && desk.refusals.length === 0)
    desk.refusals.push(wrong('acts', '至少要有一种行为或者一项动物', 'At least one act or animal is needed'));
  if (facts.discoveredOn !== null && facts.day !== null && facts.discoveredOn < facts.day)
    desk.notes.push([
      '发现日期早于行为日期，请核对',
      'The day of discovery is before the day of the act: check it',
    ]);
  return desk.refusals.length > 0 ? { ok: false, refusals: desk.refusals } : { ok: true, value: facts };
}

/** An own key of the facts, else the same told as a circumstance, else what follows from other facts. */
function settle(desk: Desk, own: State, code: CircumstanceCode, derived: State = 'unknown'): State {
  const told = desk.circumstances.get(code) ?? 'unknown';
  const states = [own, told, derived].filter((s) => s !== 'unknown');
  if (states.includes('yes') && states.includes('no'))
    desk.notes.push([
      `“${code}”所述不一，按“是”处理，请核对`,
      `“${code}” is stated both ways: taken as yes; check it`,
    ]);
  return states.includes('yes') ? 'yes' : (states[0] ?? 'unknown');
}

/** 违法所得 may truly be none, and then it is 0: art. 48 and others fine by it. */
function readProceeds(desk: Desk, raw: unknown): number | null {
  const none = desk.circumstances.get('noProceeds') === 'yes' ? 0 : null;
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  if (
    /^(?:无|没有|未获利|没有获利|(?:没有|无)违法所得|未(?:取得|获得?)违法所得|0+(?:\.0+)?元?|零元?)$/.test(
      text,
    )
  )
    return 0;
  return readYuan(desk, raw, 'proceedsYuan') ?? none;
}

/** The area or season by its own key and as told with its days among the circumstances: one is enough. */
function readBans(desk: Desk, code: 'banArea' | 'banPeriod', raw: unknown, day: Day | null) {
  const own = readBan(desk, raw, code, day);
  const told = desk.bans.filter((ban) => ban.code === code);
  const states = told.map(({ text, where }) => readBan(desk, text, where, day).state);
  if (own.state === 'unknown' && states.length > 0)
    return { state: states.reduce(either), text: told[0]?.text ?? null };
  return { state: states.includes('yes') ? ('yes' as const) : own.state, text: own.text };
}

function readCircumstances(desk: Desk, raw: unknown, at: string): void {
  if (Array.isArray(raw)) {
    // [{"foodPurpose": true}] is a word and its state, as in a table.
    const [tables, words] = [raw.filter(isTable), raw.filter((entry) => !isTable(entry))];
    for (const table of tables) readCircumstances(desk, table, at);
    for (const [text, where] of texts(desk, words, at)) readOneCircumstance(desk, text, where);
    return;
  }
  if (isRecord(raw)) {
    for (const [word, value] of Object.entries(raw)) {
      const code = circumstanceCode(word);
      const state = readState(desk, value, `${at}.${word}`);
      if (code !== undefined && state !== 'unknown') say(desk, code, state);
      if (code === undefined) readOneCircumstance(desk, word, `${at}.${word}`);
    }
    return;
  }
  for (const [text, where] of texts(desk, raw, at)) readOneCircumstance(desk, text, where);
}

function isTable(entry: unknown): boolean {
  return (
    isRecord(entry) &&
    Object.keys(entry).length > 0 &&
    Object.values(entry).every((value) => typeof value === 'boolean')
  );
}

function readOneCircumstance(desk: Desk, text: string, where: string): void {
  const { stated, unread } = readStated(text);
  for (const { code, state } of stated) {
    if ((code === 'banArea' || code === 'banPeriod') && daySpan(text) !== undefined)
      desk.bans.push({ code, text, where });
    else say(desk, code, state);
  }
  if (stated.some(({ state }) => state === 'unknown')) doubtful(desk, where, text);
  else if (stated.length > 0)
    for (const clause of unread) if (!hear(desk, clause)) unclear(desk, where, clause);
  if (stated.length > 0) return;
  // 使用头灯 among the circumstances is a method.
  if (isMethod(text)) desk.methods.push(text);
  // 饭店 alone says where: what follows from it depends on what was done there.
  else if (inCateringPlace(text) === 'affirmed') desk.venues.push(text);
  else if (!hear(desk, text)) unclear(desk, where, text);
}

function readPurpose(desk: Desk, raw: unknown): void {
  for (const [text, where] of texts(desk, raw, 'purpose')) {
    if (/^(?:出售|贩卖|销售|牟利|营利|以?(?:出售|牟利|营利)为目的|sell|sale|profit)$/i.test(text)) continue;
    readOneCircumstance(desk, text, where);
  }
}

function readAge(desk: Desk, raw: unknown): void {
  if (raw === undefined || raw === null || (typeof raw === 'string' && UNKNOWN.test(raw.trim()))) return;
  const age =
    typeof raw === 'number'
      ? raw
      : (parseNumeral(
          String(raw)
            .normalize('NFKC')
            .trim()
            .replace(/^(?:年满|满|已满|现年)/, '')
            .replace(/周?岁$/, ''),
        ) ?? Number.NaN);
  if (!Number.isFinite(age) || age < 0 || age > 130) {
    desk.refusals.push(wrong('age', '年龄应是0到130的数', 'Age must be a number from 0 to 130'));
    return;
  }
  if (age < 14) say(desk, 'under14', 'yes');
  else if (age < 18) say(desk, 'minor', 'yes');
}

const PICKED_UP: ReadonlySet<string> = new Set(['两栖纲', '爬行纲', '蛛形纲', '唇足纲']);

/** 在禁猎期使用电猫猎捕 states the tool with the act. */
function toolsOf(acts: readonly ActStatement[]): readonly string[] {
  const hunts = acts.filter((a) => a.codes.some((c) => c === 'hunt' || c === 'gunHunt' || c === 'kill'));
  return [...new Set(hunts.map((a) => a.text).filter((text) => isMethod(text)))];
}

function listOf(raw: unknown): readonly unknown[] {
  if (raw === undefined || raw === null) return [];
  return Array.isArray(raw) ? raw : [raw];
}

function readMethods(desk: Desk, raw: unknown, animals: readonly Animal[], more: ReadMore) {
  const has = (code: CircumstanceCode) => desk.circumstances.get(code) === 'yes';
  const context = {
    science: has('science'),
    plantProtection: has('plantProtection'),
    localBans: more.localBans ?? [],
    pickedUp: animals.length > 0 && animals.every((item) => PICKED_UP.has(classOf(item.speciesId) ?? '')),
  };
  return texts(desk, raw, 'methods').flatMap(([whole, where]) => {
    if (isNoMethod(whole)) return [];
    return methodParts(whole).map((text) => {
      const method = readMethod(text, context);
      if (!method.isKnown) unclear(desk, where, text);
      return method;
    });
  });
}

function readPlace(desk: Desk, raw: unknown): string | null {
  if (raw === undefined || raw === null) return null;
  const text = typeof raw === 'string' ? raw : isRecord(raw) ? (nameOf(raw) ?? '') : undefined;
  if (text === undefined) {
    desk.refusals.push(wrong('place', '地点应是文字', 'The place must be a text'));
    return null;
  }
  if (text.trim() === '' || UNKNOWN.test(text.trim())) return null;
  const place = text.trim().slice(0, MOST_TEXT);
  tellPlace(desk, place);
  return place;
}

function readDays(desk: Desk, day: unknown, from: unknown, until: unknown, today: Day | undefined) {
  const start = readOneDay(desk, from, 'from');
  const end = readOneDay(desk, until, 'until') ?? readOneDay(desk, day, 'day');
  if (start !== null && end !== null && start > end)
    desk.refusals.push(wrong('from', '开始日期晚于终了日期', 'The first day is after the last'));
  if (end !== null && today !== undefined && end > today)
    desk.refusals.push(
      wrong('day', `行为日期${end}还没有到，请核对`, `The day ${end} has not come yet: check it`),
    );
  return { day: end ?? start, from: start };
}

function pick(desk: Desk, json: Json, key: Key, at: string): unknown {
  const present = KEYS[key].filter((name) => Object.hasOwn(json, name) && json[name] !== null);
  if (present.length > 1)
    desk.notes.push([
      `${at}${present.join('、')}重复，按${present[0]}`,
      `${at}${present.map((name) => `“${name}”`).join(', ')} say the same: “${present[0]}” counts`,
    ]);
  const name = present[0];
  return name === undefined ? undefined : json[name];
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(KEYS).flat());

function checkKeys(desk: Desk, json: Json): void {
  for (const key of Object.keys(json))
    if (!KNOWN.has(key) && !IDLE.has(key) && !OF_REPORT.has(key))
      desk.notUnderstood.push([`不认识的项“${key.slice(0, 60)}”`, `Unknown key “${key.slice(0, 60)}”`]);
}
