// Do the three seed ledgers yield every quantified statement of summaries A, B and C, open and redacted?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEEDS } from '../../src/demo/seed/seeds.ts';
import { numbersOf, plainText } from '../../src/domain/report/document.ts';
import type { OutlineId } from '../../src/domain/report/outline.ts';
import { redact } from '../../src/domain/report/redact.ts';
import { figureRecordIds, recountFigure } from '../../src/server/figure/index.ts';
import { type ReportRow, type ReportView, viewReport } from '../../src/server/report/index.ts';
import { draftSeed, openSeedHouse, type SeedHouse } from './seed-house.ts';

/** id of trace.csv · the statement as the seed's ledger must say it · as its redacted edition must. */
type Phrase = readonly [id: string, open: RegExp, redacted: RegExp];

const A: readonly Phrase[] = [
  [
    'RT001',
    /自治区监督管理厅、自治区林业和草原局联合下发.*《全区野生动物保护专项整治行动实施方案》/,
    /《全区野生动物保护专项整治行动实施方案》/,
  ],
  ['RT002', /自2024年4月初至10月底/, /自xxxx年x月初至xx月底/],
  [
    'RT003',
    /县市场监督管理局、示范县农业农村局、示范县公安局/,
    /x县市场监督管理局、x县农业农村局、x县公安局/,
  ],
  ['RT011', /共办理三起涉嫌野生动物违法犯罪案件/, /共办理三起涉嫌野生动物违法犯罪案件/],
  [
    'RT017',
    /无人机低空巡视丰登村七队一百亩鱼池、欢乐谷四千亩湿地/,
    /无人机低空巡视x村七队一百亩鱼池、欢乐谷四千亩湿地/,
  ],
  ['RT019', /出动人员[1-9]\d*余人次/, /出动人员xx余人次/],
  ['RT020', /出动车辆[1-9]\d*台次/, /出动车辆xx台次/],
  ['RT021', /检查清理野生动物驯养繁殖场[1-9]\d*家/, /检查清理野生动物驯养繁殖场xx家/],
  [
    'RT022',
    /加大对三丁湖、黄河湿地、清水湖、典农河、沙枣林、滨河大道的巡查/,
    /三丁湖、黄河湿地、清水湖、典农河、沙枣林、滨河大道/,
  ],
  [
    'RT023',
    /发布《示范县自然资源局关于征集非法猎捕珍贵濒危野生动物资源的违法犯罪线索的通告》，有奖征集/,
    /发布《x县自然资源局关于征集.*线索的通告》，有奖征集/,
  ],
  ['RT024', /结合“爱鸟周”等重要节点/, /结合“爱鸟周”等重要节点/],
  ['RT025', /宣传横幅[1-9]\d*条，在各乡镇及县城重点区域悬挂/, /宣传横幅xx条，在各乡镇及县城重点区域悬挂/],
];

