// What facts does a person's JSON state? Reads codes and Chinese words alike; keeps what it cannot understand.
import { type Day, isDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Outcome, Refusal } from '../kernel/outcome.ts';
import { readBool } from '../kernel/read-bool.ts';
import type { Raw } from '../kernel/read-cell.ts';
import { readDay } from '../kernel/read-day.ts';
import { readMoney } from '../kernel/read-money.ts';
import type { ActStatement, Animal, AnimalMore, Facts, Permit, PriorAct } from './fact.ts';
import { type ActHint, readAct } from './fact-act.ts';
import { type CircumstanceCode, circumstanceCode, readCircumstance } from './fact-circumstance.ts';
import { anyBanned, isMethod, readMethod } from './fact-method.ts';
import type { State } from './fact-state.ts';
import { stateOf } from './fact-state.ts';
import { readAnimals } from './read-animal.ts';
import {
  PERMIT_TYPES,
  type PermitTypeCode,
  PROTECTION_LEVELS,
  type ProtectionLevel,
  termOf,
} from './taxonomy.ts';

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
  animals: ['animals', 'animal', '动物', '涉案动物'],
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
const MOST_TEXT = 2000;
const MOST_LIST = 1000;
const UNKNOWN = /^(?:不详|不明|未知|未查明|待查|待定|unknown|)$/i;

type Json = Readonly<Record<string, unknown>>;

/** One reading: gathers what is wrong and what was not understood on the way. */
interface Desk {
  readonly refusals: Refusal[];
  readonly notUnderstood: string[];
  readonly notes: string[];
  readonly circumstances: Map<CircumstanceCode, State>;
}

/** Facts of an assessment from parsed JSON. Never throws; all that is wrong is told at once, with its place. */
export function readFacts(json: unknown, more: ReadMore = {}): Outcome<Facts> {
  const desk: Desk = { refusals: [], notUnderstood: [], notes: [], circumstances: new Map() };
  if (!isRecord(json))
    return { ok: false, refusals: [wrong('$', '应是一个对象（{…}）', 'An object ({…}) is needed')] };
  const get = (key: Key) => pick(desk, json, key, '');
  const acts = readActs(desk, get('acts'), 'acts');
  const animals = readAnimalList(desk, get('animals'), 'animals');
  readCircumstances(desk, get('circumstances'), 'circumstances');
  readPurpose(desk, get('purpose'));
  readAge(desk, get('age'));
  const banned = readState(desk, get('bannedMethod'), 'bannedMethod');
  const methods = readMethods(desk, get('methods'), more);
  const area = readBan(desk, get('banArea'), 'banArea');
  const period = readBan(desk, get('banPeriod'), 'banPeriod');
  const days = readDays(desk, get('day'), get('from'), get('until'), more.today);
  const facts: Facts = {
    ...days,
    acts,
    animals,
    animalsStated: animals.length > 0,
    methods,
    bannedMethod: settle(desk, banned, 'bannedMethod', anyBanned(methods)),
    banArea: settle(desk, area.state, 'banArea'),
    banPeriod: settle(desk, period.state, 'banPeriod'),
    banAreaText: area.text,
    banPeriodText: period.text,
    place: readPlace(desk, get('place')),
    permit: readPermit(desk, get('permit')),
    proceeds: readYuan(desk, get('proceeds'), 'proceedsYuan'),
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
    desk.notes.push('发现日期早于行为日期，请核对');
  return desk.refusals.length > 0 ? { ok: false, refusals: desk.refusals } : { ok: true, value: facts };
}

function readActs(desk: Desk, raw: unknown, at: string): readonly ActStatement[] {
  const out: ActStatement[] = [];
  for (const [text, where] of texts(desk, raw, at)) {
    const read = readAct(text);
    for (const hint of read.hints) applyHint(desk, hint);
    for (const { code, state } of ACT_WORD.test(text) ? [] : readCircumstance(text))
      if (OF_ACT.has(code)) say(desk, code, state);
    if (read.statements.length === 0 && read.hints.length === 0) {
      desk.notUnderstood.push(`${where}：“${text}”`);
      out.push({ text, codes: [] });
    }
    for (const codes of read.statements)
      if (!out.some((s) => s.codes.join() === codes.join())) out.push({ text, codes });
  }
  return out;
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
]);

