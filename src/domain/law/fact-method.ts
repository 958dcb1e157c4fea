// Is a stated tool or method banned, by which article, or what would settle it?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { cite } from './assess-law.ts';
import type { Method } from './fact.ts';
import { either, type State } from './fact-state.ts';
import { namesOf, termOf } from './taxonomy.ts';
import { OPEN_TOOLS, TOOL_TYPES, type ToolType } from './tool.ts';
import { clauseAround, clausesOf, holdsDenial, isDoubted, senseAround } from './word-sense.ts';

const TOOLS: readonly ToolType[] = TOOL_TYPES;
const LAW24 = cite('wildlife', 24, 1);
const LOCAL24 = cite('wildlife', 24, 2);

/** Nothing but the hands: no tool to be banned. */
const BARE =
  /^(?:徒手|空手|手抓|手捉|人工捕捉|徒手捕捉|捡拾|拾取|垂钓|钓|钓鱼|竿钓|手竿|鱼竿|钓鱼竿|barehands?)$/i;
/** No tool at all. */
const NONE =
  /^(?:无|没有|none|(?:没有?|未|无|不)(?:曾|有)?(?:使用|用|借助|携带)?(?:任何|其他)?(?:猎捕|狩猎|捕猎)?(?:国家)?(?:禁用|违禁|禁止使用)?(?:的)?(?:工具|器具|方法|工具和方法|工具、方法|工具方法))$/i;

/** What art. 24's exceptions free: netting and electronic lures for science, plant protection anything. */
export interface MethodContext {
  readonly science: boolean;
  readonly plantProtection: boolean;
  /** Tools the county's own rule bans (art. 24 para. 2), as written. */
  readonly localBans: readonly string[];
  /** All animals are of those picked up by hand or tongs: amphibians, reptiles, scorpions. */
  readonly pickedUp: boolean;
}

/** 电、毒、炸 (法释〔2022〕12号第3条). */
const DESTRUCTIVE = new Set(['electric', 'poison', 'explosive']);
const FOR_SCIENCE = new Set(['birdNet', 'netting', 'electronicLure']);

/** 猎夹和弹弓 names two; each is judged by itself. */
export function methodParts(text: string): readonly string[] {
  if (termOf(TOOLS, text) !== undefined) return [text];
  const parts = text
    .split(/[、，,；;/+]|以及|和|及|与/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isMethod) ? parts : [text];
}

/** Aids on no national list, known by name: only the county's own rule can ban them (art. 24 para. 2). */
const AID = /媒鸟|囮|活媒|诱饵鸟|无人机|热成像|夜视|望远镜|诱饵/;
const ELECTRIC_FISHING = /电(?:鱼|捕)|毒鱼|炸鱼/;
/** Vehicles whose names hold a tool's: 电瓶车. */
const VEHICLE = /(?:骑|驾驶?|乘坐?|开)?(?:电瓶|电动|三轮|摩托|自行|汽|面包|越野)+车/g;

/** A method read, and whether it was understood. */
export type ReadMethod = Method & { readonly isKnown: boolean };

/** An entry that says that nothing was used. */
export function isNoMethod(entry: unknown): boolean {
  return typeof entry === 'string' && NONE.test(entry.normalize('NFKC').trim());
}

export function readMethod(text: string, context: MethodContext): ReadMethod {
  const plain = plainly(text);
  const used = isUsed(plain);
  const method = used === 'affirmed' ? readUsed(text, plain, context) : NOT_USED[used](text);
  return { ...method, isKnown: used === 'denied' || (used === 'affirmed' && isMethod(text)) };
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(VEHICLE, '')
    .replace(/^[\s，,、；;]+|[\s，,、；;]+$/g, '');
}

/** Whether the text says that what it names was used: 毒药（未投放）, 疑似电猫, 未使用头灯. */
function isUsed(text: string) {
  const plain = text.replace(NO_RESULT, '');
  if (BARE.test(plain) || termOf(TOOLS, plain) !== undefined) return 'affirmed';
  if (isDoubted(plain)) return 'doubted';
  if (!holdsDenial(plain)) return 'affirmed';
  if (NONE.test(plain)) return 'denied';
  const names = namesIn(plain);
  const senses = names.map((name) => {
    const from = plain.indexOf(name);
    return senseAround(...clauseAround(plain, from, from + name.length));
  });
  const others = clausesOf(plain).filter((clause) => !names.some((name) => clause.includes(name)));
  if (others.some((clause) => NOT_DONE.test(clause))) senses.push('denied');
  else if (others.some(holdsDenial)) senses.push('doubted');
  if (senses.length === 0) return 'doubted';
  if (senses.every((sense) => sense === 'denied') || senses.at(-1) === 'denied') return 'denied';
  return senses.includes('doubted') ? 'doubted' : 'affirmed';
}

