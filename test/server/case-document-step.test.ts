// Does each step that ends in a paper have it, stating what was recorded, naming what is not, one for each party where there are several?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveCase, verifyCaseArchive } from '../../src/server/case-archive/index.ts';
import { documentFile, listDocuments } from '../../src/server/case-document/index.ts';
import { issue, setPapers } from '../support/case-story.ts';
import { act, actorOf, CLERK, COUNTY, must, type Office, openOffice } from '../support/office.ts';
import { BOTH_FILLS, dropped, heard, notFiled, onSpot, spared } from '../support/paper-story.ts';

let office: Office;
const id: Record<'heard' | 'cash' | 'warned' | 'notFiled' | 'minor' | 'dropped' | 'spared', string> = {
  ...{ heard: '', cash: '', warned: '', notFiled: '', minor: '', dropped: '', spared: '' },
};
beforeAll(async () => {
  office = await openOffice(6);
  const { app } = office;
  await setPapers(app);
  id.heard = await heard(app);
  id.cash = await onSpot(app);
  id.warned = await onSpot(app, {
    ...{ docNo: '当罚4号', fine: null, collected: 'none', cashGround: null, handed: 'refused', where: null },
  });
  id.notFiled = await notFiled(app);
  id.minor = await notFiled(app, 'minor');
  id.dropped = await dropped(app);
  id.spared = await spared(app);
});
afterAll(() => office.close());

const docs = async (of: string, actor = CLERK) =>
  must(await listDocuments(office.app, actor, COUNTY, of)).documents;
const due = async (of: string) =>
  (await docs(of)).filter((each) => each.state !== 'idle' && !each.bound).map((each) => each.name);
const gapsOf = async (of: string, name: string) =>
  (await docs(of)).find((each) => each.name === name)?.gaps.map((gap) => gap.fact);

/** The words of the .docx, as a word processor reads them: the text of its runs, paragraph after paragraph. */
async function words(of: string, name: string, actor = CLERK): Promise<string> {
  const file = must(await documentFile(office.app, actor, COUNTY, of, { name, format: 'docx' }));
  const parts = unzipSync(new Uint8Array(file.bytes as Buffer));
  const xml = Buffer.from(parts['word/document.xml'] ?? []).toString();
  return xml
    .split('</w:p>')
    .map((each) => [...each.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''))
    .join('\n');
}

interface Row {
  readonly of: keyof typeof id;
  readonly name: string;
  readonly says: readonly string[];
  readonly not?: readonly string[];
}

