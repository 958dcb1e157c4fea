// What should the officer read beside the results: laws of another day, one fine for one act, no penalty in place of transfer?
import { sayFen } from '../kernel/money.ts';
import { type Case, foodPurpose, has, isInQuestion, stateOfAct } from './assess-case.ts';
import { cite, isInForce, LAW_TEXTS, type LawId } from './assess-law.ts';
import { unique } from './fact-state.ts';
import type { OffenceFinding, Reached } from './offence-frame.ts';
import { isTimeBarred, type PenaltyFinding } from './penalty.ts';
import type { Fine } from './penalty-fine.ts';
import { inTarget } from './penalty-target.ts';

interface Found {
  readonly offences: readonly OffenceFinding[];
  readonly penalties: readonly PenaltyFinding[];
  /** Rows in question that do not apply, to be told why. */
  readonly refused: readonly PenaltyFinding[];
  readonly mustTransfer: Reached;
}

export function notesOf(c: Case, found: Found): readonly string[] {
  return unique([
    ...transferNotes(found),
    ...dayNotes(c),
    ...oneFine(found.penalties),
    ...found.refused.map((p) => `${p.article}不适用：${p.conditions.join('；')}`),
    ...actNotes(c),
    ...c.subjects.flatMap((s) => s.notes),
    ...otherNotes(c, found),
    ...c.facts.notes,
  ]);
}

function transferNotes({ mustTransfer, penalties, offences }: Found): readonly string[] {
  if (mustTransfer === 'no') return [];
  const articles = `${cite('transfer', 3, 1)}、${cite('penalty', 27, 1)}、${cite('wildlife', 35, 4)}`;
  const bred = mustTransfer === 'depends' && offences.some((o) => o.reached === 'yes');
  const first = bred
    ? `价值达到标准而涉案动物系人工繁育，是否移送须综合评估社会危害性并说明理由（${cite('interpretation', 13)}）`
    : mustTransfer === 'yes'
      ? `违法事实涉嫌犯罪，应当及时移送公安机关（${articles}）`
      : `是否涉嫌犯罪取决于尚缺的事实，应当尽快查明；达到标准的必须移送（${articles}）`;
  return [
    first,
    `不得以行政处罚代替移送（${cite('transfer', 11, 1)}）`,
    ...(mustTransfer === 'yes' && penalties.length > 0
      ? [
          `移送前不得以罚代刑：行政罚款待刑事程序终结后依${cite('penalty', 35, 2)}、${cite('interpretation', 14)}处理；证据应当妥善保存（${cite('transfer', 4, 1)}）`,
        ]
      : []),
  ];
}

const ADMIN: readonly LawId[] = ['wildlife', 'penalty', 'transfer'];

function dayNotes(c: Case): readonly string[] {
  const { day, from } = c.facts;
  if (day === null) return ['行为日期未载明，按现行法判断；请补充行为日期'];
  const out: string[] = [];
  for (const id of ADMIN)
    if (!isInForce(id, day)) {
      const text = LAW_TEXTS[id];
      const what = id === 'wildlife' ? '，行政处罚部分不作判断' : '';
      out.push(`${text.title}自${text.from}起施行，行为发生在${day}，适用当时的规定，本系统未收录${what}`);
    }
  if (!isInForce('wildlife', day) || !isInForce('interpretation', day))
    out.push(
      `实施行政处罚，适用违法行为发生时的规定；作出决定时新规定处罚较轻或者不认为是违法的，适用新规定（${cite('penalty', 37)}）。刑事上从旧兼从轻（刑法总则条文未收录，仅作提示）`,
    );
  if (
    from !== null &&
    ADMIN.concat('interpretation').some((id) => isInForce(id, day) && !isInForce(id, from))
  )
    out.push(`行为自${from}持续至${day}，跨越新旧规定施行日，按终了之日判断，请核对`);
  return out;
}

/** 行政处罚法第29条. */
function oneFine(penalties: readonly PenaltyFinding[]): readonly string[] {
  const fined = penalties.flatMap((p) => (p.fine === null ? [] : [{ article: p.article, fine: p.fine }]));
  if (fined.length < 2) return [];
  const top = fined.reduce((a, b) => (isHigher(b.fine, a.fine) ? b : a));
  return [
    `同一个违法行为违反多个法律规范应当给予罚款的，按照罚款数额高的规定处罚，不得给予两次以上罚款（${cite('penalty', 29)}）；上列罚款上限最高的是${top.article}${top.fine.max === null ? '' : `（${sayFen(top.fine.max)}）`}`,
  ];
}