/** Used without success is used. */
const NO_RESULT =
  /(?:尚未|并未|未|没有|没)(?:能)?(?:捕|猎|抓|打|套|夹|电|毒)?(?:爆炸|炸响|捕获|猎获|获|捕到|猎到|到|得|着|中|死|命中|得手|成功|上套|中套)(?:任何)?(?:猎获物|猎物|野生动物|动物|鸟)?/g;

/** A clause beside the tool that says it was not used. */
const NOT_DONE =
  /^(?:.{0,4})(?:未|没有?|尚未|并未|不曾|未曾)(?:实际|真正|来得及|能)?(?:使用|用|投放|投|布设|安装|架设|启用|通电|开启|打开|下|放|派上用场|动用|点燃|引爆)(?:上|过|到)?$/;

const NOT_USED: Readonly<Record<'denied' | 'doubted', (text: string) => Method>> = {
  denied: (text) => ({
    text,
    banned: 'no',
    reason: [
      `“${text}”：未使用，或者不属禁用的工具、方法`,
      `“${text}”: not used, or no banned tool or method`,
    ],
    missing: [],
  }),
  doubted: (text) => ({
    text,
    banned: 'unknown',
    reason: [`“${text}”没有说定是否使用`, `“${text}” does not settle whether it was used`],
    missing: [
      [
        zh`“${text}”是否使用、是否属于禁用的工具、方法（${cite('wildlife', 24)}）`,
        en`“${text}”: whether it was used and is a banned tool or method (${cite('wildlife', 24)})`,
      ],
    ],
  }),
};

/** Names of more than one reading: an exact word of the table of open tools, until the facts say which it is. */
function openTool(plain: string, context: MethodContext) {
  // 陷阱内放猎夹 names a tool that is settled beside it.
  return OPEN_TOOLS.find(
    ({ names, unless }) =>
      names.test(plain) && unless?.(context) !== true && toolsIn(plain.replace(names, '')).length === 0,
  );
}

function readUsed(text: string, plain: string, context: MethodContext): Method {
  if (BARE.test(plain) || plain === '')
    return {
      text,
      banned: 'no',
      reason: [`“${text}”不属禁用的工具、方法`, `“${text}” is no banned tool or method`],
      missing: [],
    };
  const open = openTool(plain, context);
  if (open !== undefined && !context.localBans.includes(text)) {
    const [asked, askedEn] = open.asks;
    return {
      text,
      banned: 'unknown',
      reason: [
        `“${text}”是否属禁用的工具、方法未定`,
        `“${text}”: whether it is a banned tool or method is open`,
      ],
      missing: [[`“${text}”：${asked}`, `“${text}”: ${askedEn}`]],
    };
  }
  const tools = toolsIn(plain);
  if (tools.length === 0 && ELECTRIC_FISHING.test(plain)) {
    const article = cite('interpretation', 3, 1);
    const reason: Label = [
      zh`${text}为严重破坏渔业资源的禁用方法（${article}）`,
      en`“${text}” is a banned method that gravely damages fishery resources (${article})`,
    ];
    return { text, banned: 'yes', destructive: true, reason, missing: [] };
  }
  if (tools.length === 0 && AID.test(plain)) {
    const name: Label = [`“${text}”`, `“${text}”`];
    return context.localBans.includes(text)
      ? { text, banned: 'yes', reason: bannedHere(name), missing: [] }
      : { text, banned: 'unknown', reason: openHere(name), missing: [isBannedHere(name)] };
  }
  if (tools.length === 0) {
    const article = cite('wildlife', 24);
    return {
      text,
      banned: 'unknown',
      reason: [`“${text}”不在工具方法表中`, `“${text}” is not in the table of tools and methods`],
      missing: [
        [
          zh`“${text}”是否属于禁用的工具、方法（${article}）`,
          en`Whether “${text}” is a banned tool or method (${article})`,
        ],
      ],
    };
  }
  const judged = tools.map((tool) => judge(text, tool, context));
  const first = judged[0]!;
  // Part of a longer word may be another thing: 机关陷阱捕鸟笼 holds both a pitfall and a cage.
  const destructive = tools.some((tool) => DESTRUCTIVE.has(tool.code));
  if (judged.every((j) => j.banned === first.banned)) return destructive ? { ...first, destructive } : first;
  return (
    judged.find((j) => j.banned === 'unknown') ?? {
      text,
      banned: 'unknown',
      reason: [`“${text}”含有不同工具`, `“${text}” holds different tools`],
      missing: [whichTool(text, cite('wildlife', 24))],
    }
  );
}

