// What becomes of cases that police, procuratorate or court hand back?
import {
  AGENCY,
  assessed,
  filing,
  found,
  look,
  PERSON,
  refused,
  type Story,
  sent,
  step,
  TEAM,
} from './story.ts';

const receipt = { receiptNo: '示公（受）字〔2025〕31号', signer: '值班民警' };

/** From the notice to the shelf, a fine paid. */
function fined(notified: string, decided: string, served: string, paid: string, fen: number) {
  return [
    step(notified, 'officer', 'conclude', 'concluded', {
      report: '违法事实清楚',
      recommendation: 'penalty',
      major: 'no',
    }),
    step(notified, 'officer', 'notify', 'notified', {
      docNo: '示自然资罚告〔2025〕号',
      content: '拟罚款',
      fine: fen,
      hearing: 'notDue',
    }),
    step(decided, 'officer', 'defence', 'notified', { defence: 'waived' }),
    step(decided, 'head', 'decidePenalty', 'decided', {
      form: 'fine',
      docNo: '示自然资罚决〔2025〕号',
      penalties: ['fine'],
      fine: fen,
      basis: '野生动物保护法第五十二条',
    }),
    step(served, 'officer', 'serve', 'served', { method: 'direct' }),
    step(paid, 'officer', 'payFull', 'closing', { amount: fen }),
    step(paid, 'head', 'close', 'closed', { summary: '罚款缴清，结案' }),
  ];
}

