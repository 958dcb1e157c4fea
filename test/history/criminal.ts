// How do cases reach the police, and how do they end there?
import {
  AGENCY,
  assessed,
  filing,
  found,
  inquiry,
  look,
  PERSON,
  refused,
  type Story,
  sent,
  step,
  TEAM,
} from './story.ts';

const receipt = { receiptNo: '示公（受）字〔2025〕18号', signer: '值班民警' };
const MATERIALS = ['letter', 'report', 'items', 'appraisal', 'other'];

export const CRIMINAL: readonly Story[] = [
  {
    title: '移送—立案—起诉—判决',
    record: found('示自然资案〔2025〕11号', '宋某收购画眉案', '2025-03-29'),
    lines: [
      ...filing('2025-03-29', '2025-03-31', '住所查获画眉8只'),
      ...inquiry('2025-03-31', '宋某', '画眉8只，无合法来源'),
      step('2025-03-31', 'officer', 'seal', 'investigating', {
        officers: TEAM,
        listNo: '扣押11号',
        items: '画眉8只、鸟笼8个',
        keptAt: '县野生动物临时收容点',
        approver: PERSON.he,
      }),
      step('2025-04-01', 'officer', 'requestAppraisal', 'investigating', {
        appraiser: '省野生动物司法鉴定中心',
        matters: ['species', 'value', 'origin'],
        items: '画眉8只',
      }),
      step('2025-04-03', 'officer', 'receiveAppraisal', 'investigating', {
        docNo: '鉴字〔2025〕9号',
        findings: '画眉8只，国家二级，野外来源',
        value: 4_000_000,
      }),
      assessed('2025-04-03', 'yes', {
        charges: ['危害珍贵、濒危野生动物罪'],
        summary: '价值40000元，二万元以上',
      }),
      look('2025-04-06', { alarms: [] }),
      // Three days after the assessment nobody has reported it.
      look('2025-04-07', { alarms: ['case.untransferred'] }),
      refused('2025-04-07', 'officer', 'reportTransfer', ['step.value', '移送规定第5条第1款'], {
        officers: [PERSON.zhao],
        charges: ['危害珍贵、濒危野生动物罪'],
        report: '建议移送',
      }),
      step('2025-04-07 10:00', 'officer', 'reportTransfer', 'transferReported', {
        officers: TEAM,
        charges: ['危害珍贵、濒危野生动物罪'],
        report: '核实属实，建议移送',
      }),
      look('2025-04-07', {
        due: { 'APL-60': '2025-06-29', 'AEL-25': '2025-05-02', 'TR-5a': '2025-04-10' },
        alarms: [],
      }),
      refused('2025-04-08', 'officer', 'approveTransfer', ['access.denied']),
      step('2025-04-08 09:00', 'head', 'approveTransfer', 'transferApproved'),
      look('2025-04-08', { due: { 'APL-60': '2025-06-29', 'AEL-25': '2025-05-02', 'TR-5b': '2025-04-09' } }),
      refused('2025-04-08 15:00', 'officer', 'transfer', ['step.value', '移送规定第6条'], {
        police: AGENCY.police,
        docNo: '示自然资移〔2025〕1号',
        materials: ['letter', 'report', 'appraisal'],
      }),
      refused('2025-04-08 15:00', 'officer', 'transfer', ['step.value', '移送规定第6条'], {
        police: AGENCY.police,
        docNo: '示自然资移〔2025〕1号',
        materials: ['letter', 'report', 'items'],
      }),
      step('2025-04-08 16:00', 'officer', 'transfer', 'transferred', {
        police: AGENCY.police,
        docNo: '示自然资移〔2025〕1号',
        materials: MATERIALS,
        copied: 'yes',
      }),
      look('2025-04-08', {
        due: { 'AEL-25': '2025-05-02', 'COUNTY-RECEIPT': '2025-04-11' },
        alarms: [],
        record: { track: 'criminal', transferredOn: '2025-04-08', outcome: 'transferred' },
      }),
      look('2025-04-12', { alarms: ['case.noReceipt'] }),
      step('2025-04-09', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      look('2025-04-12', { due: { 'AEL-25': '2025-05-02', 'TR-8': '2025-04-12' }, alarms: [] }),
      step('2025-04-11', 'officer', 'policeFile', 'policeFiled', { docNo: '示公（森）立字〔2025〕6号' }),
      look('2025-04-11', { due: { 'AEL-25': '2025-05-02', 'TR-12': '2025-04-14' } }),
      step('2025-04-12', 'officer', 'handItems', 'policeFiled', {
        listNo: '移交1号',
        receiver: '森林警察大队',
      }),
      step('2025-04-12', 'officer', 'endSeal', 'policeFiled', { fates: ['moved'] }),
      look('2025-12-01', { due: {}, alarms: ['case.overdue'] }),
      step('2025-06-20', 'police', 'sendToProsecution', 'prosecuting'),
      step('2025-07-18', 'police', 'sendBack', 'policeFiled'),
      step('2025-08-10', 'police', 'sendToProsecution', 'prosecuting'),
      step('2025-09-05', 'police', 'indict', 'court', { docNo: '示检刑诉〔2025〕77号' }),
      refused('2025-10-20', 'clerk', 'judge', ['step.value', '行政处罚法第35条'], {
        result: 'sentenced',
        docNo: '（2025）刑初88号',
        sentence: '有期徒刑一年',
        administrative: 'yes',
      }),
      step('2025-10-20', 'clerk', 'judge', 'closing', {
        result: 'sentenced',
        docNo: '（2025）刑初88号',
        sentence: '有期徒刑一年，缓刑一年六个月，罚金一万元',
        administrative: 'no',
      }),
      step('2025-10-27', 'head', 'close', 'closed', { summary: '已判决生效' }),
      look('2026-10-27', { due: {}, alarms: [], record: { outcome: 'sentenced', closedOn: '2025-10-27' } }),
    ],
  },
  {
    title: '公安不予立案—复议—立案—不起诉终结—恢复侦查',
    record: found('示自然资案〔2025〕12号', '钱某电网捕鸟案', '2025-04-25'),
    lines: [
      ...filing('2025-04-25', '2025-04-27', '禁猎区内使用电网捕鸟'),
      assessed('2025-04-28', 'yes', { charges: ['非法狩猎罪'] }),
      ...sent('2025-04-28', '2025-04-29', '2025-04-29 17:00'),
      step('2025-04-30', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      step('2025-05-03', 'officer', 'policeDecline', 'declined', {
        docNo: '示公不立字〔2025〕2号',
        reason: '认为情节显著轻微',
        fileReturned: 'yes',
      }),
      look('2025-05-03', { due: { 'TR-9a': '2025-05-06' } }),
      step('2025-05-05', 'officer', 'askReconsider', 'reconsidering', {
        docNo: '示自然资提复〔2025〕1号',
        reason: '禁用工具且在禁猎区，符合解释第七条',
      }),
      look('2025-05-05', { due: { 'TR-9b': '2025-05-08' } }),
      look('2025-05-09', { alarms: ['case.overdue'] }),
      step('2025-05-08', 'officer', 'reconsidered', 'policeFiled', {
        result: 'filed',
        docNo: '示公复决〔2025〕1号',
      }),
      look('2025-05-08', { due: { 'TR-12': '2025-05-11' } }),
      step('2025-05-10', 'officer', 'handItems', 'policeFiled', { listNo: '移交2号', receiver: '刑侦大队' }),
      step('2025-07-01', 'clerk', 'sendToProsecution', 'prosecuting'),
      step('2025-08-01', 'clerk', 'notProsecute', 'closing', {
        kind: 'evidence',
        docNo: '示检不诉〔2025〕4号',
        administrative: 'no',
      }),
      step('2025-08-05', 'head', 'close', 'closed', { summary: '证据不足不起诉' }),
      look('2025-08-06', { alarms: [], record: { outcome: 'notProsecuted' } }),
      refused('2025-10-01', 'reviewer', 'reopen', ['step.value'], {
        ground: 'police',
        into: 'investigating',
        reason: '公安发现新证据',
      }),
      step('2025-10-01', 'reviewer', 'reopen', 'policeFiled', {
        ground: 'police',
        into: 'policeFiled',
        reason: '公安发现新证据，恢复侦查',
      }),
      look('2025-10-01', { record: { outcome: null, closedOn: null } }),
    ],
  },
  {
    title: '没有回执—转送—逾期不答—检察监督—立案—公安撤案',
    record: found('示自然资案〔2025〕13号', '物流运输穿山甲鳞片案', '2025-06-09'),
    lines: [
      ...filing('2025-06-09', '2025-06-10', '物流包裹内疑似穿山甲鳞片'),
      assessed('2025-06-11', 'yes', { charges: ['危害珍贵、濒危野生动物罪'] }),
      ...sent('2025-06-11', '2025-06-12', '2025-06-12 18:00'),
      look('2025-06-16', { due: { 'COUNTY-RECEIPT': '2025-06-15' }, alarms: ['case.noReceipt'] }),
      step('2025-06-16', 'reviewer', 'answer', 'transferred', {
        guard: 'case.noReceipt',
        reason: '已向县政府报告，并函告县检察院，督促公安当日签收',
      }),
      look('2025-06-16', { alarms: [], answered: ['case.noReceipt'] }),
      step('2025-06-17', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      step('2025-06-18 09:00', 'officer', 'policeNotCompetent', 'forwarding'),
      look('2025-06-18', { due: { 'TR-7': '2025-06-19' } }),
      step('2025-06-19 08:00', 'officer', 'policeForward', 'transferred', {
        receiver: '铁路公安处',
        docNo: '示公转〔2025〕1号',
      }),
      // A new police, a new receipt: the answer given for the first does not hold.
      look('2025-06-23', { due: { 'COUNTY-RECEIPT': '2025-06-22' }, alarms: ['case.noReceipt'] }),
      step('2025-06-20', 'officer', 'policeReceipt', 'policeReviewing', {
        receiptNo: '铁公受12号',
        signer: '民警',
      }),
      look('2025-06-24', { due: { 'TR-8': '2025-06-23' }, alarms: ['case.overdue'] }),
      step('2025-06-25', 'officer', 'proposeSupervision', 'supervising', {
        docNo: '示自然资建监〔2025〕1号',
        reason: '公安机关逾期未作出是否立案的决定',
      }),
      look('2025-06-25', { due: {}, alarms: [] }),
      step('2025-07-20', 'officer', 'supervised', 'policeFiled', {
        result: 'filed',
        docNo: '示检通立〔2025〕1号',
      }),
      look('2025-07-20', { due: { 'TR-12': '2025-07-23' } }),
      look('2025-07-24', { alarms: ['case.overdue'] }),
      step('2025-09-01', 'officer', 'policeReturn', 'closing', {
        docNo: '铁公撤〔2025〕1号',
        reason: '鉴定为仿制品，没有犯罪事实',
        administrative: 'no',
      }),
      step('2025-09-05', 'head', 'close', 'closed', { summary: '公安撤案，无违法事实' }),
      look('2025-09-06', { alarms: [], record: { outcome: 'withdrawn' } }),
    ],
  },
  {
    title: '负责人不批准移送—警示—再报—移送；以罚代刑警示',
    record: found('示自然资案〔2025〕14号', '饭店收购猫头鹰案', '2025-08-01'),
    lines: [
      ...filing('2025-08-01', '2025-08-04', '后厨查获雕鸮1只'),
      assessed('2025-08-05', 'yes', { charges: ['危害珍贵、濒危野生动物罪'] }),
      step('2025-08-06', 'officer', 'reportTransfer', 'transferReported', {
        officers: TEAM,
        charges: ['危害珍贵、濒危野生动物罪'],
        report: '建议移送',
      }),
      step('2025-08-08', 'head', 'refuseTransfer', 'investigating', { reason: '当事人系初犯，拟行政处罚' }),
      look('2025-08-09', { alarms: ['case.untransferred', 'case.transferRefused'] }),
      step('2025-08-11', 'officer', 'conclude', 'concluded', {
        report: '拟处罚',
        recommendation: 'penalty',
        major: 'no',
      }),
      step('2025-08-12', 'officer', 'notify', 'notified', {
        docNo: '示自然资罚告〔2025〕14号',
        content: '拟罚款50000元',
        fine: 5_000_000,
        hearing: 'notDue',
      }),
      step('2025-08-13', 'officer', 'defence', 'notified', { defence: 'waived' }),
      step('2025-08-15', 'head', 'decidePenalty', 'decided', {
        form: 'fine',
        docNo: '示自然资罚决〔2025〕14号',
        penalties: ['fine'],
        fine: 5_000_000,
        basis: '野生动物保护法第五十二条',
      }),
      look('2025-08-15', {
        alarms: ['case.untransferred', 'case.transferRefused', 'case.penaltyForCrime'],
      }),
      // Undone and put right: the decision is withdrawn before it is served.
      step('2025-08-18', 'head', 'revoke', 'notified', { reason: '以罚代刑，决定未送达即撤销' }),
      look('2025-08-18', { alarms: ['case.untransferred', 'case.transferRefused'] }),
      ...sent('2025-08-18', '2025-08-19', '2025-08-19 10:00'),
      look('2025-08-19', { alarms: [], due: { 'COUNTY-RECEIPT': '2025-08-22' } }),
    ],
  },
  {
    title: '不采纳移送提示—审核答复—事实变化，警示再现—移送',
    record: found('示自然资案〔2025〕15号', '网购鹦鹉案', '2025-09-01'),
    lines: [
      ...filing('2025-09-01', '2025-09-02', '网购鹦鹉4只'),
      refused('2025-09-03', 'officer', 'assess', ['step.value'], {
        proposed: 'yes',
        charges: ['危害珍贵、濒危野生动物罪'],
        conclusion: 'no',
        departure: '没必要',
      }),
      step('2025-09-03', 'officer', 'assess', 'investigating', {
        proposed: 'yes',
        charges: ['危害珍贵、濒危野生动物罪'],
        conclusion: 'no',
        departure: '有证据证明系合法人工繁育并有专用标识，依解释第十三条不作犯罪处理',
      }),
      look('2025-09-03', { alarms: ['case.departure'] }),
      step('2025-09-05', 'reviewer', 'answer', 'investigating', {
        guard: 'case.departure',
        reason: '查验专用标识与繁育许可相符，同意承办人意见',
      }),
      look('2025-09-30', { alarms: [], answered: ['case.departure'] }),
      // Who handled it in between may not answer, and the answer cannot be lent to another cause.
      step('2025-10-10', 'officer', 'assess', 'investigating', {
        proposed: 'yes',
        charges: ['危害珍贵、濒危野生动物罪', '非法收购赃物'],
        conclusion: 'no',
        departure: '标识经查系伪造，但价值尚在复核，暂不移送',
      }),
      look('2025-10-10', { alarms: ['case.departure'], answered: [] }),
      assessed('2025-10-13', 'yes', { charges: ['危害珍贵、濒危野生动物罪'] }),
      ...sent('2025-10-14', '2025-10-15', '2025-10-15 15:00'),
      look('2025-10-15', { alarms: [], record: { outcome: 'transferred' } }),
    ],
  },
];
