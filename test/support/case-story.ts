// Two whole cases for tests of papers and files: one fined, one sent to the police. Told as the steps people take.
import type { Actor } from '../../src/domain/access/access.ts';
import type { RecordRow, SpeciesValue, Values } from '../../src/domain/kernel/record.ts';
import type { App } from '../../src/server/app.ts';
import { act, actorOf, anId, CLERK, COUNTY, create, must } from './office.ts';

const LEADER = actorOf('leader');
const OFFICER = actorOf('officer');

export const PAPER_SETTING = {
  code: '示林',
  address: '示范县滨河路18号',
  postcode: '990100',
  contact: '李明',
  phone: '0990-6688123',
  bank: '中国农业银行示范县支行（罚没款专户 2501 0104 0000 1234）或者非税电子缴款平台',
  reviewBody: '示范县人民政府',
  court: '示范县人民法院',
  procuratorate: '示范县人民检察院',
  hearingCitizen: 5000,
  hearingOrganisation: 50000,
  hearingDocNo: '示政规〔2024〕3号',
};

/** What no record holds of the party; typed in for the papers. */
export const PARTY_FILLS = {
  'party.1.idNo': '居民身份证 990101198503076618',
  'party.1.address': '示范县青山镇河东村3组12号',
  'party.1.phone': '13900001234',
};

export interface Story {
  readonly id: string;
  readonly officers: readonly string[];
  readonly seizures: readonly RecordRow[];
  readonly steps: number;
}

export interface Told {
  readonly step: string;
  readonly values: Values;
  readonly actor?: Actor;
}

export async function setPapers(app: App): Promise<void> {
  must(await act(app, 'setting.put', { name: 'letterhead', value: { agency: '示范县自然资源局' } }));
  must(await act(app, 'setting.put', { name: 'casePaper', value: PAPER_SETTING }));
}

/** As a person types it: the house finds the species by its name. */
const hwamei = { name: '画眉' } as SpeciesValue;
const pangolin = { name: '中华穿山甲' } as SpeciesValue;

async function people(app: App, agency: string): Promise<string[]> {
  const rows = [];
  for (const [name, certNo] of [
    ['王建国', 'SF0901'],
    ['赵小军', 'SF0902'],
    ['陈立', 'SF0903'],
  ])
    rows.push(await create(app, 'person', { name, certNo, agency, roles: ['officer'] } as Values));
  return rows.map((row) => row.id);
}

export async function walk(app: App, id: string, told: readonly Told[]): Promise<void> {
  for (const [seq, { step, values, actor = OFFICER }] of told.entries()) {
    const done = await act(app, 'step.take', { kind: 'case', id, seq, step, values }, { actor });
    if (!done.ok) throw new Error(`${step}: ${JSON.stringify(done.refusals)}`);
  }
}

