// What should the officer read beside the results: laws of another day, one fine for one act, no penalty in place of transfer?
import type { Label } from '../kernel/label.ts';
import { amount, en, inTurn, listed, uniqueTexts, zh } from '../kernel/wording.ts';
import { type Case, has } from './assess-case.ts';
import { cite, isInForce, LAW_TEXTS, type LawId } from './assess-law.ts';
import { actNotes } from './assess-note-act.ts';
import { isEmergency, type OffenceFinding, type Reached } from './offence-frame.ts';
import { isTimeBarred, type PenaltyFinding } from './penalty.ts';
import type { Fine } from './penalty-fine.ts';

interface Found {
  readonly offences: readonly OffenceFinding[];
  readonly penalties: readonly PenaltyFinding[];
  /** Rows in question that do not apply, to be told why. */
  readonly refused: readonly PenaltyFinding[];
  readonly mustTransfer: Reached;
}

export function notesOf(c: Case, found: Found): readonly Label[] {
  return uniqueTexts([
    ...transferNotes(c, found),
    ...dayNotes(c),
    ...oneFine(found.penalties),
    ...found.refused.map(({ article, conditions }): Label => {
      const why = inTurn(conditions);
      return [zh`${article}不适用：${why}`, en`${article} does not apply: ${why}`];
    }),
    ...actNotes(c),
    ...c.subjects.flatMap((s) => s.notes),
    ...otherNotes(c, found),
    ...c.facts.notes,
  ]);
}

function transferNotes(c: Case, { mustTransfer, penalties, offences }: Found): readonly Label[] {
  if (mustTransfer === 'no') return [];
  const weighed = mustTransfer === 'depends' && offences.some((o) => o.reached === 'yes');
  const bred = weighed && !isEmergency(c);
  const instead = cite('transfer', 11, 1);
  const [after, back, kept] = [cite('penalty', 35, 2), cite('interpretation', 14), cite('transfer', 4, 1)];
  return [
    firstOfTransfer(mustTransfer, bred),
    [
      zh`不得以行政处罚代替移送（${instead}）`,
      en`An administrative penalty must not stand in place of the transfer (${instead})`,
    ],
    ...(mustTransfer === 'yes' && penalties.length > 0
      ? [
          [
            zh`移送前不得以罚代刑：行政罚款待刑事程序终结后依${after}、${back}处理；证据应当妥善保存（${kept}）`,
            en`No fine in place of criminal punishment before the transfer: administrative fines are dealt with under ${after} and ${back} once the criminal proceedings have ended; the evidence must be kept properly (${kept})`,
          ] as const,
        ]
      : []),
  ];
}

function firstOfTransfer(mustTransfer: Reached, bred: boolean): Label {
  const articles = listed([cite('transfer', 3, 1), cite('penalty', 27, 1), cite('wildlife', 35, 4)]);
  const article = cite('interpretation', 13);
  if (bred)
    return [
      zh`价值达到标准而涉案动物系人工繁育，是否移送须综合评估社会危害性并说明理由（${article}）`,
      en`The value reaches the threshold, but the animals are captive-bred: whether to transfer must be decided on an overall assessment of the harm to society, with reasons (${article})`,
    ];
  return mustTransfer === 'yes'
    ? [
        zh`违法事实涉嫌犯罪，应当及时移送公安机关（${articles}）`,
        en`The facts are suspected of being a crime and must be transferred to the police without delay (${articles})`,
      ]
    : [
        zh`是否涉嫌犯罪取决于尚缺的事实，应当尽快查明；达到标准的必须移送（${articles}）`,
        en`Whether a crime is suspected depends on facts not yet known, to be found out as soon as possible; where the threshold is reached the case must be transferred (${articles})`,
      ];
}

const ADMIN = ['wildlife', 'penalty', 'transfer'] as const satisfies readonly LawId[];

