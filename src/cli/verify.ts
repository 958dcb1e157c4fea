// Does the ledger, or an exported copy of it, still say what was sealed?
import type { Label } from '../domain/kernel/label.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { fromHere, readCounty, withLedger } from './open.ts';

export const verifyCommand: Command = {
  name: 'verify',
  label: ['核验账本，或核验导出的账本文件', 'Prove the ledger, or an exported ledger file'],
  argument: {
    name: 'FILE',
    required: false,
    label: [
      'shouye export 导出的 .ndjson.gz；不需要数据库',
      'An .ndjson.gz from shouye export; needs no database',
    ],
  },
  options: [
    {
      name: 'head',
      value: 'SIZE:ROOT',
      label: [
        '另外保存的树头（总结上印有），日志必须包含它',
        'A tree head kept elsewhere (printed on summaries) that the journal must contain',
      ],
    },
  ],
  notes: [
    [
      '逐行核对日志、树、签名和每条记录。树头若只存于数据库，连同末尾的行一并删去便无从得知：请把树头另存一份，用 --head 核对。导出文件自带公钥：请核对密钥号。',
      'Checks every journal row, the tree, the signatures and every record. Rows cut off the end together with their heads cannot be missed by a head that lay only beside them: keep heads elsewhere and give one with --head. An exported file brings its own public key: compare the key id.',
    ],
  ],
  examples: [
    'shouye verify',
    'shouye verify --county 640221 --head 1204:5f3a…',
    'shouye verify 640221.ndjson.gz',
  ],
  run: verify,
};

interface Shown {
  readonly county: string;
  readonly ok: boolean;
  readonly rows: number;
  readonly records: number;
  readonly head: { readonly size: number; readonly root: string; readonly at: string } | null;
  readonly faults: readonly { readonly code: string; readonly what: string }[];
}

const FAULTS: Readonly<Record<string, Label>> = {
  'row.changed': ['日志行被改动', 'journal row changed'],
  'row.removed': ['日志行被删除', 'journal row removed'],
  'row.inserted': ['日志行被插入', 'journal row inserted'],
  'row.forged': ['日志行不是本系统写的', 'journal row not written by this house'],
  'tree.order': ['日志顺序被改动', 'journal out of order'],
  'head.signature': ['树头签名不符', 'signature of a head does not hold'],
  'head.root': ['树根不符', 'root of the tree differs'],
  'head.shrunk': ['日志变短', 'journal has shrunk'],
  'record.changed': ['记录被改动', 'record changed'],
  'record.removed': ['记录被删除', 'record removed'],
  'record.inserted': ['记录被插入', 'record inserted'],
  'report.changed': ['已签发总结被改动', 'signed summary changed'],
  'report.removed': ['已签发总结被删除', 'signed summary removed'],
  'report.inserted': ['总结未经签发而标为已签发', 'summary marked signed without a signing'],
  'opinion.changed': ['舆情信息被改动', 'online post changed'],
  'opinion.removed': ['舆情信息被删除', 'online post removed'],
  'opinion.inserted': ['舆情信息被插入', 'online post inserted'],
  'file.changed': ['文件被改动', 'file changed'],
  'file.cut': ['文件不完整', 'file cut off'],
  'file.damaged': ['文件损坏', 'file damaged'],
};

function readHead(call: Call): { size: number; root: string } | undefined {
  const text = call.text('head');
  if (text === undefined) return undefined;
  const match = /^(\d+):([0-9a-f]{64})$/i.exec(text);
  if (match?.[1] && match[2]) return { size: Number(match[1]), root: match[2].toLowerCase() };
  throw new UsageError([
    '--head 应为 行数:64位十六进制树根',
    '--head must be SIZE:ROOT, the root 64 hexadecimal digits',
  ]);
}

function show(call: Call, proof: Shown): void {
  const { speaker } = call;
  const verdict: Label = proof.ok ? ['核验通过', 'holds'] : ['核验未通过', 'DOES NOT HOLD'];
  speaker.line([
    `${proof.county}  ${verdict[0]}：日志 ${proof.rows} 行，记录 ${proof.records} 条`,
    `${proof.county}  ${verdict[1]}: ${proof.rows} journal rows, ${proof.records} records`,
  ]);
  if (proof.head) {
    const { size, root, at } = proof.head;
    speaker.line([`  树头 ${size}:${root}（${at}）`, `  head ${size}:${root} (${at})`]);
  }
  for (const { code, what } of proof.faults) {
    const label = FAULTS[code] ?? [code, code];
    speaker.line([`  ✗ ${label[0]} [${code}] ${what}`, `  ✗ ${label[1]} [${code}] ${what}`]);
  }
}

async function verify(call: Call): Promise<number> {
  const head = readHead(call);
  if (call.argument !== '') return verifyFile(call, head);
  if (head && call.text('county') === undefined)
    throw new UsageError(['--head 需要 --county', '--head needs --county']);
  const { listLedgerCounties } = await import('../server/export/index.ts');
  const { sealAll } = await import('../server/journal/index.ts');
  const { verifyCounty } = await import('../server/proof/index.ts');
  return withLedger(call, async ({ app }) => {
    await sealAll(app);
    const given = call.text('county');
    const counties = given === undefined ? await listLedgerCounties(app.db) : [readCounty(given)];
    const proofs: Shown[] = [];
    for (const county of counties) {
      call.speaker.progress(['正在核验', 'Proving'], proofs.length, counties.length);
      proofs.push(await verifyCounty(app, county, head));
    }
    if (call.json) call.speaker.json(proofs);
    else if (proofs.length === 0) call.speaker.line(['账本里还没有县', 'The ledger has no county yet']);
    else for (const proof of proofs) show(call, proof);
    return proofs.every((proof) => proof.ok) ? EXIT.ok : EXIT.unproven;
  });
}

async function verifyFile(call: Call, head: { size: number; root: string } | undefined): Promise<number> {
  const { verifyLedgerFile } = await import('../server/export/index.ts');
  const proof = await verifyLedgerFile(fromHere(call.argument), head, (lines) =>
    call.speaker.progress(['已读行数', 'Lines read'], lines),
  );
  if (call.json) call.speaker.json(proof);
  else {
    show(call, proof);
    call.speaker.line([
      `  ${proof.name}，导出于 ${proof.at}，密钥号 ${proof.keyId}`,
      `  ${proof.name}, exported ${proof.at}, key id ${proof.keyId}`,
    ]);
  }
  return proof.ok ? EXIT.ok : EXIT.unproven;
}