export async function begin(app: App, more: Values) {
  const agency = await create(app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
  const police = await create(app, 'agency', {
    name: '示范县公安局森林警察大队',
    agencyType: 'forestPolice',
  });
  const officers = await people(app, agency.id);
  const row = await create(app, 'case', {
    agency: agency.id,
    officer: officers[0] as string,
    parties: ['周大海'],
    ...more,
  });
  return { id: row.id, agency: agency.id, police: police.id, officers };
}

const FOUND =
  '示范县青山镇农贸市场东区17号摊位（经营者周大海）笼内有活体画眉鸟12只，当事人现场不能提供猎捕、来源等合法证明。检查人员对鸟笼、鸟只逐一拍照，编号登记，现场未发现其他野生动物及其制品。';

/** Twelve hwamei on a market stall: filed, investigated, notified, fined, served, paid, closed. */
export async function fined(app: App, until = 99): Promise<Story> {
  const { id, agency, officers } = await begin(app, {
    caseNo: '示林罚立字〔2025〕第1号',
    name: '周大海涉嫌出售没有合法来源证明的国家重点保护野生动物案',
    track: 'administrative',
    discoveredOn: '2025-03-03',
    violations: ['T3'],
  });
  const two = officers.slice(0, 2);
  const seized = await create(app, 'seizure', {
    ...{ day: '2025-03-03', form: 'live', species: hwamei, unit: 'head', agency, case: id },
    ...{ quantity: { value: 12, bound: 'exact' }, holder: '周大海', custodian: '示范县野生动物救护站' },
  });
  const steps: Told[] = [
    {
      step: 'inspect',
      values: {
        on: '2025-03-03',
        time: '06:30',
        officers: two,
        shown: 'yes',
        where: '示范县青山镇农贸市场东区17号摊位',
        findings: FOUND,
        witness: '孙玉梅（市场管理员）',
        signed: 'signed',
      },
    },
    {
      step: 'registerEvidence',
      values: {
        on: '2025-03-03',
        officers: two,
        listNo: '示林登存字〔2025〕第1号',
        items: '活体画眉12只（已编号01—12）；竹制鸟笼6个；账本1册',
        keptAt: '示范县野生动物救护站',
        approver: officers[2] as string,
      },
    },
    {
      step: 'proposeFiling',
      values: {
        on: '2025-03-04',
        officers: two,
        facts:
          '2025年3月3日早市检查发现，周大海在青山镇农贸市场出售活体画眉12只，不能提供合法来源证明，涉嫌违反《中华人民共和国野生动物保护法》第二十八条的规定，符合立案标准。',
      },
    },
    { step: 'approveFiling', values: { on: '2025-03-04' }, actor: LEADER },
    {
      step: 'question',
      values: {
        on: '2025-03-05',
        time: '09:10',
        officers: two,
        shown: 'yes',
        person: '周大海',
        role: 'party',
        record:
          '问：笼内的画眉从哪里来？\n答：从外地一个叫老刘的人手里买的，一共12只，每只180元，没有办手续。\n问：是否知道画眉是国家重点保护野生动物？\n答：听说过，以为少量买卖没有关系。\n问：卖出多少？\n答：还没有卖出去就被查到了。',
        signed: 'signed',
      },
    },
    {
      step: 'decideEvidence',
      values: { on: '2025-03-07', fates: ['appraisal'], approver: officers[2] as string },
    },
    {
      step: 'requestAppraisal',
      values: {
        on: '2025-03-07',
        appraiser: '示范省野生动植物司法鉴定中心',
        matters: ['species', 'value'],
        items: '活体画眉12只（编号01—12）及照片24张',
      },
    },
    {
      step: 'receiveAppraisal',
      values: {
        on: '2025-03-17',
        docNo: '示司鉴〔2025〕野字第21号',
        findings: '送检12只均为画眉（Garrulax canorus），国家二级保护野生动物，价值6万元',
        value: 60_000_00,
      },
    },
    {
      step: 'assess',
      values: {
        on: '2025-03-18',
        proposed: 'no',
        conclusion: 'no',
        lawVersion: '2025-03',
        summary: '二级保护野生动物，价值6万元；构成行政违法。',
      },
    },
    {
      step: 'conclude',
      values: {
        on: '2025-03-20',
        report:
          '经查，当事人周大海于2025年2月下旬以每只180元的价格购入活体画眉12只，2025年3月3日在青山镇农贸市场东区17号摊位出售，不能提供合法来源证明。案发时尚未售出，无违法所得。',
        recommendation: 'penalty',
        major: 'no',
      },
    },
    {
      step: 'notify',
      values: {
        on: '2025-03-21',
        docNo: '示林罚告字〔2025〕第1号',
        content:
          '你于2025年3月3日在青山镇农贸市场出售没有合法来源证明的活体画眉12只，违反了《中华人民共和国野生动物保护法》第二十八条的规定，依照该法第五十二条第一款的规定，拟没收画眉12只，并处罚款。',
        fine: 120_000_00,
        hearing: 'offered',
      },
    },
    { step: 'waiveHearing', values: { on: '2025-03-31', how: 'lapsed' } },
    {
      step: 'defence',
      values: {
        on: '2025-03-31',
        defence: 'stated',
        content: '当事人称家庭困难，请求从轻',
        review: '情况属实，且系初次违法、主动配合',
        adopted: 'part',
      },
    },
    {
      step: 'decidePenalty',
      values: {
        on: '2025-04-02',
        form: 'fine',
        docNo: '示林罚决字〔2025〕第1号',
        penalties: ['fine', 'goods'],
        fine: 120_000_00,
        confiscated: '活体画眉12只',
        basis: '违反了《中华人民共和国野生动物保护法》第二十八条的规定，依照该法第五十二条第一款的规定',
      },
      actor: LEADER,
    },
    { step: 'serve', values: { on: '2025-04-03', method: 'direct', receiver: '周大海' } },
    { step: 'payFull', values: { on: '2025-04-10', amount: 120_000_00, receiptNo: '罚没0012345' } },
    {
      step: 'close',
      values: {
        on: '2025-04-15',
        summary:
          '处罚决定已送达并履行完毕，罚款12万元已缴清；没收的12只画眉经救护站检查适宜放归，已在县湿地公园放归。本案事实清楚，程序合法，建议结案。',
        fileNo: '2025-行罚-001',
      },
      actor: LEADER,
    },
  ];
  const taken = steps.slice(0, until);
  await walk(app, id, taken);
  return { id, officers: two, seizures: [seized], steps: taken.length };
}

/** A pangolin in a freezer: reported, approved, sent to the police. */
export async function transferred(app: App): Promise<Story> {
  const { id, agency, police, officers } = await begin(app, {
    caseNo: '示林罚立字〔2025〕第2号',
    name: '吴海涉嫌非法收购珍贵、濒危野生动物案',
    parties: ['吴海'],
    track: 'administrative',
    discoveredOn: '2025-05-06',
    violations: ['T3'],
  });
  const two = officers.slice(0, 2);
  const seized = await create(app, 'seizure', {
    ...{
      day: '2025-05-06',
      form: 'carcass',
      species: pangolin,
      unit: 'head',
      agency,
      case: id,
    },
    ...{ quantity: { value: 1, bound: 'exact' }, holder: '吴海', custodian: '示范县自然资源局涉案物品冷库' },
  });
  const report =
    '2025年5月6日联合检查中，在吴海经营的饭店冷柜内查获穿山甲死体1只。吴海承认2025年4月以8000元购得，准备食用。经初步核算，涉案价值达到追究刑事责任的标准，专案组建议移送公安机关。';
  const steps: Told[] = [
    {
      step: 'inspect',
      values: {
        on: '2025-05-06',
        officers: two,
        shown: 'yes',
        where: '示范县城关镇湖滨饭店',
        findings: '后厨冷柜内有穿山甲死体1只，重3.2公斤。',
        signed: 'signed',
      },
    },
    {
      step: 'proposeFiling',
      values: { on: '2025-05-06', officers: two, facts: '涉嫌收购国家一级保护野生动物。' },
    },
    { step: 'approveFiling', values: { on: '2025-05-06' }, actor: LEADER },
    {
      step: 'reportTransfer',
      values: { on: '2025-05-07', officers: two, charges: ['危害珍贵、濒危野生动物罪'], report },
    },
    { step: 'approveTransfer', values: { on: '2025-05-08' }, actor: LEADER },
    {
      step: 'transfer',
      values: {
        on: '2025-05-08',
        police,
        docNo: '示林移字〔2025〕第1号',
        materials: ['letter', 'report', 'items'],
        without: '鉴定正在办理，意见作出后补送',
        copied: 'yes',
      },
    },
  ];
  await walk(app, id, steps);
  return { id, officers: two, seizures: [seized], steps: steps.length };
}

/** Issues the paper `name` of a case as it reads now; the answer of the action. */
export async function issue(app: App, subject: string, name: string, actor: Actor = CLERK) {
  const { listDocuments } = await import('../../src/server/case-document/index.ts');
  const listed = must(await listDocuments(app, actor, COUNTY, subject));
  const draft = listed.documents.find((each) => each.name === name)?.draft ?? '0'.repeat(64);
  return act(app, 'document.issue', { id: anId(), case: subject, name, draft }, { actor });
}