function dayNotes(c: Case): readonly Label[] {
  const { day, from } = c.facts;
  if (day === null) return [NO_DAY];
  const out: Label[] = [];
  for (const id of ADMIN)
    if (!isInForce(id, day)) {
      const { title, from: since } = LAW_TEXTS[id];
      const what: Label =
        id === 'wildlife'
          ? ['，行政处罚部分不作判断', '; administrative penalties are not judged']
          : ['', ''];
      out.push([
        zh`${title}自${since}起施行，行为发生在${day}，适用当时的规定，本系统未收录${what}`,
        en`${title} came into force on ${since}; the act was done on ${day}, so the rules of that time apply, which are not held here${what}`,
      ]);
    }
  if (!isInForce('wildlife', day) || !isInForce('interpretation', day)) {
    const article = cite('penalty', 37);
    out.push([
      zh`实施行政处罚，适用违法行为发生时的规定；作出决定时新规定处罚较轻或者不认为是违法的，适用新规定（${article}）。刑事上从旧兼从轻（刑法总则条文未收录，仅作提示）`,
      en`An administrative penalty follows the rules at the time of the act; where at the time of the decision new rules are more lenient or no longer hold it unlawful, the new rules apply (${article}). In criminal law the old rule applies unless the new one is more lenient (the general part of the Criminal Law is not held; a reminder only)`,
    ]);
  }
  if (
    from !== null &&
    [...ADMIN, 'interpretation' as const].some((id) => isInForce(id, day) && !isInForce(id, from))
  )
    out.push([
      `行为自${from}持续至${day}，跨越新旧规定施行日，按终了之日判断，请核对`,
      `The act lasted from ${from} to ${day}, across the day new rules came into force: judged on its last day; check this`,
    ]);
  return out;
}

const NO_DAY: Label = [
  '行为日期未载明，按现行法判断；请补充行为日期',
  'The day of the act is not stated: judged by the law now in force; add the day',
];

/** 行政处罚法第29条. */
function oneFine(penalties: readonly PenaltyFinding[]): readonly Label[] {
  const fined = penalties.flatMap((p) => (p.fine === null ? [] : [{ article: p.article, fine: p.fine }]));
  if (fined.length < 2) return [];
  const top = fined.reduce((a, b) => (isHigher(b.fine, a.fine) ? b : a));
  const { max } = top.fine;
  const most: Label = max === null ? ['', ''] : [zh`（${amount(max)}）`, en` (${amount(max)})`];
  const article = cite('penalty', 29);
  return [
    [
      zh`同一个违法行为违反多个法律规范应当给予罚款的，按照罚款数额高的规定处罚，不得给予两次以上罚款（${article}）；上列罚款上限最高的是${top.article}${most}`,
      en`Where one unlawful act breaks several rules that carry a fine, the one with the higher fine applies and no second fine may be imposed (${article}); of the fines above the highest maximum is that of ${top.article}${most}`,
    ],
  ];
}

function isHigher(a: Fine, b: Fine): boolean {
  const max = (f: Fine) => f.max ?? Number.POSITIVE_INFINITY;
  return max(a) > max(b) || (max(a) === max(b) && (a.min ?? 0) > (b.min ?? 0));
}

function otherNotes(c: Case, found: Found): readonly Label[] {
  const { proceeds, notUnderstood } = c.facts;
  const out: Label[] = [];
  if (has(c.facts, 'unit') === 'yes' && found.offences.some((o) => o.reached !== 'no')) {
    const article = cite('interpretation', 18);
    out.push([
      zh`单位实施的，依照自然人犯罪的定罪量刑标准，对直接负责的主管人员和其他直接责任人员定罪处罚，并对单位判处罚金（${article}）`,
      en`Done by an organisation: by the standards for natural persons, the persons directly in charge and others directly responsible are convicted and punished, and the organisation is fined (${article})`,
    ]);
  }
  if (isTimeBarred(c)) {
    const article = cite('penalty', 36, 1);
    out.push([
      zh`已过处罚时效，不列行政处罚（${article}）`,
      en`The limitation for penalties has run out: no administrative penalty is listed (${article})`,
    ]);
  }
  if (has(c.facts, 'under14') === 'yes' && found.penalties.length > 0) {
    const article = cite('penalty', 30);
    out.push([
      zh`当事人不满十四周岁，不予行政处罚，所列罚则仅供说明（${article}）`,
      en`The party is under fourteen and is given no administrative penalty; the penalties listed are for information only (${article})`,
    ]);
  }
  if (
    c.subjects.some((s) => s.protection.level === 'other' || s.protection.level === 'unknown') &&
    (c.more.localLists ?? []).length === 0
  )
    out.push([
      '未提供地方重点保护名录，未按地方重点判断',
      'No local list of key protected wildlife was given: local key protection is not judged',
    ]);
  if (found.penalties.length > 0 && proceeds !== null && proceeds > 0) {
    const article = cite('penalty', 28, 2);
    out.push([
      zh`违法所得${amount(proceeds)}，除依法应当退赔的外，应当予以没收（${article}）`,
      en`Unlawful proceeds of ${amount(proceeds)} must be confiscated, except what must be returned by law (${article})`,
    ]);
  }
  if (notUnderstood.length > 0)
    out.push([
      zh`有${notUnderstood.length}处未能识别，未计入判断：${inTurn(notUnderstood)}`,
      en`Not understood and not counted, ${notUnderstood.length} in all: ${inTurn(notUnderstood)}`,
    ]);
  return out;
}