export const RETURNED: readonly Story[] = [
  {
    title: '公安不予立案—复议维持—立案监督不支持—退回—行政处罚',
    record: found('示自然资案〔2025〕21号', '农户毒饵捕鸟案', '2025-02-20'),
    lines: [
      ...filing('2025-02-20', '2025-02-21', '投放毒饵致死斑鸠30只'),
      assessed('2025-02-24', 'yes', { charges: ['非法狩猎罪'] }),
      ...sent('2025-02-24', '2025-02-25', '2025-02-25 11:00'),
      step('2025-02-26', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      step('2025-02-28', 'officer', 'policeDecline', 'declined', {
        docNo: '示公不立字〔2025〕1号',
        reason: '不在禁猎区、禁猎期，价值不足一万元',
        fileReturned: 'yes',
      }),
      step('2025-03-03', 'officer', 'askReconsider', 'reconsidering', {
        docNo: '示自然资提复〔2025〕2号',
        reason: '投毒系禁用方法',
      }),
      step('2025-03-05', 'officer', 'reconsidered', 'upheld', {
        result: 'upheld',
        docNo: '示公复决〔2025〕2号',
      }),
      look('2025-03-05', { due: { 'TR-9c': '2025-03-08' } }),
      step('2025-03-07', 'officer', 'proposeSupervision', 'supervising', {
        docNo: '示自然资建监〔2025〕2号',
        reason: '对复议决定仍有异议',
      }),
      step('2025-03-28', 'officer', 'supervised', 'returned', {
        result: 'kept',
        opinion: '不立案理由成立，建议行政处罚',
      }),
      look('2025-03-28', { due: { 'COUNTY-RETURNED': '2025-04-12' }, alarms: [], record: { outcome: null } }),
      look('2025-04-13', { alarms: ['case.returned'] }),
      step('2025-04-14', 'head', 'refile', 'investigating', {
        track: 'administrative',
        reason: '依移送规定第十条依法处理',
      }),
      look('2025-04-14', {
        due: { 'APL-60': '2025-07-13' },
        alarms: ['case.downgrade'],
        record: { track: 'administrative', filedOn: '2025-02-21', transferredOn: '2025-02-25' },
      }),
      step('2025-04-15', 'reviewer', 'answer', 'investigating', {
        guard: 'case.downgrade',
        reason: '公安、检察均认定不构成犯罪，转行政处理合法',
      }),
      ...fined('2025-04-20', '2025-04-25', '2025-04-26', '2025-05-06', 900_000),
      look('2025-05-07', {
        due: {},
        alarms: [],
        answered: ['case.downgrade'],
        record: { outcome: 'penalised' },
      }),
    ],
  },
  {
    title: '不起诉—检察意见—行政处罚',
    record: found('示自然资案〔2025〕22号', '范某贩卖蛇类案', '2025-01-05', {
      filedOn: '2025-01-06',
      track: 'criminal',
      transferredOn: '2025-01-10',
      outcome: 'transferred',
    }),
    lines: [
      look('2025-01-14', { due: { 'COUNTY-RECEIPT': '2025-01-13' }, alarms: ['case.noReceipt'] }),
      step('2025-01-14', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      step('2025-01-16', 'officer', 'policeFile', 'policeFiled', { docNo: '示公立〔2025〕1号' }),
      step('2025-01-17', 'officer', 'handItems', 'policeFiled', { listNo: '移交5号', receiver: '治安大队' }),
      step('2025-04-01', 'clerk', 'sendToProsecution', 'prosecuting'),
      step('2025-05-15', 'clerk', 'notProsecute', 'returned', {
        kind: 'slight',
        docNo: '示检不诉〔2025〕2号',
        administrative: 'yes',
        opinionNo: '示检意〔2025〕2号',
        replyBy: '2025-07-15',
      }),
      // The procuratorate's own day goes before the county's fifteen.
      look('2025-06-15', { due: { 'COUNTY-RETURNED': '2025-07-15' }, alarms: [] }),
      look('2025-07-16', { alarms: ['case.returned', 'case.overdue'] }),
      step('2025-06-16', 'head', 'refile', 'investigating', {
        track: 'administrative',
        docNo: '示自然资立〔2025〕22号',
        reason: '依检察意见给予行政处罚',
      }),
      look('2025-06-16', { due: { 'APL-60': '2025-09-14' }, alarms: ['case.downgrade'] }),
      step('2025-06-18', 'reviewer', 'answer', 'investigating', {
        guard: 'case.downgrade',
        reason: '不起诉决定与检察意见书均已核对',
      }),
      ...fined('2025-06-25', '2025-07-01', '2025-07-02', '2025-07-10', 2_000_000),
      look('2025-07-11', { alarms: [], answered: ['case.downgrade'] }),
    ],
  },
  {
    title: '公安直接立案—撤案移送（13条）—不予处罚',
    record: found('示森公案〔2025〕3号', '涉嫌猎捕麻雀案', '2025-05-20', {
      track: 'criminal',
      agency: AGENCY.forestPolice,
    }),
    lines: [
      step('2025-05-21', 'police', 'policeFileDirectly', 'policeFiled', {
        docNo: '示森公立〔2025〕3号',
        police: AGENCY.forestPolice,
      }),
      look('2025-05-21', { due: {}, alarms: [], record: { track: 'criminal', filedOn: '2025-05-21' } }),
      step('2025-06-20', 'police', 'policeReturn', 'returned', {
        docNo: '示森公撤〔2025〕1号',
        reason: '犯罪事实显著轻微',
        administrative: 'yes',
      }),
      look('2025-06-20', { due: { 'COUNTY-RETURNED': '2025-07-05' } }),
      step('2025-06-25', 'head', 'decideNoPenalty', 'resolved', {
        ground: 'minor',
        docNo: '示自然资不罚〔2025〕6号',
        educated: '批评教育',
        reason: '轻微并及时改正，没有造成危害后果',
      }),
      step('2025-06-26', 'police', 'serveOther', 'closing', { method: 'direct' }),
      step('2025-06-30', 'head', 'close', 'closed', { summary: '不予处罚' }),
      look('2025-07-30', { due: {}, alarms: [], record: { outcome: 'notPenalised' } }),
    ],
  },
  {
    title: '不再异议—退回—重新评估—林政处罚',
    record: found('示自然资案〔2025〕23号', '放牧人设夹案', '2025-07-10'),
    lines: [
      ...filing('2025-07-10', '2025-07-11', '山间铁夹5个，夹伤狗獾1只'),
      assessed('2025-07-14', 'yes', { charges: ['非法狩猎罪'] }),
      ...sent('2025-07-14', '2025-07-15', '2025-07-15 09:00'),
      step('2025-07-16', 'officer', 'policeReceipt', 'policeReviewing', receipt),
      step('2025-07-18', 'officer', 'policeDecline', 'declined', {
        docNo: '示公不立字〔2025〕5号',
        reason: '不属于禁用工具',
        fileReturned: 'yes',
      }),
      look('2025-07-22', { due: { 'TR-9a': '2025-07-21' }, alarms: ['case.overdue'] }),
      step('2025-07-22', 'head', 'acceptDecline', 'returned', { reason: '复核后认可公安意见' }),
      step('2025-07-23', 'officer', 'assess', 'returned', { proposed: 'no', conclusion: 'no' }),
      step('2025-07-25', 'head', 'refile', 'investigating', {
        track: 'forestry',
        reason: '依法给予林政处罚',
      }),
      look('2025-07-25', { alarms: ['case.downgrade'], record: { track: 'forestry' } }),
      step('2025-07-28', 'secondReviewer', 'answer', 'investigating', {
        guard: 'case.downgrade',
        reason: '公安不予立案理由与解释第七条相符',
      }),
      ...fined('2025-08-01', '2025-08-08', '2025-08-11', '2025-08-20', 500_000),
      look('2025-08-21', { alarms: [], answered: ['case.downgrade'] }),
    ],
  },
  {
    title: '免予刑事处罚—移送行政处理；更正一步',
    record: found('示森公案〔2025〕4号', '杨某猎捕环颈雉案', '2025-01-08', {
      track: 'criminal',
      filedOn: '2025-01-08',
      agency: AGENCY.forestPolice,
    }),
    lines: [
      step('2025-03-01', 'police', 'sendToProsecution', 'prosecuting'),
      step('2025-04-01', 'police', 'indict', 'court', { docNo: '示检刑诉〔2025〕30号' }),
      look('2025-04-01', { record: { outcome: 'prosecuted' } }),
      step('2025-06-01', 'police', 'judge', 'returned', {
        result: 'exempted',
        docNo: '（2025）刑初40号',
        sentence: '犯罪情节轻微，免予刑事处罚',
        administrative: 'yes',
      }),
      look('2025-06-01', { due: { 'COUNTY-RETURNED': '2025-06-16' }, alarms: [] }),
      // The judgment reached the agency a day later: corrected, and the clock with it.
      step('2025-06-05', 'police', 'amend', 'returned', {
        of: 3,
        values: JSON.stringify({ on: '2025-06-02' }),
        reason: '判决书签收日期登记有误',
      }),
      look('2025-06-05', { due: { 'COUNTY-RETURNED': '2025-06-17' } }),
      step('2025-06-10', 'head', 'refile', 'investigating', {
        track: 'administrative',
        reason: '依解释第十四条给予行政处罚',
      }),
      step('2025-06-11', 'reviewer', 'answer', 'investigating', {
        guard: 'case.downgrade',
        reason: '判决书已核对，依法移送行政处理',
      }),
      step('2025-06-11', 'officer', 'question', 'investigating', {
        officers: [...TEAM, PERSON.sun],
        shown: 'yes',
        person: '杨某',
        role: 'party',
        record: '对事实无异议',
      }),
      ...fined('2025-06-20', '2025-06-27', '2025-06-30', '2025-07-04', 600_000),
      look('2025-07-05', {
        alarms: [],
        answered: ['case.downgrade'],
        record: { track: 'administrative', outcome: 'penalised', filedOn: '2025-01-08' },
      }),
    ],
  },
  {
    title: '台账误记为刑事：凭文书更正，警示响起，按行政案件办结',
    record: found('示自然资案〔2025〕41号', '钱某出售麻雀案', '2025-03-01', {
      track: 'criminal',
      filedOn: '2025-03-02',
    }),
    lines: [
      look('2025-03-05', { due: {}, alarms: [] }),
      refused('2025-03-06', 'officer', 'restate', ['step.value'], {
        outcome: 'penalised',
        docNo: '示自然资立〔2025〕41号',
        reason: '补填结果',
      }),
      step('2025-03-06', 'officer', 'restate', 'investigating', {
        track: 'administrative',
        filedOn: '2025-03-03',
        docNo: '示自然资立〔2025〕41号',
        reason: '录入台账时类别与日期抄错，立案审批表为行政案件',
      }),
      look('2025-03-06', {
        due: { 'APL-60': '2025-06-01' },
        alarms: ['case.downgrade'],
        record: { track: 'administrative', filedOn: '2025-03-03' },
      }),
      step('2025-03-07', 'reviewer', 'answer', 'investigating', {
        guard: 'case.downgrade',
        reason: '已核对立案审批表原件，确系录入错误',
      }),
      step('2025-03-08', 'officer', 'question', 'investigating', {
        officers: TEAM,
        shown: 'yes',
        person: '钱某',
        role: 'party',
        record: '对事实无异议',
      }),
      ...fined('2025-03-20', '2025-03-27', '2025-03-30', '2025-04-04', 30_000),
      // What steps have decided is put right at that step.
      refused('2025-04-10', 'clerk', 'restate', ['step.value'], {
        outcome: 'notPenalised',
        docNo: '示自然资立〔2025〕41号',
        reason: '结果有误',
      }),
      look('2025-04-10', { alarms: [], answered: ['case.downgrade'], record: { outcome: 'penalised' } }),
    ],
  },
];
