// Which permit do the facts say was held, lacked or not kept to?
import { readBool } from '../kernel/read-bool.ts';
import type { Permit } from './fact.ts';
import { type Desk, doubtful, isRecord, type Json, say, texts, UNKNOWN, unclear } from './fact-desk.ts';
import { type State, stateOf } from './fact-state.ts';
import { namesOf, PERMIT_TYPES, type PermitTypeCode, termOf } from './taxonomy.ts';
import { clausesOf, isDoubted } from './word-sense.ts';

/** What one text says: kinds held, kinds lacked, and of a permit without a kind whether there is one. */
interface Said {
  readonly kinds: PermitTypeCode[];
  readonly lacks: PermitTypeCode[];
  plain: State;
  isDenied: boolean;
  isOpen: boolean;
}

export function readPermit(desk: Desk, raw: unknown): Permit {
  const circumstance = desk.circumstances.get('noPermit');
  const none: Permit = { held: circumstance === 'yes' ? 'no' : 'unknown', kinds: [] };
  if (raw === undefined || raw === null) return none;
  if (raw === 0 || raw === 1) return { held: stateOf(raw === 1), kinds: [] };
  if (typeof raw === 'boolean') return { held: stateOf(raw), kinds: [] };
  const words = isRecord(raw) ? permitWords(desk, raw) : raw;
  if (words === null) return { held: 'no', kinds: [] };
  const said: Said = {
    kinds: [],
    lacks: [],
    plain: 'unknown',
    isDenied: circumstance === 'yes',
    isOpen: false,
  };
  for (const [text, where] of texts(desk, Array.isArray(words) ? words.map(entryOf) : words, 'permit'))
    readText(desk, text, where, said);
  const lacks = said.lacks.filter((kind) => !said.kinds.includes(kind));
  const more = lacks.length > 0 && said.kinds.length > 0 ? { lacks } : {};
  if (said.kinds.length > 0) return { held: 'yes', kinds: [...new Set(said.kinds)], ...more };
  if (said.isOpen) return { held: 'unknown', kinds: [] };
  return { held: said.isDenied ? 'no' : said.plain, kinds: [] };
}

/** An entry that says of itself that it is not held or no longer valid is put into words. */
function entryOf(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const name = entry.kind ?? entry.type ?? entry.name ?? entry['种类'] ?? entry['名称'];
  if (typeof name !== 'string') return entry;
  const isGone = entry.held === false || entry.has === false || entry.valid === false;
  const state = entry.status ?? entry['状态'];
  return isGone ? `无${name}` : typeof state === 'string' ? `${name}，${state}` : name;
}

/** Null: said to hold none. */
function permitWords(desk: Desk, raw: Json): unknown {
  if (raw.held === false || raw.has === false || raw.valid === false) return null;
  if (raw.violated === true || raw.followed === false) say(desk, 'violatesPermit', 'yes');
  const name = raw.kind ?? raw.kinds ?? raw.type ?? raw.name ?? raw['种类'] ?? raw['名称'] ?? true;
  const state = raw.status ?? raw['状态'];
  return typeof name === 'string' && typeof state === 'string' ? `${name}（${state}）` : name;
}

const NAMES: readonly { readonly name: string; readonly code: PermitTypeCode }[] = PERMIT_TYPES.flatMap((p) =>
  namesOf(p)
    .filter((name) => /\p{Script=Han}/u.test(name))
    .map((name) => ({ name, code: p.code })),
).sort((a, b) => b.name.length - a.name.length);
/** A permit of no kind. */
const ANY = /(?:相关|有关|任何|合法|行政)?(?:许可证件?|证件|许可|手续|证明文件|证明|证照|批件|证书|证)/;

/** What ends, fakes or lends a permit, or comes before it: then there is none. */
const INVALID =
  /过期|到期|逾期|失效|届满|期满|超期|吊销|撤销|撤回|注销|收回|暂扣|作废|废止|无效|借|租|他人|别人|冒用|盗用|顶替|伪|变造|涂改|假|私刻|买来|购买|转让|遗失|丢失|驳回|退回|拒绝|待批|待审|待办|待发|申请|审批|审核|受理|办理中|正在办|拟办|准备办|补办|报批|在办|未到期前/;
const DENIED = /[不未没无非否]|缺|除外/;
/** Held, and its terms broken (野生动物保护法第48条第1款: 未按照特许猎捕证规定). */
const AGAINST =
  /(?:未|没有?|不|并未|违反|违背)(?:严格)?(?:能)?(?:遵守|按照|按|依照|依|符合)?.{0,12}(?:规定|限额|限定|载明|核定)(?:的)?(?:种类|数量|地点|范围|期限|时间|工具|方法|、|和|或者?)*(?:猎捕|使用|出售|收购|运输|捕捉)?|超(?:出|过|越)?.{0,10}(?:限额|数量|范围|期限|种类|许可|规定|核定|地点|区域)|超限额|超量|越界|(?:与|和).{0,8}(?:不符|不一致)/;