const LAW = '《中华人民共和国行政处罚法》';
const ROWS: readonly Row[] = [
  {
    of: 'cash',
    name: 'onSpotDecision',
    says: [
      ...['当场行政处罚决定书', '示林当罚字〔2025〕第3号', '2025年5月6日15时40分', '白鹭湖湿地观鸟台'],
      ...[`${LAW}第五十一条`, '罚款人民币壹佰元整（¥100）', `${LAW}第六十八条第（一）项`, `${LAW}第七十条`],
      ...['知错，没有意见', '六十日内', '六个月内', '王建国', 'SF0901', '当事人（签收）', '备案'],
    ],
    not: ['拒绝签收', '十五日内'],
  },
  {
    of: 'warned',
    name: 'onSpotDecision',
    says: ['决定当场给予警告的行政处罚', `当事人拒绝签收，执法人员已注明（${LAW}第五十二条第一款）`],
    not: ['罚款人民币', '专用票据'],
  },
  {
    of: 'heard',
    name: 'evidenceDecision-5',
    says: [
      ...['2025年3月3日（清单登保1号）', `${LAW}第五十六条`, '1．依法查封（扣押）', '2．退还当事人'],
      ...['记账本1册复印后退还秦立', '先行登记保存证据处理清单', '捕鸟网2张'],
    ],
  },
  {
    of: 'heard',
    name: 'sealExtended-7',
    says: ['2025年3月11日（清单扣押1号）', '因当事人要求听证，案情复杂', '2025年5月9日', '第二十五条'],
  },
  {
    of: 'heard',
    name: 'sealEnded-18',
    says: ['依照行政处罚决定（示林罚决字〔2025〕第7号）予以没收', '第二十七条、第二十八条'],
    not: ['记账本'],
  },
  {
    of: 'heard',
    name: 'legalReview-9',
    says: ['疑难复杂、多个法律关系', '通过', `${LAW}第五十八条第一款`],
  },
  {
    of: 'heard',
    name: 'legalReview-16',
    says: ['疑难复杂、多个法律关系、重大权益且经过听证', '听证后复核'],
  },
  {
    of: 'heard',
    name: 'discussion-10',
    says: ['陈立、王建国', '处罚应当分别确定', '同意处罚意见', `${LAW}第五十七条第二款`],
  },
  {
    of: 'heard',
    name: 'defenceRecord-12',
    says: [
      ...['示林罚告字〔2025〕第7号', '尤强称只负责送货', `${LAW}第四十五条`],
      ...['陈述申辩复核意见', '所述属实', '部分采纳'],
    ],
  },
  {
    of: 'heard',
    name: 'hearingSummons-14',
    says: [
      ...[
        '2025年4月29日9时30分',
        '县自然资源局三楼会议室',
        '陈立',
        `${LAW}第六十三条`,
        '第六十四条第（二）项',
      ],
      ...['第六十四条第（四）项', '委托一至二人代理', '不承担组织听证的费用', '七个工作日前'],
    ],
  },
  {
    of: 'heard',
    name: 'hearingMinutes-15',
    says: [
      ...['2025年4月29日9时30分', '听证方式：公开', '旁听群众3人', '秦立：麻雀是别人送来的'],
      ...['赵小军（执法证号：SF0902）', `${LAW}第六十四条第（八）项`, '拒绝签字，听证主持人注明'],
    ],
  },
  {
    of: 'notFiled',
    name: 'notFiled',
    says: [
      '由其他机关管辖',
      '示范县市场监督管理局（示市监收〔2025〕3号）',
      `${LAW}第五十四条第二款`,
      '所售为家鸡',
    ],
  },
  {
    of: 'notFiled',
    name: 'handOver',
    says: ['示范县市场监督管理局：', `${LAW}第二十二条`, '案件移送函（回执）', '示林移函字'],
  },
  { of: 'minor', name: 'notFiledNotice', says: ['轻微并已改正', '待填：移送、交办线索的单位'] },
  {
    of: 'dropped',
    name: 'dropApproval',
    says: ['撤销案件审批表', '均有谱系记录', '同意撤销案件', '2025年6月3日'],
  },
  {
    of: 'spared',
    name: 'noPenaltyDecision',
    says: [
      ...[
        '示林不罚字〔2025〕第1号',
        `${LAW}第三十三条第一款、第五十七条第一款第（二）项`,
        '决定不予行政处罚',
      ],
      ...[`${LAW}第三十三条第三款`, '当面宣讲野生动物保护法', '对吴田的询问笔录', '六十日内'],
    ],
    not: ['罚款'],
  },
  { of: 'dropped', name: 'dropNotice', says: ['沈平：', `${LAW}第四十条`, '违法事实不能成立', '示林撤案字'] },
];

describe('a paper of a step', () => {
  it.each(ROWS)('$of $name', async ({ of, name, says, not = [] }) => {
    const text = await words(id[of], name);
    for (const each of says) expect(text).toContain(each);
    for (const each of not) expect(text).not.toContain(each);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|案一案/);
  });

  it('is called for by the steps that were taken, and by no other', async () => {
    expect(await due(id.cash)).toEqual(['onSpotDecision']);
    expect(await due(id.notFiled)).toEqual(['notFiled', 'notFiledNotice', 'handOver']);
    expect(await due(id.minor)).toEqual(['notFiled', 'notFiledNotice']);
    expect(await due(id.dropped)).toEqual(['filing', 'investigationReport', 'dropApproval', 'dropNotice']);
    expect(await due(id.heard)).toEqual([
      ...['filing', 'inspection-1', 'registration-2', 'evidenceDecision-5', 'seal-6', 'sealExtended-7'],
      ...['sealEnded-18', 'investigationReport', 'legalReview-9', 'legalReview-16', 'penaltyNotice-11'],
      ...['hearingNotice', 'defenceRecord-12', 'hearingSummons-14', 'hearingMinutes-15', 'discussion-10'],
      ...['penaltyDecision-p1', 'penaltyDecision-p2'],
    ]);
  });

  it('asks for what no step said before it can be issued', async () => {
    expect(await gapsOf(id.warned, 'onSpotDecision')).toEqual(
      expect.arrayContaining(['punishOnSpot.where', 'party.1.address']),
    );
    expect(await issue(office.app, id.warned, 'onSpotDecision')).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'document.missing', where: 'punishOnSpot.where' }),
      ]),
    });
    expect(await issue(office.app, id.minor, 'notFiledNotice')).toMatchObject({
      refusals: [{ code: 'document.missing', where: 'notFiled.addressee' }],
    });
  });
});