function applyHint(desk: Desk, hint: ActHint): void {
  say(desk, hint, 'yes');
}

/** Yes and no of one circumstance cannot both stand: told, and then unknown. */
function say(desk: Desk, code: CircumstanceCode, state: State): void {
  if (code === 'noDeathNorLoss') {
    say(desk, 'noDeath', state);
    say(desk, 'recoverable', state);
    return;
  }
  const known = desk.circumstances.get(code);
  if (known !== undefined && known !== state) {
    desk.notes.push(`情节“${code}”前后矛盾，按未知处理`);
    desk.circumstances.set(code, 'unknown');
    return;
  }
  desk.circumstances.set(code, state);
}

/** An own key of the facts, else the same told as a circumstance, else what follows from other facts. */
function settle(desk: Desk, own: State, code: CircumstanceCode, derived: State = 'unknown'): State {
  const told = desk.circumstances.get(code) ?? 'unknown';
  const states = [own, told, derived].filter((s) => s !== 'unknown');
  if (states.includes('yes') && states.includes('no'))
    desk.notes.push(`“${code}”所述不一，按“是”处理，请核对`);
  return states.includes('yes') ? 'yes' : (states[0] ?? 'unknown');
}

function readAnimalList(desk: Desk, raw: unknown, at: string): readonly Animal[] {
  const list = raw !== undefined && raw !== null && !Array.isArray(raw) ? [raw] : raw;
  const read = readAnimals(list, at);
  if (!read.ok) {
    desk.refusals.push(...read.refusals);
    return [];
  }
  return read.value.map((item, i) => ({
    ...item,
    ...readMoreOf(desk, (list as readonly unknown[])[i], `${at}[${i}]`),
  }));
}

function readMoreOf(desk: Desk, raw: unknown, at: string): AnimalMore {
  if (!isRecord(raw)) return {};
  const level = raw.protection ?? raw.protectionLevel ?? raw.level ?? raw['保护级别'];
  const term = typeof level === 'string' ? termOf(LEVELS, level) : undefined;
  if (
    level !== undefined &&
    level !== null &&
    term === undefined &&
    !(typeof level === 'string' && UNKNOWN.test(level))
  )
    desk.notUnderstood.push(`${at}.protection：“${short(level)}”`);
  const cites = raw.cites ?? raw.CITES;
  const flag = (value: unknown, name: string) => readState(desk, value, `${at}.${name}`);
  const approved = flag(raw.approved ?? raw['核准'], 'approved');
  const terrestrial = flag(raw.terrestrial ?? raw['陆生'], 'terrestrial');
  const appendix = typeof cites === 'string' && /^(?:附录)?(?:I{1,2}|1|2|一|二|Ⅰ|Ⅱ)$/i.test(cites.trim());
  const listed = appendix
    ? 'yes'
    : typeof cites === 'string' && /(?:III|3|三|Ⅲ)/.test(cites)
      ? 'no'
      : flag(cites, 'cites');
  return {
    ...(term === undefined || term.code === 'unknown' ? {} : { statedLevel: term.code as ProtectionLevel }),
    ...(listed === 'unknown' ? {} : { cites: listed === 'yes' }),
    ...(approved === 'unknown' ? {} : { approved: approved === 'yes' }),
    ...(terrestrial === 'unknown' ? {} : { terrestrial: terrestrial === 'yes' }),
  };
}

const LEVELS = PROTECTION_LEVELS.map((t) => ({
  ...t,
  aliases: [...t.aliases, ...(t.code === 'provincialKey' ? ['地方重点保护'] : [])],
}));

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
  if (stated.length === 0) desk.notUnderstood.push(`${where}：“${text}”`);
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

