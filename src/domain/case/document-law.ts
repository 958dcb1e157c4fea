// Which statements of law do the papers of a case make, and how was each come by?

/** `text`: read in the full text; `memory`: known, but the text was not at hand, so a lawyer should compare it. */
export interface LawStatement {
  readonly words: string;
  readonly article: string;
  readonly status: 'text' | 'memory';
}

export const LAW = {
  card: text('执法人员调查或者进行检查时，应当主动出示执法证件', '行政处罚法第55条第1款'),
  answer: text('当事人或者有关人员应当如实回答询问，并协助调查或者检查', '行政处罚法第55条第2款'),
  recusal: text('当事人认为执法人员与案件有直接利害关系的，有权申请回避', '行政处罚法第43条第2款'),
  register: text(
    '在证据可能灭失或者以后难以取得的情况下，经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定，在此期间，当事人或者有关人员不得销毁或者转移证据',
    '行政处罚法第56条',
  ),
  workingDays: text('“七日”“五日”是指工作日，不含法定节假日', '行政处罚法第85条'),
  seal: text(
    '可以查封、扣押无合法来源证明的野生动物及其制品和涉嫌非法猎捕、收购、出售、加工、运输的工具、设备或者财物',
    '野生动物保护法第36条第4项',
  ),
  sealDays: memory(
    '查封、扣押的期限不得超过三十日；情况复杂的，经批准可以延长不超过三十日',
    '行政强制法第25条',
  ),
  correct: text('行政机关实施行政处罚时，应当责令当事人改正或者限期改正违法行为', '行政处罚法第28条第1款'),
  notify: text(
    '行政机关在作出行政处罚决定之前，应当告知拟作出的行政处罚内容及事实、理由、依据，并告知依法享有的权利',
    '行政处罚法第44条',
  ),
  defend: text('当事人有权进行陈述和申辩，行政机关不得因此给予更重的处罚', '行政处罚法第45条'),
  hearing: text('当事人有要求听证的权利，不承担组织听证的费用', '行政处罚法第63条'),
  hearingDays: text('当事人要求听证的，应当在行政机关告知后五日内提出', '行政处罚法第64条第1项'),
  pay: text(
    '自收到行政处罚决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳罚款',
    '行政处罚法第67条第3款',
  ),
  late: text(
    '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额',
    '行政处罚法第72条第1款第1项',
  ),
  court: text('依照行政强制法的规定申请人民法院强制执行', '行政处罚法第72条第1款第4项'),
  notStayed: text(
    '申请行政复议或者提起行政诉讼的，行政处罚不停止执行，法律另有规定的除外',
    '行政处罚法第73条第1款',
  ),
  review: memory('自知道行政行为之日起六十日内申请行政复议', '行政复议法第20条'),
  lawsuit: memory('自知道行政行为之日起六个月内向人民法院提起诉讼', '行政诉讼法第46条'),
  transfer: text('涉嫌构成犯罪，依法需要追究刑事责任的，必须向公安机关移送', '移送规定第3条'),
  materials: text('向公安机关移送涉嫌犯罪案件，应当附有五项材料', '移送规定第6条'),
  receipt: text('公安机关应当在涉嫌犯罪案件移送书的回执上签字', '移送规定第7条'),
  policeReview: text(
    '公安机关应当自接受移送之日起三日内依法审查，决定是否立案并书面通知移送机关',
    '移送规定第8条',
  ),
  service: text(
    '行政处罚决定书应当在宣告后当场交付当事人；当事人不在场的，在七日内依照民事诉讼法的有关规定送达',
    '行政处罚法第61条第1款',
  ),
} as const satisfies Record<string, LawStatement>;

export type LawId = keyof typeof LAW;

function text(words: string, article: string): LawStatement {
  return { words, article, status: 'text' };
}
function memory(words: string, article: string): LawStatement {
  return { words, article, status: 'memory' };
}
