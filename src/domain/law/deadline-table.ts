// Which clocks does the law start, by which article, and who owes what?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';

/** `verified`: the article's text was at hand · `transcription`: quoted in public copies only · `fromMemory`. */
export type DeadlineStatus = 'verified' | 'transcription' | 'fromMemory';

/** `none`: the article states a condition or a definition, no clock. */
export type ClockUnit = 'calendar' | 'working' | 'hour' | 'month' | 'year' | 'none';

export type Owing = 'party' | 'officer' | 'agency' | 'head' | 'police';

/** Why a clock may stand still. */
export type SuspensionReason = 'appraisal' | 'hearing' | 'announcement' | 'review' | 'litigation' | 'other';

export const SUSPENSION_REASONS: readonly { readonly code: SuspensionReason; readonly label: Label }[] = [
  { code: 'appraisal', label: ['检测、检验、检疫、鉴定', 'Testing, inspection, quarantine or appraisal'] },
  { code: 'hearing', label: ['听证', 'Hearing'] },
  { code: 'announcement', label: ['公告', 'Public announcement'] },
  { code: 'review', label: ['行政复议', 'Administrative review'] },
  { code: 'litigation', label: ['行政诉讼', 'Administrative litigation'] },
  { code: 'other', label: ['其他', 'Other'] },
];

export interface Deadline {
  readonly id: string;
  /** Law and article, as cited in documents. */
  readonly basis: string;
  /** The sentence the clock rests on; null where the text was not at hand. */
  readonly text: string | null;
  readonly start: Label;
  readonly action: Label;
  readonly owes: Owing;
  readonly amount: number | null;
  readonly unit: ClockUnit;
  /** False where the text says only 日: read as calendar days, the stricter of the two readings. */
  readonly unitStated: boolean;
  /** `before`: the action must come that long before the start event. */
  readonly direction: 'after' | 'before';
  /** Reasons the law itself lets stop this clock. */
  readonly suspends: readonly SuspensionReason[];
  /** Days the head of the agency may add; 0 where the law knows no extension. */
  readonly extension: number;
  readonly status: DeadlineStatus;
  /** First day the text holds; earlier events are not judged by it. */
  readonly from: Day;
  /** First day it no longer holds; null while it does. */
  readonly until: Day | null;
  readonly note: Label | null;
}

/** 行政处罚法 2021, in force from 2021-07-15 (art. 86). */
const PENALTY = {
  unitStated: true,
  direction: 'after',
  suspends: [],
  extension: 0,
  status: 'verified',
  from: '2021-07-15',
  until: null,
  note: null,
} as const;
/** 行政执法机关移送涉嫌犯罪案件的规定, as revised on 2020-08-07. */
const TRANSFER = { ...PENALTY, from: '2020-08-07' } as const;
const THREE_DAYS = {
  ...TRANSFER,
  amount: 3,
  unit: 'calendar',
  unitStated: false,
  note: [
    '规定未写明是否工作日，按自然日计（从严，两种理解下都不逾期）。',
    'The text does not say working days: counted as calendar days, so that nothing is late under either reading.',
  ],
} as const;

const APL_60_SENTENCE =
  '行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定。法律、法规、规章另有规定的，从其规定。';
const APL_71_SENTENCE =
  '执法人员当场收缴的罚款，应当自收缴罚款之日起二日内，交至行政机关；在水上当场收缴的罚款，应当自抵岸之日起二日内交至行政机关；行政机关应当在二日内将罚款缴付指定的银行。';