function readMethods(desk: Desk, raw: unknown, more: ReadMore) {
  const has = (code: CircumstanceCode) => desk.circumstances.get(code) === 'yes';
  const context = {
    science: has('science'),
    plantProtection: has('plantProtection'),
    localBans: more.localBans ?? [],
  };
  return texts(desk, raw, 'methods').map(([text, where]) => {
    if (!isMethod(text)) desk.notUnderstood.push(`${where}：“${text}”`);
    return readMethod(text, context);
  });
}

/** true/false, or the notice: a name, a text or an object stands for "yes" unless it says no. */
function readBan(
  desk: Desk,
  raw: unknown,
  at: string,
): { readonly state: State; readonly text: string | null } {
  if (isRecord(raw)) {
    const inside = raw.in ?? raw.value ?? raw.inside;
    if (typeof inside === 'boolean') return { state: stateOf(inside), text: nameOf(raw) };
    const name = nameOf(raw);
    return { state: name === null ? 'unknown' : 'yes', text: name };
  }
  if (typeof raw === 'string' && raw.trim() !== '' && !UNKNOWN.test(raw.trim())) {
    const text = raw.trim().slice(0, MOST_TEXT);
    const read = readBool(text);
    if (read.ok && read.value !== undefined) return { state: stateOf(read.value), text: null };
    if (/^(?:不在|非|未在|不属于)/.test(text)) return { state: 'no', text };
    if (/^(?:在|属于|位于)/.test(text)) return { state: 'yes', text };
    return { state: 'yes', text };
  }
  return { state: readState(desk, raw, at), text: null };
}

function nameOf(raw: Json): string | null {
  for (const key of ['notice', 'docNo', 'name', 'title', 'text', '通告', '文号', '名称', 'from']) {
    const value = raw[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200);
  }
  return null;
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

function readPermit(desk: Desk, raw: unknown): Permit {
  const circumstance = desk.circumstances.get('noPermit') === 'yes';
  const none: Permit = { held: circumstance ? 'no' : 'unknown', kinds: [] };
  if (raw === undefined || raw === null) return none;
  if (typeof raw === 'boolean') return { held: stateOf(raw), kinds: [] };
  const words = isRecord(raw) ? permitWords(desk, raw) : raw;
  if (words === null) return { held: 'no', kinds: [] };
  const kinds: PermitTypeCode[] = [];
  let denied = circumstance;
  let plain: State = 'unknown';
  for (const [text, where] of texts(desk, words, 'permit')) {
    if (UNKNOWN.test(text)) continue;
    const term = termOf<(typeof PERMIT_TYPES)[number]>(PERMIT_TYPES, text);
    const said = readBool(text);
    if (term !== undefined) kinds.push(term.code);
    else if (said.ok && said.value !== undefined) plain = stateOf(said.value);
    else if (/^(?:无|没有|未取得|未办理|未持有|过期|失效|伪造)/.test(text)) denied = true;
    else {
      const inside = PERMIT_TYPES.find((p) => [p.label[0], ...p.aliases].some((n) => text.includes(n)));
      if (inside === undefined) desk.notUnderstood.push(`${where}：“${text}”`);
      else kinds.push(inside.code);
    }
  }
  if (kinds.length > 0) return { held: 'yes', kinds };
  return { held: denied ? 'no' : plain, kinds: [] };
}

/** Null: said to hold none. */
function permitWords(desk: Desk, raw: Json): unknown {
  if (raw.held === false || raw.has === false || raw.valid === false) return null;
  if (raw.violated === true || raw.followed === false) say(desk, 'violatesPermit', 'yes');
  return raw.kind ?? raw.kinds ?? raw.type ?? raw.name ?? raw['种类'] ?? raw['名称'] ?? true;
}

function readPriors(desk: Desk, raw: unknown, day: Day | null): readonly PriorAct[] {
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
  const own: Desk = { ...desk, circumstances: new Map() };
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

function readOneDay(desk: Desk, raw: unknown, at: string): Day | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return null;
  if (typeof raw === 'string' && isDay(raw)) return checkDay(desk, raw, at);
  if (typeof raw !== 'string') {
    desk.refusals.push(wrong(at, '日期请写成2024-05-01', 'Write the day as 2024-05-01'));
    return null;
  }
  const read = readDay(raw as Raw);
  if (!read.ok) {
    desk.refusals.push({ code: 'facts.invalid', message: read.message, where: at });
    return null;
  }
  return read.value === undefined ? null : checkDay(desk, read.value, at);
}

/** Older than any law held, or beyond any living case: a slip. */
function checkDay(desk: Desk, day: Day, at: string): Day | null {
  if (day >= '1949-10-01' && day <= '2100-12-31') return day;
  desk.refusals.push(wrong(at, `日期${day}不合理，请核对`, `The day ${day} cannot be: check it`));
  return null;
}

function readYuan(desk: Desk, raw: unknown, at: string): number | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return null;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    desk.refusals.push(wrong(at, '应是以元计的数', 'An amount in yuan is needed'));
    return null;
  }
  const read = readMoney(raw);
  if (read.ok) return read.value ?? null;
  desk.refusals.push({ code: 'facts.invalid', message: read.message, where: at });
  return null;
}

