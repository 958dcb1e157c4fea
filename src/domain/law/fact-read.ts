// What facts does a person's JSON state? Reads codes and Chinese words alike; keeps what it cannot understand.
import type { Day } from '../kernel/day.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { ActStatement, Facts } from './fact.ts';
import { nameOf, readBan } from './fact-ban.ts';
import {
  type CircumstanceCode,
  circumstanceCode,
  namesCatering,
  readCircumstance,
} from './fact-circumstance.ts';
import {
  type Desk,
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
import { anyBanned, isMethod, methodParts, readMethod } from './fact-method.ts';
import { readPermit } from './fact-permit.ts';
import { readPriors } from './fact-prior.ts';
import { OF_REPORT, readPeriod, unfold, withCaseValue } from './fact-published.ts';
import type { State } from './fact-state.ts';

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
  const methods = readMethods(desk, [...toolsOf(acts), ...desk.methods, ...listOf(get('methods'))], more);
  const listed = get('methods');
  const noMethod = methods.length === 0 && Array.isArray(listed) && listed.length === 0;
  const dated = ['day', 'from', 'until'].some((key) => get(key as Key) !== undefined);
  const span = dated ? undefined : readPeriod(desk, get('period'));
  const days = readDays(desk, get('day'), span?.from ?? get('from'), span?.until ?? get('until'), more.today);
  const area = readBan(desk, get('banArea'), 'banArea', days.day);
  const period = readBan(desk, get('banPeriod'), 'banPeriod', days.day);
  const facts: Facts = {
    ...days,
    acts,
    animals,
    animalsStated: animals.length > 0,
    methods,
    noMethod,
    bannedMethod: settle(desk, banned, 'bannedMethod', noMethod ? 'no' : anyBanned(methods)),
    banArea: settle(desk, area.state, 'banArea'),
    banPeriod: settle(desk, period.state, 'banPeriod'),
    banAreaText: area.text,
    banPeriodText: period.text,
    place: [readPlace(desk, get('place')) ?? [], desk.venues].flat().join('，') || null,
    permit: readPermit(desk, get('permit')),
    proceeds:
      readYuan(desk, get('proceeds'), 'proceedsYuan') ??
      (desk.circumstances.get('noProceeds') === 'yes' ? 0 : null),
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

function readCircumstances(desk: Desk, raw: unknown, at: string): void {
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

function readOneCircumstance(desk: Desk, text: string, where: string): void {
  const stated = readCircumstance(text);
  for (const { code, state } of stated) say(desk, code, state);
  if (stated.length > 0) return;
  // 使用头灯 among the circumstances is a method.
  if (isMethod(text)) desk.methods.push(text);
  // 饭店 alone says where: what follows from it depends on what was done there.
  else if (namesCatering(text)) desk.venues.push(text);
  else if (!hear(desk, text)) unclear(desk, where, text);
}

function readPurpose(desk: Desk, raw: unknown): void {
  for (const [text, where] of texts(desk, raw, 'purpose')) {
    if (/^(?:出售|贩卖|销售|牟利|营利|sell|sale|profit)$/i.test(text)) continue;
    readOneCircumstance(desk, text, where);
  }
}

function readAge(desk: Desk, raw: unknown): void {
  if (raw === undefined || raw === null) return;
  const age =
    typeof raw === 'number'
      ? raw
      : Number(/^(\d{1,3})(?:周?岁)?$/.exec(String(raw).trim())?.[1] ?? Number.NaN);
  if (!Number.isFinite(age) || age < 0 || age > 130) {
    desk.refusals.push(wrong('age', '年龄应是0到130的数', 'Age must be a number from 0 to 130'));
    return;
  }
  if (age < 14) say(desk, 'under14', 'yes');
  else if (age < 18) say(desk, 'minor', 'yes');
}

/** 在禁猎期使用电猫猎捕 states the tool with the act. */
function toolsOf(acts: readonly ActStatement[]): readonly string[] {
  const hunts = acts.filter((a) => a.codes.some((c) => c === 'hunt' || c === 'gunHunt' || c === 'kill'));
  return [...new Set(hunts.map((a) => a.text).filter((text) => isMethod(text)))];
}

function listOf(raw: unknown): readonly unknown[] {
  if (raw === undefined || raw === null) return [];
  return Array.isArray(raw) ? raw : [raw];
}

function readMethods(desk: Desk, raw: unknown, more: ReadMore) {
  const has = (code: CircumstanceCode) => desk.circumstances.get(code) === 'yes';
  const context = {
    science: has('science'),
    plantProtection: has('plantProtection'),
    localBans: more.localBans ?? [],
  };
  return texts(desk, raw, 'methods').flatMap(([whole, where]) =>
    methodParts(whole).map((text) => {
      if (!isMethod(text)) unclear(desk, where, text);
      return readMethod(text, context);
    }),
  );
}

function readPlace(desk: Desk, raw: unknown): string | null {
  if (raw === undefined || raw === null) return null;
  const text = typeof raw === 'string' ? raw : isRecord(raw) ? (nameOf(raw) ?? '') : undefined;
  if (text === undefined) {
    desk.refusals.push(wrong('place', '地点应是文字', 'The place must be a text'));
    return null;
  }
  return text.trim() === '' || UNKNOWN.test(text.trim()) ? null : text.trim().slice(0, MOST_TEXT);
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
