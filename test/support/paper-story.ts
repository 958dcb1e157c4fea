// Cases for the papers the common run does not need: two partners heard and fined, one fined on the spot, one not filed, one dropped.
import type { App } from '../../src/server/app.ts';
import { begin, type Told, walk } from './case-story.ts';
import { actorOf, create } from './office.ts';

const LEADER = actorOf('leader');
const REVIEWER = actorOf('reviewer');

export const BOTH_FILLS = {
  'party.1.idNo': '居民身份证 990101198001011234',
  'party.1.address': '示范县青山镇河东村1组3号',
  'party.1.phone': '13900000001',
  'party.2.idNo': '居民身份证 990101198202022345',
  'party.2.address': '示范县青山镇河西村5组8号',
  'party.2.phone': '13900000002',
  'party.1.confiscated': '死体麻雀18只',
  'party.2.confiscated': '无',
};

const WATCH = '青山镇河东村秦立院内';

/** Evidence registered, decided on, sealed; a hearing held; reviewed and discussed; two parties fined by one decision. */
function heardSteps([one, two, host]: readonly string[]): Told[] {
  const officers = [one as string, two as string];
  return [
    {
      step: 'inspect',
      values: {
        ...{ on: '2025-03-03', time: '10:20', officers, shown: 'yes', where: WATCH, signed: 'signed' },
        findings: '院内冰柜中有死体麻雀18只，墙角有捕鸟网2张。',
      },
    },
    {
      step: 'registerEvidence',
      values: {
        ...{
          on: '2025-03-03',
          officers,
          listNo: '登保1号',
          keptAt: '县自然资源局物证室',
          approver: host as string,
        },
        items: '死体麻雀18只；捕鸟网2张；记账本1册',
      },
    },
    {
      step: 'proposeFiling',
      values: { on: '2025-03-04', officers, facts: '秦立、尤强合伙收购、出售麻雀。' },
    },
    { step: 'approveFiling', values: { on: '2025-03-04' }, actor: LEADER },
    {
      step: 'decideEvidence',
      values: {
        ...{ on: '2025-03-11', fates: ['sealed', 'returned'], approver: host as string },
        detail: '死体麻雀18只、捕鸟网2张转为扣押；记账本1册复印后退还秦立。',
      },
    },
    {
      step: 'seal',
      values: {
        ...{
          on: '2025-03-11',
          officers,
          listNo: '扣押1号',
          keptAt: '县自然资源局物证室',
          approver: host as string,
        },
        items: '死体麻雀18只；捕鸟网2张',
      },
    },
    {
      step: 'extendSeal',
      values: { on: '2025-04-08', until: '2025-05-09', reason: '当事人要求听证，案情复杂' },
      actor: LEADER,
    },
    {
      step: 'conclude',
      values: {
        ...{ on: '2025-04-08', recommendation: 'penalty', major: 'yes', reviewGrounds: ['complex'] },
        report: '秦立、尤强合伙收购麻雀40只，已出售22只，获款660元，余18只被当场查获。',
      },
    },
    {
      step: 'review',
      values: { on: '2025-04-09', result: 'passed', opinion: '事实清楚，证据确凿，适用依据正确，程序合法。' },
      actor: REVIEWER,
    },
    {
      step: 'discuss',
      values: {
        ...{ on: '2025-04-10', attendees: [host as string, one as string] },
        minutes: '承办人汇报案情。与会人员认为二人作用有别，处罚应当分别确定。',
        conclusion: '同意处罚意见：对秦立罚款6000元，对尤强罚款4000元。',
      },
      actor: LEADER,
    },
    {
      step: 'notify',
      values: {
        ...{ on: '2025-04-11', docNo: '示林罚告字〔2025〕第7号', fine: 10_000_00, hearing: 'offered' },
        content: '你二人合伙收购、出售麻雀，拟对秦立罚款6000元，对尤强罚款4000元，没收麻雀18只。',
      },
    },
    {
      step: 'defence',
      values: {
        ...{ on: '2025-04-14', defence: 'stated', content: '尤强称只负责送货，获利很少，请求从轻。' },
        ...{ review: '经核对记账本，尤强分得180元，所述属实，拟处罚已作区分。', adopted: 'part' },
      },
    },
    { step: 'requestHearing', values: { on: '2025-04-15', content: '二人要求听证' } },
    {
      step: 'scheduleHearing',
      values: {
        ...{ on: '2025-04-16', hearingOn: '2025-04-29', hearingTime: '09:30' },
        ...{ where: '县自然资源局三楼会议室', presider: host as string },
      },
    },
    {
      step: 'holdHearing',
      values: {
        ...{ on: '2025-04-29', open: 'yes', opinion: '维持拟处罚意见', signed: 'refused' },
        present: '旁听群众3人',
        minutes:
          '调查人员：宣读违法事实，出示现场检查笔录、记账本复印件，建议罚款10000元。\n秦立：麻雀是别人送来的，不知道不能收。\n尤强：只送过货。\n主持人：双方是否还有补充？\n秦立、尤强：没有。',
      },
    },
    {
      step: 'review',
      values: { on: '2025-04-30', result: 'passed', opinion: '听证后复核，意见不变。' },
      actor: REVIEWER,
    },
    {
      step: 'decidePenalty',
      values: {
        ...{ on: '2025-05-07', form: 'fine', docNo: '示林罚决字〔2025〕第7号', penalties: ['fine', 'goods'] },
        ...{
          fine: 10_000_00,
          parties: ['秦立', '尤强'],
          fines: ['6000', '4000'],
          confiscated: '死体麻雀18只',
        },
        basis: '违反了《中华人民共和国野生动物保护法》第二十八条的规定，依照该法第五十二条第一款的规定',
      },
      actor: LEADER,
    },
    { step: 'endSeal', values: { on: '2025-05-08', fates: ['confiscated'] } },
    { step: 'serve', values: { on: '2025-05-08', method: 'direct', receiver: '秦立、尤强' } },
  ];
}