describe('several parties', () => {
  const decision = async (name: string) => (await docs(id.heard)).find((each) => each.name === name);

  it('get a decision each: own sum, own number, own address; what each loses only an officer can say', async () => {
    expect((await decision('penaltyDecision'))?.state).toBe('idle');
    const asked = await gapsOf(id.heard, 'penaltyDecision-p2');
    expect(asked).toContain('party.2.confiscated');
    expect(asked).not.toContain('party.1.address');
    must(await act(office.app, 'document.fill', { case: id.heard, fills: BOTH_FILLS }));
    const [one, two] = await Promise.all([1, 2].map((n) => words(id.heard, `penaltyDecision-p${n}`)));
    expect(one).toContain('对秦立作出如下行政处罚');
    expect(one).toContain('1．罚款人民币陆仟元整（¥6,000）；2．没收死体麻雀18只。');
    expect(one).toContain('示林罚决字〔2025〕第7号之一');
    expect(one).not.toMatch(/肆仟元|河西村/);
    expect(two).toContain('1．罚款人民币肆仟元整（¥4,000）。');
    expect(two).toContain('示林罚决字〔2025〕第7号之二');
    expect(two).not.toMatch(/陆仟元|河东村1组|没收死体/);
  });

  it('or one together that states the fine of each, and says when that may be done', async () => {
    const joint = await words(id.heard, 'penaltyDecision');
    expect(joint).toContain(
      '1．对秦立罚款人民币陆仟元整（¥6,000）；2．对尤强罚款人民币肆仟元整（¥4,000）；3．没收死体麻雀18只。',
    );
    expect((await decision('penaltyDecision'))?.warnings.join()).toContain('共同实施同一违法行为');
  });

  it('sign a receipt each, and a second form of the decision is warned of', async () => {
    for (const name of ['penaltyDecision-p1', 'penaltyDecision-p2', 'penaltyNotice-11', 'sealEnded-18'])
      must(await issue(office.app, id.heard, name));
    const receipts = (await docs(id.heard)).filter((each) => each.kind === 'serviceReceipt');
    expect(receipts.map((each) => each.name)).toEqual([
      'serviceReceipt-penaltyDecision-p1',
      'serviceReceipt-penaltyDecision-p2',
      ...['serviceReceipt-penaltyNotice-11-r1', 'serviceReceipt-penaltyNotice-11-r2'],
      ...['serviceReceipt-sealEnded-18-r1', 'serviceReceipt-sealEnded-18-r2'],
    ]);
    const second = await words(id.heard, 'serviceReceipt-penaltyDecision-p2');
    expect(second).toContain('行政处罚决定书（示林罚决字〔2025〕第7号之二）');
    expect(second).toContain('尤强');
    expect(second).not.toContain('秦立\n');
    expect(await words(id.heard, 'serviceReceipt-penaltyNotice-11-r1')).not.toContain('尤强\n');
    expect((await decision('penaltyDecision'))?.warnings.join()).toContain('请勿重复送达');
    expect((await decision('penaltyDecision-p1'))?.warnings.join()).not.toContain('请勿重复送达');
    // 之一 and 之二 use up number 7: the county's next one is the eighth.
    expect((await decision('penaltyDecision-p1'))?.versions.at(-1)?.no).toBe('示林罚决字〔2025〕第7号之一');
  });

  it('are not named to a role without the right', async () => {
    const leader = actorOf('leader');
    const listed = JSON.stringify(await docs(id.heard, leader));
    expect(listed).not.toMatch(/秦立(?!、尤强合伙)|(?<!秦立、)尤强/);
    expect(listed).toContain('当事人2');
    expect(await words(id.heard, 'penaltyDecision-p2', leader)).not.toContain('对尤强');
  });
});

describe('the file of the case', () => {
  it('holds each party’s decision and receipt, and proves itself', async () => {
    must(await issue(office.app, id.heard, 'serviceReceipt-penaltyDecision-p2'));
    must(await issue(office.app, id.heard, 'hearingMinutes-15'));
    const made = must(await archiveCase(office.app, CLERK, COUNTY, id.heard));
    const dir = mkdtempSync(join(tmpdir(), 'shouye-paper-'));
    const file = join(dir, 'case.zip');
    writeFileSync(file, await buffer(made.stream()));
    const proof = await verifyCaseArchive(file, {});
    rmSync(dir, { recursive: true, force: true });
    expect(proof).toMatchObject({ ok: true, faults: [], documents: 6 });
  });
});

describe('limits', () => {
  it('a decision on evidence put right to a later day than the seventh working day is pointed out', async () => {
    const warned = async (name: string) =>
      (await docs(id.heard))
        .find((each) => each.name === name)
        ?.warnings.map((each) => each[0])
        .join() ?? '';
    expect(await warned('evidenceDecision-5')).not.toContain('七个工作日');
    const values = { on: '2025-05-09', of: 5, values: JSON.stringify({ on: '2025-03-13' }), reason: '补正' };
    must(await act(office.app, 'step.take', { kind: 'case', id: id.heard, seq: 19, step: 'amend', values }));
    expect(await warned('evidenceDecision-5')).toContain('超过了七个工作日（应在2025年3月12日前作出）');
    expect(await warned('hearingSummons-14')).toBe('');
  });
});