const STILL_VALID = /(?:尚未|并未|未|没有|没)(?:被)?(?:过期|失效|吊销|注销|撤销|到期|逾期|作废|届满)/;
const NOT_NEEDED = /无需|不需|不用|不必|毋须|无须|免办|不要求/;
/** What limits a permit to something the case may lie outside. */
const LIMITED = /只|仅|限|但|除|至多|最多/;
/** Words that only say that it is held, by whom given, and its number. */
const HELD =
  /(?:在有效期内|有效期内|有效期至?|有效|持有|持|具有|具备|拥有|已有|有|取得|获得|获|办理|领取|办|领|附有|附|凭|经|已经?|曾|均|都|依法|合法|真实|齐全|完备|齐备|期内|核发|颁发|发放|签发|批准|同意|许可|出具|由|的|了|过|并|和|与|及|以及|且|各|一份|[一两三\d]+[张份本个]|编号|证号|号|第|文号|[:：、\s"“”〔〕[\]·.\-—/～~至]|[\d〇零一二三四五六七八九十]+|[年月日]|本人|当事人|其|该|行为人|单位|公司|养殖场|合作社|是|系|为|猎捕|狩猎|出售|收购|购买|运输|人工繁育|繁育|野生动物|动物|画眉|按照?规定|相关|有关|[A-Za-z]+|[\p{Script=Han}]{0,8}(?:省|市|县|区|旗|州|局|厅|委|部门?|政府|主管部门))/gu;

function readText(desk: Desk, text: string, where: string, said: Said): void {
  if (UNKNOWN.test(text)) return;
  const term = termOf<(typeof PERMIT_TYPES)[number]>(PERMIT_TYPES, text);
  if (term !== undefined) {
    said.kinds.push(term.code);
    return;
  }
  const bool = readBool(text);
  if (bool.ok && bool.value !== undefined) {
    said.plain = stateOf(bool.value);
    return;
  }
  const clauses = clausesOf(text);
  const isKept = clauses.map((clause, i) => {
    const last =
      clauses
        .slice(0, i)
        .reverse()
        .map(kindsIn)
        .find((kinds) => kinds.length > 0) ?? [];
    return readClause(desk, clause, last, said);
  });
  if (isKept.includes('doubted')) {
    said.isOpen = true;
    doubtful(desk, where, text);
  } else if (isKept.includes('unread')) {
    said.isOpen = true;
    unclear(desk, where, text);
  }
}

function kindsIn(clause: string): readonly PermitTypeCode[] {
  let rest = clause;
  const out: PermitTypeCode[] = [];
  for (const { name, code } of NAMES)
    if (rest.includes(name)) {
      rest = rest.replaceAll(name, '●');
      out.push(code);
    }
  return out;
}

type Heard = 'read' | 'doubted' | 'unread';

/** One clause; `before` are the kinds the clauses before it named (狩猎证，已过期). */
function readClause(desk: Desk, clause: string, before: readonly PermitTypeCode[], said: Said): Heard {
  const named = kindsIn(clause);
  let rest = clause.replace(STILL_VALID, '有效').replace(/^(?:仅|只|但)(?=有|持|办)/, '');
  for (const { name } of NAMES) rest = rest.replaceAll(name, '●');
  const isAny = named.length === 0 && ANY.test(rest);
  rest = rest.replace(ANY, '●').replace(/●(?:证书|证件|许可证|证)/g, '●');
  const about = named.length > 0 ? named : before;
  // 特许猎捕证 said first and taken back here: what stands is only what is held plainly.
  if (isDoubted(clause) || NOT_NEEDED.test(clause)) return forget(said, about, 'doubted');
  if (AGAINST.test(rest) && !/未取得|没有取得|未办|未获/.test(clause)) {
    if (about.length > 0) said.kinds.push(...about);
    else if (isAny) said.plain = 'yes';
    else return 'unread';
    say(desk, 'violatesPermit', 'yes');
    return 'read';
  }
  if (INVALID.test(rest) || DENIED.test(rest.replace(/非法|无误|不过/g, ''))) {
    // 未过期, 没有被吊销: a denial of what would end it is no plain word either way.
    if (INVALID.test(rest) && DENIED.test(rest.replace(/无效|未到期前/g, '')) && !PENDING.test(rest))
      return forget(said, about, 'doubted');
    if (about.length === 0 && !isAny && !/证|批|许可|办|取得|申请|登记/.test(clause)) return 'unread';
    forget(said, about, 'read');
    said.lacks.push(...about);
    said.isDenied = true;
    return 'read';
  }
  if (LIMITED.test(rest)) return forget(said, about, 'doubted');
  if (rest.replaceAll('●', '').replace(HELD, '') !== '') {
    // A clause about something else (2024年5月在山上) says nothing of the permit.
    return named.length > 0 || isAny
      ? forget(said, about, 'unread')
      : said.kinds.length > 0
        ? 'read'
        : 'unread';
  }
  if (named.length > 0) said.kinds.push(...named);
  else if (isAny) said.plain = 'yes';
  else if (before.length === 0) return 'unread';
  return 'read';
}

/** 尚未批准, 申请未获批: not held, though both words stand there. */
const PENDING = /申请|审批|审核|受理|待批|待审|驳回|批准|补办|报批|办理/;

function forget(said: Said, kinds: readonly PermitTypeCode[], heard: Heard): Heard {
  for (const kind of kinds) while (said.kinds.includes(kind)) said.kinds.splice(said.kinds.indexOf(kind), 1);
  return heard;
}