let n = 1;
const taken = async (
  app: App,
  more: Parameters<typeof begin>[1],
  told: (officers: readonly string[]) => Told[],
) => {
  const { id, officers } = await begin(app, {
    ...{ track: 'administrative', violations: ['T4'], caseNo: `示林案〔2025〕${n++}号` },
    ...more,
  });
  await walk(app, id, told(officers));
  return id;
};

export const heard = (app: App): Promise<string> =>
  taken(
    app,
    { name: '秦立、尤强合伙出售麻雀案', parties: ['秦立', '尤强'], discoveredOn: '2025-03-03' },
    heardSteps,
  );

/** A warning or a fine, as `more` says. */
export const onSpot = (app: App, more: Record<string, unknown> = {}): Promise<string> =>
  taken(app, { name: '褚明携带弹弓打鸟案', parties: ['褚明'], discoveredOn: '2025-05-06' }, (officers) => [
    {
      step: 'punishOnSpot',
      values: {
        ...{ on: '2025-05-06', time: '15:40', officers: officers.slice(0, 2), party: 'citizen' },
        ...{ where: '白鹭湖湿地观鸟台', facts: '在禁猎区内使用弹弓打鸟，未打中。', heard: '知错，没有意见' },
        ...{ basis: '《示范省野生动物保护条例》第三十条', docNo: '示林当罚字〔2025〕第3号' },
        ...{ fine: 100_00, collected: 'cash', cashGround: 'upTo100', handed: 'signed' },
        ...more,
      } as Told['values'],
    },
    { step: 'reportOnSpot', values: { on: '2025-05-07' } },
  ]);

/** The clue came from another body, which competes for none of it: the matter is another agency's. */
export async function notFiled(app: App, ground = 'otherAgency'): Promise<string> {
  const clue = await create(app, 'clue', {
    ...{ day: '2025-04-01', source: 'transfer', content: '有人在市场出售活鸡冒充野鸡' },
  });
  const more = { name: '某摊位出售“野鸡”案', parties: ['钱某'], discoveredOn: '2025-04-01', clue: clue.id };
  return taken(app, more, (officers) => [
    {
      step: 'check',
      values: {
        on: '2025-04-02',
        officers: officers.slice(0, 2),
        finding: '所售为家鸡，标示“野鸡”，涉嫌虚假宣传。',
      },
    },
    {
      step: 'declineFiling',
      values: {
        ...{ on: '2025-04-03', ground, reason: '所售不是野生动物，虚假宣传由市场监督管理部门处理。' },
        ...(ground === 'otherAgency'
          ? { receiver: '示范县市场监督管理局', receiptNo: '示市监收〔2025〕3号' }
          : {}),
      },
      actor: LEADER,
    },
  ]);
}

export const dropped = (app: App): Promise<string> =>
  taken(app, { name: '沈平饲养环颈雉案', parties: ['沈平'], discoveredOn: '2025-06-02' }, (officers) => [
    {
      step: 'proposeFiling',
      values: { on: '2025-06-03', officers: officers.slice(0, 2), facts: '院内饲养环颈雉5只，未出示许可。' },
    },
    { step: 'approveFiling', values: { on: '2025-06-03' }, actor: LEADER },
    {
      step: 'conclude',
      values: {
        ...{ on: '2025-06-10', recommendation: 'noViolation', major: 'no' },
        report: '沈平持有有效的人工繁育许可证，个体均有谱系记录。',
      },
    },
    {
      step: 'dropCase',
      values: { on: '2025-06-12', reason: '当事人持有人工繁育许可证，违法事实不能成立。' },
      actor: LEADER,
    },
  ]);

/** A net put up on a field ridge, taken down at once: filed, found slight, taught, not punished. */
export const spared = (app: App): Promise<string> =>
  taken(app, { name: '吴田布设粘网案', parties: ['吴田'], discoveredOn: '2025-04-12' }, (officers) => [
    {
      step: 'proposeFiling',
      values: { on: '2025-04-14', officers: officers.slice(0, 2), facts: '田埂布设粘网一张，未捕获动物。' },
    },
    { step: 'approveFiling', values: { on: '2025-04-14' }, actor: LEADER },
    {
      step: 'question',
      values: {
        ...{ on: '2025-04-15', officers: officers.slice(0, 2), shown: 'yes', person: '吴田', role: 'party' },
        record: '网是防麻雀吃稻种的，已经自己拆了。',
      },
    },
    {
      step: 'conclude',
      values: {
        ...{ on: '2025-04-18', recommendation: 'noPenalty', major: 'no' },
        report: '吴田在自家田埂布设粘网一张，未捕获动物，发现后当场自行拆除。',
      },
    },
    {
      step: 'decideNoPenalty',
      values: {
        ...{ on: '2025-04-21', ground: 'first', docNo: '示林不罚字〔2025〕第1号' },
        ...{ educated: '当面宣讲野生动物保护法', reason: '初次违法，未捕获动物，已自行拆除粘网。' },
      },
      actor: LEADER,
    },
    { step: 'serveOther', values: { on: '2025-04-22', method: 'direct', receiver: '吴田' } },
  ]);