function isHigher(a: Fine, b: Fine): boolean {
  const max = (f: Fine) => f.max ?? Number.POSITIVE_INFINITY;
  return max(a) > max(b) || (max(a) === max(b) && (a.min ?? 0) > (b.min ?? 0));
}

function actNotes(c: Case): readonly string[] {
  const { acts } = c.facts;
  const done = (code: Parameters<typeof stateOfAct>[1][number]) => stateOfAct(acts, [code]) === 'yes';
  const out: string[] = [];
  if (done('possess'))
    out.push(
      `持有、捡拾本身在野生动物保护法第四章没有对应罚则；应当查明来源，无合法来源证明的可以查封、扣押（${cite('wildlife', 36)}第4项），系收购、猎捕所得的按相应行为判断；野生动物资源属于国家所有（${cite('wildlife', 3, 1)}）`,
    );
  const taken = isInQuestion(acts, ['hunt', 'gunHunt', 'sell', 'transport']) || done('buy');
  if (
    taken &&
    foodPurpose(c.facts).state === 'unknown' &&
    c.subjects.some((s) => inTarget(s, 'food') !== 'no')
  )
    out.push(`如以食用为目的且系野外自然生长繁殖的，从重处罚（${cite('wildlife', 50, 1)}）`);
  const strong = c.subjects.filter((s) => s.national === 'yes').map((s) => s.item.name);
  if (strong.length > 0 && (done('eat') || done('use') || done('breed') || done('possess')))
    out.push(
      `食用、利用、繁育、持有本身不是${cite('criminal', 341, 1)}列举的行为；应当查明${strong.join('、')}的来源，系收购（含自用）、猎捕所得的依该款判断（${cite('interpretation', 5, 1)}）`,
    );
  if (isInQuestion(acts, ['fish']) && c.subjects.some((s) => s.item.speciesId === null))
    out.push(
      `未识别的渔获物如系国家重点保护水生野生动物，依${cite('criminal', 341, 1)}、${cite('wildlife', 48, 1)}判断`,
    );
  if (done('release') && c.subjects.every((s) => s.foreign !== 'yes'))
    out.push(`随意放生造成他人损害或者危害生态系统的，依法承担法律责任（${cite('wildlife', 41)}）`);
  if (
    done('kill') &&
    !isInQuestion(acts, ['hunt', 'gunHunt']) &&
    c.subjects.some((s) => s.national !== 'yes')
  )
    out.push(`杀害国家重点保护以外的野生动物，${cite('wildlife', 49)}只规定猎捕；以猎捕方式杀害的请载明猎捕`);
  if (
    done('buy') &&
    c.subjects.some((s) => s.national !== 'yes' && (s.sanyou === 'yes' || s.local === 'yes'))
  )
    out.push(`${cite('wildlife', 52, 2)}不含购买；为食用购买的适用${cite('wildlife', 53, 1)}`);
  if (isInQuestion(acts, ['gunHunt']) || c.facts.methods.some((m) => /枪|铳/.test(m.text)))
    out.push(
      `涉枪的，另由公安机关依枪支管理规定处理（${cite('criminal', 128)}、${cite('wildlife', 49, 3)}）`,
    );
  return out;
}

function otherNotes(c: Case, found: Found): readonly string[] {
  const out: string[] = [];
  if (isTimeBarred(c)) out.push(`已过处罚时效，不列行政处罚（${cite('penalty', 36, 1)}）`);
  if (has(c.facts, 'under14') === 'yes' && found.penalties.length > 0)
    out.push(`当事人不满十四周岁，不予行政处罚，所列罚则仅供说明（${cite('penalty', 30)}）`);
  if (
    c.subjects.some((s) => s.protection.level === 'other' || s.protection.level === 'unknown') &&
    (c.more.localLists ?? []).length === 0
  )
    out.push('未提供地方重点保护名录，未按地方重点判断');
  if (found.penalties.length > 0 && c.facts.proceeds !== null && c.facts.proceeds > 0)
    out.push(
      `违法所得${sayFen(c.facts.proceeds)}，除依法应当退赔的外，应当予以没收（${cite('penalty', 28, 2)}）`,
    );
  if (c.facts.notUnderstood.length > 0)
    out.push(`有${c.facts.notUnderstood.length}处未能识别，未计入判断：${c.facts.notUnderstood.join('；')}`);
  return out;
}