const B: readonly Phrase[] = [
  ['RT027', /按照中央、省（自治区）、市文件要求/, /按照中央、省（自治区）、市文件要求/],
  ['RT028', /7月以来/, /7月以来/],
  ['RT028', /持续到10月底/, /持续到10月底/],
  ['RT029', /局分管领导为第一责任人/, /局分管领导为第一责任人/],
  [
    'RT040',
    /《示范县人民政府关于划定陆生野生动物禁猎区和禁猎期的通告》/,
    /《\*\*县人民政府关于划定陆生野生动物禁猎区和禁猎期的通告》/,
  ],
  [
    'RT041',
    /禁猎期限、禁猎对象、禁猎工具、法律依据、确需猎捕的特殊情况以及公民保护野生动物的权利和义务/,
    /禁猎期限、禁猎对象/,
  ],
  ['RT042', /印制(通告)?800余份/, /印制(通告)?800余份/],
  ['RT043', /村镇公示栏、.*集贸市场、公园、药店、银行、医院、进出村庄路口/, /进出村庄路口/],
  ['RT049', /等六类行为/, /等六类行为/],
  ['RT053', /出动执法人员[1-9]\d*次/, /出动执法人员\*\*次/],
  ['RT054', /车辆[1-9]\d*台次/, /车辆\*\*台次/],
  ['RT055', /野生动物活动区域[1-9]\d*处/, /野生动物活动区域\*\*处/],
  ['RT056', /重点市场场所[1-9]\d*处/, /重点市场场所\*\*处/],
  ['RT057', /大型集贸市场[1-9]\d*家/, /大型集贸市场\*\*家/],
  ['RT058', /经营活禽交易门店、农贸市场共计[1-9]\d*家经营户/, /经营活禽交易门店、农贸市场共计\*\*家经营户/],
  ['RT059', /野生动物人工繁育场所[1-9]\d*家/, /野生动物人工繁育场所\*\*家/],
  ['RT060', /餐饮场所[1-9]\d*家/, /餐饮场所\*\*家/],
  ['RT061', /野生动物刑事案件[1-9]\d*起，行政案件[1-9]\d*起/, /野生动物刑事案件\*\*起，行政案件\*\*起/],
  ['RT062', /林政处罚[1-9]\d*人/, /林政处罚\*\*人/],
  ['RT063', /野生动物活体[1-9]\d*只，死体[1-9]\d*只/, /野生动物活体\*\*只，死体\*\*只/],
  ['RT064', /收缴[1-9]\d*多只野鸭进行放飞/, /收缴\*\*多只野鸭进行放飞/],
  ['RT065', /猎获工具[1-9]\d*余套/, /猎获工具\*\*余套/],
  ['RT066', /涉案价值[1-9][\d.]*万?元/, /涉案价值\*\*元/],
  ['RT067', /罚款[1-9][\d.]*万?元/, /罚款\*\*元/],
  [
    'RT068',
    /编制《示范县野生动物保护宣传册》和《示范县野生动物资源概述》/,
    /编制《\*\*县野生动物保护宣传册》和《\*\*县野生动物资源概述》/,
  ],
  ['RT069', /野生动物保护知识进校园活动1次/, /野生动物保护知识进校园活动1次/],
];

const same = (id: string, said: RegExp): Phrase => [id, said, said];
const C: readonly Phrase[] = [
  same('RT075', /“陆生野生动物宣传月（4月）”和“爱鸟周（4月10-16日）”/),
  same('RT076', /在县电视台和调频广播播放15天/),
  same('RT077', /横幅标语2幅/),
  same('RT078', /倡议书》200份/),
  same('RT081', /病危、受伤、迷途或群众救送的野生动物/),
  ['RT083', /救送至示范市野生动物救护中心/, /救送至XX市野生动物救护中心/],
  same('RT084', /国家二级重点保护野生动物猫头鹰、白鹇等4只/),
  same('RT085', /夜鹭.*等省一般保护野生动物5只/),
  same('RT090', /穿山甲片、稀有蛇类原材料的库存量29公斤/),
  same('RT091', /2023-2023年的消耗计划共170公斤/),
  same('RT093', /新发展杂交野猪、环颈雉、绿头鸭、野兔、石蛙等养殖场6家/),
  same('RT094', /4月至5月，根据省林业厅的统一部署，我局组织开展了“飞鹰行动”/),
  same('RT097', /查获没收少量蛇类、黄麂、蛙肉等野生动物及.*猎夹.*等禁猎工具/),
  [
    'RT098',
    /7月至8月.*奥运期间示范县野生动物规范管理整顿工作/,
    /7月至8月.*奥运期间XX县野生动物规范管理整顿工作/,
  ],
  same('RT100', /摘牌“野味”馆等场所2家/),
];

const PHRASES: Readonly<Record<OutlineId, readonly Phrase[]>> = { A, B, C };
let house: SeedHouse;
const reports = new Map<OutlineId, { report: ReportRow; view: ReportView }>();