export const DEADLINES = [
  {
    ...PENALTY,
    id: 'APL-36',
    basis: '行政处罚法第36条',
    text: '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年。',
    start: ['违法行为发生（连续或者继续的，行为终了）', 'The act (its end, where it lasted)'],
    action: ['发现违法行为，逾期不再处罚', 'Discovery; after it no penalty'],
    owes: 'agency',
    amount: 2,
    unit: 'year',
    note: ['是追溯期，不是办案期限。', 'A limitation, not a time for handling a case.'],
  },
  {
    ...PENALTY,
    id: 'APL-36-5',
    basis: '行政处罚法第36条',
    text: '涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年。',
    start: ['违法行为发生（连续或者继续的，行为终了）', 'The act (its end, where it lasted)'],
    action: ['发现违法行为，逾期不再处罚', 'Discovery; after it no penalty'],
    owes: 'agency',
    amount: 5,
    unit: 'year',
    note: [
      '限于涉及公民生命健康安全、金融安全且有危害后果的。',
      'Only where life, health or financial safety is concerned and harm was done.',
    ],
  },
  {
    ...PENALTY,
    id: 'APL-48',
    basis: '行政处罚法第48条第2款',
    text: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由。',
    start: ['公开的处罚决定被变更、撤销、确认违法或者无效', 'A published decision is changed or set aside'],
    action: ['撤回公开信息并说明理由', 'Withdraw the publication and say why'],
    owes: 'agency',
    amount: 3,
    unit: 'working',
  },
  {
    ...PENALTY,
    id: 'APL-51',
    basis: '行政处罚法第51条',
    text: '对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的行政处罚的，可以当场作出行政处罚决定。',
    start: ['违法事实确凿', 'The facts are plain'],
    action: [
      '可以当场处罚：公民200元以下、单位3000元以下罚款或者警告',
      'May be punished on the spot: up to 200 yuan for a person, 3,000 for an organisation, or a warning',
    ],
    owes: 'officer',
    amount: null,
    unit: 'none',
  },
  {
    ...PENALTY,
    id: 'APL-56',
    basis: '行政处罚法第56条',
    text: '经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定',
    start: ['证据先行登记保存', 'Evidence registered and kept'],
    action: ['作出处理决定', 'Decide what becomes of it'],
    owes: 'agency',
    amount: 7,
    unit: 'working',
    note: ['先行登记保存须经负责人批准。', 'The registration needs the head’s approval.'],
  },
  {
    ...PENALTY,
    id: 'APL-60',
    basis: '行政处罚法第60条',
    text: APL_60_SENTENCE,
    start: ['立案', 'Case filed'],
    action: ['作出行政处罚决定', 'Decide the penalty'],
    owes: 'agency',
    amount: 90,
    unit: 'calendar',
    note: [
      '本条未规定中止；法律、法规、规章另有规定的，由本县登记文号后计入。',
      'The article knows no suspension; other law is configured by the county with its document.',
    ],
  },
  {
    ...PENALTY,
    id: 'APL-61',
    basis: '行政处罚法第61条',
    text: '当事人不在场的，行政机关应当在七日内依照《中华人民共和国民事诉讼法》的有关规定，将行政处罚决定书送达当事人。',
    start: ['宣告处罚决定时当事人不在场', 'Decision announced in the party’s absence'],
    action: ['送达处罚决定书', 'Serve the decision'],
    owes: 'agency',
    amount: 7,
    unit: 'working',
  },
  {
    ...PENALTY,
    id: 'APL-64-1',
    basis: '行政处罚法第64条第1项',
    text: '当事人要求听证的，应当在行政机关告知后五日内提出',
    start: ['告知听证权利', 'Told of the right to a hearing'],
    action: ['提出听证要求', 'Ask for a hearing'],
    owes: 'party',
    amount: 5,
    unit: 'working',
  },
  {
    ...PENALTY,
    id: 'APL-64-2',
    basis: '行政处罚法第64条第2项',
    text: '行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点',
    start: ['举行听证', 'The hearing'],
    action: ['通知听证的时间、地点', 'Give notice of time and place'],
    owes: 'agency',
    amount: 7,
    unit: 'working',
    direction: 'before',
    note: [
      '自听证日往前数；通知日与听证日之间须满七个工作日（从严）。',
      'Counted back from the hearing; seven full working days between the two (the stricter count).',
    ],
  },
  {
    ...PENALTY,
    id: 'APL-67',
    basis: '行政处罚法第67条第3款',
    text: '当事人应当自收到行政处罚决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳罚款。',
    start: ['收到处罚决定书', 'Decision received'],
    action: ['缴纳罚款', 'Pay the fine'],
    owes: 'party',
    amount: 15,
    unit: 'calendar',
    note: [
      '十五日不在第85条所列工作日之内；逾期每日加处3%，不超过罚款数额（第72条）。',
      'Fifteen days are not among the working days of art. 85; 3% a day after that, up to the fine (art. 72).',
    ],
  },
  {
    ...PENALTY,
    id: 'APL-71',
    basis: '行政处罚法第71条',
    text: APL_71_SENTENCE,
    start: ['当场收缴罚款（水上收缴的，抵岸）', 'Fine taken on the spot (on water: on landing)'],
    action: ['将罚款交至行政机关', 'Hand it to the agency'],
    owes: 'officer',
    amount: 2,
    unit: 'working',
  },
  {
    ...PENALTY,
    id: 'APL-71-2',
    basis: '行政处罚法第71条',
    text: APL_71_SENTENCE,
    start: ['行政机关收到当场收缴的罚款', 'The agency has the money'],
    action: ['缴付指定的银行', 'Pay it into the bank'],
    owes: 'agency',
    amount: 2,
    unit: 'working',
  },
  {
    ...PENALTY,
    id: 'APL-85',
    basis: '行政处罚法第85条',
    text: '本法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。',
    start: ['定义', 'Definition'],
    action: ['二日、三日、五日、七日为工作日', 'Two, three, five and seven days are working days'],
    owes: 'agency',
    amount: null,
    unit: 'none',
  },
  {
    ...THREE_DAYS,
    id: 'TR-5a',
    basis: '移送规定第5条第2款',
    text: '行政执法机关正职负责人或者主持工作的负责人应当自接到报告之日起３日内作出批准移送或者不批准移送的决定。',
    start: ['正职负责人接到移送报告', 'The head has the report'],
    action: ['作出是否批准移送的决定', 'Decide whether to transfer'],
    owes: 'head',
  },
  {
    ...TRANSFER,
    id: 'TR-5b',
    basis: '移送规定第5条第2款',
    text: '决定批准的，应当在２４小时内向同级公安机关移送',
    start: ['批准移送', 'Transfer approved'],
    action: ['向同级公安机关移送', 'Transfer to the police'],
    owes: 'agency',
    amount: 24,
    unit: 'hour',
  },
  {
    ...TRANSFER,
    id: 'TR-6',
    basis: '移送规定第6条',
    text: '行政执法机关向公安机关移送涉嫌犯罪案件，应当附有下列材料',
    start: ['移送', 'Transfer'],
    action: [
      '附移送书、调查报告、物品清单、检验报告或者鉴定结论、其他材料',
      'Enclose the letter, report, list of items, appraisal and other papers',
    ],
    owes: 'agency',
    amount: null,
    unit: 'none',
  },
  {
    ...TRANSFER,
    id: 'TR-7',
    basis: '移送规定第7条',
    text: '不属于本机关管辖的，应当在２４小时内转送有管辖权的机关，并书面告知移送案件的行政执法机关。',
    start: ['公安机关收到移送而无管辖权', 'Police without jurisdiction have the case'],
    action: ['转送有管辖权的机关并书面告知', 'Pass it on and say so in writing'],
    owes: 'police',
    amount: 24,
    unit: 'hour',
  },
  {
    ...THREE_DAYS,
    id: 'TR-8',
    basis: '移送规定第8条',
    text: '公安机关应当自接受行政执法机关移送的涉嫌犯罪案件之日起３日内',
    start: ['公安机关接受移送', 'Police accept the transfer'],
    action: ['审查并书面通知是否立案', 'Review and say in writing whether a case is opened'],
    owes: 'police',
  },
  {
    ...THREE_DAYS,
    id: 'TR-9a',
    basis: '移送规定第9条第1款',
    text: '可以自接到不予立案通知书之日起３日内，提请作出不予立案决定的公安机关复议，也可以建议人民检察院依法进行立案监督。',
    start: ['接到不予立案通知书', 'Notice of no case received'],
    action: ['提请复议或者建议立案监督', 'Ask for reconsideration or for the procuratorate’s supervision'],
    owes: 'agency',
  },
  {
    ...THREE_DAYS,
    id: 'TR-9b',
    basis: '移送规定第9条第2款',
    text: '作出不予立案决定的公安机关应当自收到行政执法机关提请复议的文件之日起３日内作出立案或者不予立案的决定',
    start: ['公安机关收到复议提请', 'Police have the request'],
    action: ['作出立案或者不予立案的决定并书面通知', 'Decide and say so in writing'],
    owes: 'police',
  },
  {
    ...THREE_DAYS,
    id: 'TR-9c',
    basis: '移送规定第9条第2款',
    text: '应当自收到复议决定通知书之日起３日内建议人民检察院依法进行立案监督。',
    start: ['收到复议决定仍有异议', 'Reconsideration received and still disputed'],
    action: ['建议人民检察院立案监督', 'Ask for the procuratorate’s supervision'],
    owes: 'agency',
  },
  {
    ...THREE_DAYS,
    id: 'TR-12',
    basis: '移送规定第12条',
    text: '应当自接到立案通知书之日起３日内将涉案物品以及与案件有关的其他材料移交公安机关，并办结交接手续',
    start: ['接到公安机关立案通知书', 'Police have opened a case'],
    action: ['移交涉案物品与材料', 'Hand over items and papers'],
    owes: 'agency',
  },
  {
    ...PENALTY,
    id: 'AEL-25',
    basis: '行政强制法第25条',
    text: null,
    start: ['查封、扣押', 'Sealing or seizure'],
    action: ['作出处理决定或者解除', 'Decide, or release'],
    owes: 'agency',
    amount: 30,
    unit: 'calendar',
    suspends: ['appraisal'],
    extension: 30,
    status: 'transcription',
    from: '2012-01-01',
    note: [
      '经负责人批准可延长不超过30日；检测、检验、检疫、技术鉴定期间不计。条文见公开转载，未持有全文。',
      'May be extended by up to 30 days; testing and appraisal do not count. Read in public copies only.',
    ],
  },
  {
    ...PENALTY,
    id: 'ARL-20',
    basis: '行政复议法第20条',
    text: null,
    start: ['知道处罚决定（送达）', 'Knew of the decision (service)'],
    action: ['申请行政复议', 'Apply for administrative review'],
    owes: 'party',
    amount: 60,
    unit: 'calendar',
    status: 'fromMemory',
    from: '2024-01-01',
    note: ['2023年修订；条号凭记忆，引用前核对。', 'Revised 2023; article number from memory.'],
  },
  {
    ...PENALTY,
    id: 'ALL-46',
    basis: '行政诉讼法第46条',
    text: null,
    start: ['知道处罚决定（送达）', 'Knew of the decision (service)'],
    action: ['提起行政诉讼', 'Bring administrative litigation'],
    owes: 'party',
    amount: 6,
    unit: 'month',
    status: 'transcription',
    from: '2015-05-01',
    note: ['条文见公开转载，未持有全文。', 'Read in public copies only.'],
  },
] as const satisfies readonly Deadline[];

export type DeadlineId = (typeof DEADLINES)[number]['id'];

const BY_ID: ReadonlyMap<string, Deadline> = new Map(DEADLINES.map((row) => [row.id, row]));

/** The row of an id, or undefined (a county's own clocks are not in the law's table). */
export function findDeadline(id: string): Deadline | undefined {
  return BY_ID.get(id);
}

/** The row of an id of the table. */
export function deadlineOf(id: DeadlineId): Deadline {
  const found = BY_ID.get(id);
  if (found === undefined) throw new RangeError(`no deadline ${id}`);
  return found;
}