/** Whether `text` names a tool or method of the table at all. */
export function isMethod(text: string): boolean {
  const plain = plainly(text);
  return (
    BARE.test(plain) ||
    NONE.test(plain) ||
    AID.test(plain) ||
    ELECTRIC_FISHING.test(plain) ||
    OPEN_TOOLS.some(({ names }) => names.test(plain)) ||
    toolsIn(plain).length > 0
  );
}

/** The names of tools and methods that stand in the text, longest first. */
function namesIn(plain: string): readonly string[] {
  const other = [AID, ELECTRIC_FISHING, ...OPEN_TOOLS.map(({ names }) => names)].flatMap(
    (pattern) => pattern.exec(plain)?.[0] ?? [],
  );
  const names = TOOLS.flatMap((tool) => (tool.code === 'other' ? [] : namesOf(tool))).filter(
    (name) => name.length >= 2 && /\p{Script=Han}/u.test(name) && plain.includes(name),
  );
  const longest = names.filter((name) => !names.some((o) => o !== name && o.includes(name)));
  return longest.length === 0 ? other : longest;
}

function toolsIn(plain: string): readonly ToolType[] {
  const exact = termOf(TOOLS, plain);
  if (exact !== undefined) return [exact];
  const inside = TOOLS.flatMap((tool) =>
    tool.code === 'other'
      ? []
      : namesOf(tool)
          .filter((n) => n.length >= 2 && /\p{Script=Han}/u.test(n) && plain.includes(n))
          .map((n) => ({ tool, n })),
  );
  // 弹簧套 must not be read as 套子 besides: a name inside another name found counts once.
  const longest = inside.filter(({ n }) => !inside.some((o) => o.n !== n && o.n.includes(n)));
  return [...new Set(longest.map(({ tool }) => tool))];
}

function whichTool(text: string, article: Label): Label {
  return [zh`“${text}”究竟是哪种工具（${article}）`, en`Which tool “${text}” is (${article})`];
}

function bannedHere(name: Label): Label {
  return [
    zh`${name}为当地公布的禁用工具、方法（${LOCAL24}）`,
    en`${name}: a tool or method banned by the published local rule (${LOCAL24})`,
  ];
}

function openHere(name: Label): Label {
  return [
    zh`${name}国家未禁，须看当地规定（${LOCAL24}）`,
    en`${name}: not banned by the state; it depends on the local rule (${LOCAL24})`,
  ];
}

function isBannedHere(name: Label): Label {
  return [
    zh`当地是否规定${name}为禁用的工具、方法（${LOCAL24}）`,
    en`${name}: whether the local rule bans it as a tool or method (${LOCAL24})`,
  ];
}

function judge(text: string, tool: ToolType, context: MethodContext): Method {
  const [toolZh, toolEn] = tool.label;
  const name: Label = toolZh === text ? tool.label : [`${text}（${toolZh}）`, `${toolEn} (“${text}”)`];
  const said = (banned: State, reason: Label): Method => ({ text, banned, reason, missing: [] });
  if (tool.ban === 'law24') {
    if (context.plantProtection || (context.science && FOR_SCIENCE.has(tool.code)))
      return said('no', [
        zh`${name}属${LAW24}但书的除外情形`,
        en`${name}: within the exception of the proviso of ${LAW24}`,
      ]);
    return said('yes', bannedBy(name, LAW24));
  }
  if (tool.ban === 'regulation18') return said('yes', bannedBy(name, cite('regulation', 18)));
  if (context.localBans.some((ban) => termOf(TOOLS, ban)?.code === tool.code || ban === text))
    return said('yes', bannedHere(name));
  const gun: Label = [
    zh`${name}涉枪，是否属禁用工具未定`,
    en`${name}: a gun is involved; whether it is a banned tool is open`,
  ];
  return {
    ...said('unknown', tool.ban === 'gunLaw' ? gun : openHere(name)),
    missing: [isBannedHere([`“${toolZh}”`, toolEn])],
  };
}

function bannedBy(name: Label, article: Label): Label {
  return [
    zh`${name}为${article}禁止使用的工具、方法`,
    en`${name}: a tool or method prohibited by ${article}`,
  ];
}

/** Whether any of the methods is banned. */
export function anyBanned(methods: readonly Method[]): State {
  return methods.reduce<State>(
    (state, m) => either(state, m.banned),
    methods.length === 0 ? 'unknown' : 'no',
  );
}