function readState(desk: Desk, raw: unknown, at: string): State {
  if (raw === undefined || raw === null) return 'unknown';
  if (typeof raw === 'boolean') return stateOf(raw);
  if (typeof raw === 'string' && UNKNOWN.test(raw.trim())) return 'unknown';
  const read = typeof raw === 'string' || typeof raw === 'number' ? readBool(raw) : undefined;
  if (read?.ok) return stateOf(read.value);
  desk.refusals.push(wrong(at, '应是 true 或 false（是、否）', 'true or false is needed'));
  return 'unknown';
}

/** A text or a list of texts, with the place of each. Objects may carry it as code, name or text. */
function texts(desk: Desk, raw: unknown, at: string): readonly (readonly [text: string, where: string])[] {
  if (raw === undefined || raw === null) return [];
  const list = Array.isArray(raw) ? raw : [raw];
  if (list.length > MOST_LIST) {
    desk.refusals.push(wrong(at, `最多${MOST_LIST}项`, `At most ${MOST_LIST} entries`));
    return [];
  }
  return list.flatMap((entry: unknown, i) => {
    const where = Array.isArray(raw) ? `${at}[${i}]` : at;
    const word = isRecord(entry) ? (entry.code ?? entry.type ?? entry.name ?? entry.text) : entry;
    if (typeof word === 'string' && word.length <= MOST_TEXT)
      return word.trim() === '' ? [] : [[word.trim(), where] as const];
    if (word === true) return [['是', where] as const];
    desk.refusals.push(wrong(where, '应是文字', 'A text is needed here'));
    return [];
  });
}

function pick(desk: Desk, json: Json, key: Key, at: string): unknown {
  const present = KEYS[key].filter((name) => Object.hasOwn(json, name) && json[name] !== null);
  if (present.length > 1) desk.notes.push(`${at}${present.join('、')}重复，按${present[0]}`);
  const name = present[0];
  return name === undefined ? undefined : json[name];
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(KEYS).flat());

function checkKeys(desk: Desk, json: Json): void {
  for (const key of Object.keys(json))
    if (!KNOWN.has(key) && !IDLE.has(key)) desk.notUnderstood.push(`不认识的项“${key.slice(0, 60)}”`);
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function short(value: unknown): string {
  return String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 60);
}

function wrong(where: string, zh: string, en: string): Refusal {
  const message: Label = [zh, en];
  return { code: 'facts.invalid', message, where };
}