beforeAll(async () => {
  house = await openSeedHouse();
  for (const outline of ['A', 'B', 'C'] as const) {
    const report = await draftSeed(house, outline);
    reports.set(outline, { report, view: await viewReport(house.app, report) });
  }
}, 240_000);
afterAll(() => house.close());

function of(outline: OutlineId) {
  const found = reports.get(outline);
  if (!found) throw new Error(`no report ${outline}`);
  return found;
}

describe.each(['A', 'B', 'C'] as const)('summary %s', (outline) => {
  it.each(PHRASES[outline])('says %s', (_id, open, redacted) => {
    const { view } = of(outline);
    expect(plainText(view.document)).toMatch(open);
    expect(plainText(redact(view.document, view.redaction))).toMatch(redacted);
  });

  it('counts behind every number the records it claims, and an independent recount agrees', async () => {
    const { report, view } = of(outline);
    const said = numbersOf(view.document);
    expect(said.length).toBeGreaterThan(15);
    for (const { id } of said) {
      const number = view.numbers[id];
      if (!number || number.scope.site) continue;
      const ids = await figureRecordIds(house.app.db, report.county, number.figure, number.scope);
      expect([id, ids.length]).toEqual([id, number.records]);
      const again = await recountFigure(house.app.db, report.county, number.figure, number.scope);
      expect([id, again]).toEqual([id, { value: number.value, bound: number.bound }]);
    }
  });

  it('says on the same day the same thing twice', async () => {
    const { report, view } = of(outline);
    house.at(SEEDS.find((seed) => seed.outline === outline)?.now ?? '');
    expect(await viewReport(house.app, report)).toEqual(view);
  });
});

it('leaves no digit of its own in the redacted A, and in B only what the seed shows', () => {
  const [a, b] = (['A', 'B'] as const).map((outline) => {
    const { view } = of(outline);
    return plainText(redact(view.document, view.redaction));
  });
  expect(a?.match(/\d+/g)).toBeNull();
  expect(b?.match(/\d[^，。；、]*/g)).toEqual(['2024年7月以来', '800余份', '10月底', '1次', '2024年11月8日']);
});

it('blanks in C the names of county and city and nothing else', () => {
  const { view } = of('C');
  // Alarms are for the superiors: the published edition has neither them nor their heading.
  const blocks = view.document.blocks.filter((block) => !(block.b === 'para' && block.internal));
  const told = blocks.at(-1)?.b === 'heading' ? blocks.slice(0, -1) : blocks;
  const open = plainText({ ...view.document, blocks: told })
    .replaceAll('示范县', 'XX县')
    .replaceAll('示范市', 'XX市');
  expect(plainText(redact(view.document, view.redaction))).toBe(open);
});

it('proposes from the data of C: 29 kg against 170 kg, and the broken period; B the clue without a result', () => {
  const checks = (outline: OutlineId) => of(outline).view.warnings.map((warning) => warning.check);
  expect(checks('C')).toEqual(
    expect.arrayContaining(['stock.plan', 'plan.period', 'permit.unreviewed', 'seizure.withoutCase']),
  );
  expect(checks('B')).toEqual(
    expect.arrayContaining(['clue.open', 'clue.overdue', 'venue.uncovered', 'site.unpatrolled']),
  );
  expect(checks('B')).not.toContain('target.kinds');
  const stock = of('C').view.proposals.find((proposal) => proposal.id === 'problem.stock.plan');
  expect(stock?.text).toBe('原材料库存29公斤，申报消耗计划170公斤，计划是库存的5.9倍，是否另有来源？');
  expect(plainText(of('C').view.document)).not.toContain('是否另有来源');
  const plan = Object.values(of('C').view.numbers).find((number) => number.figure === 'plan.total');
  expect(plan?.warn).toBe(true);
});
