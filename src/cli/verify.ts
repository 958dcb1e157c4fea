// Does the ledger, or an exported copy of it, still say what was sealed?
import { open, readFile } from 'node:fs/promises';
import type { Label } from '../domain/kernel/label.ts';
import type { ArchiveProof } from '../server/case-archive/index.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { fromHere, readCounty, withLedger } from './open.ts';

export const verifyCommand: Command = {
  name: 'verify',
  label: [
    '核验账本，或核验导出的账本文件、案卷',
    'Prove the ledger, an exported ledger, or the file of a case',
  ],
  argument: {
    name: 'FILE',
    required: false,
    label: [
      'shouye export 导出的 .ndjson.gz，或案卷 .zip；不需要数据库',
      'An .ndjson.gz from shouye export, or the .zip of a case; needs no database',
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
    {
      name: 'key',
      value: 'ID|PEM',
      label: [
        '另行取得的密钥号或公钥文件，文件必须由它签名',
        'A key id or public key from elsewhere that must have signed the file',
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
    'shouye verify 案卷.zip --key 6da1e3b2904c55f7',
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
  'step.changed': ['办理步骤被改动', 'step changed'],
  'step.removed': ['办理步骤被删除', 'step removed'],
  'step.inserted': ['办理步骤被插入', 'step inserted'],
  'progress.changed': ['办理状态与步骤不符', 'standing differs from the steps'],
  'progress.removed': ['办理状态被删除', 'standing removed'],
  'document.changed': ['已签发文书被改动', 'issued paper changed'],
  'document.removed': ['已签发文书被删除', 'issued paper removed'],
  'document.inserted': ['文书未经签发', 'paper never issued'],
  'row.missing': ['缺少日志行', 'journal rows are missing'],
  'row.unproven': ['日志行不在签名的树中', 'journal row not in the signed tree'],
  'head.consistency': ['以往树头与本树头不一致', 'an older head does not begin this one'],
  'head.unknown': [
    '案卷不含与所给树头的一致性证明，无法对照',
    'no proof leads from the head given to that of the file',
  ],
  'key.differs': ['密钥不是所给的或清单所称的', 'another key than given or named'],
  'key.unreadable': ['公钥无法读取', 'key cannot be read'],
  'manifest.signature': ['清单签名不符', 'signature of the manifest does not hold'],
  'part.changed': ['卷内文件被改动', 'entry changed'],
  'part.removed': ['卷内文件被删除', 'entry removed'],
  'part.inserted': ['卷内多出文件', 'entry added'],
  'part.repeated': ['清单重复列出文件', 'entry named twice'],
  'part.unreadable': ['卷内文件无法读取', 'entry cannot be read'],
  'line.unreadable': ['日志行无法读取', 'line cannot be read'],
  'evidence.changed': ['证据原件被改动', 'evidence changed'],
  'evidence.removed': ['证据原件缺失', 'evidence missing'],
  'file.format': ['不是本系统的文件', 'not a file of ours'],
  'file.shape': ['文件内容不成形', 'contents of another shape'],
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

/** A key id of 16 hexadecimal digits, or a file with the public key. */
async function readKey(call: Call): Promise<string | undefined> {
  const text = call.text('key');
  if (text === undefined || /^[0-9a-f]{16}$/i.test(text)) return text?.toLowerCase();
  const { publicKeyOf } = await import('../server/keys.ts');
  try {
    return publicKeyOf(await readFile(fromHere(text), 'utf8')).keyId;
  } catch {
    throw new UsageError([
      '--key 应为16位十六进制密钥号，或公钥文件（PEM）',
      '--key must be a key id of 16 hexadecimal digits, or a file with the public key (PEM)',
    ]);
  }
}

/** A zip says so in its first four bytes. */
async function isZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304;
  } finally {
    await handle.close();
  }
}

async function verify(call: Call): Promise<number> {
  const head = readHead(call);
  const key = await readKey(call);
  if (call.argument !== '')
    return (await isZip(fromHere(call.argument))) ? verifyCase(call, head, key) : verifyFile(call, head, key);
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

async function verifyCase(
  call: Call,
  head: { size: number; root: string } | undefined,
  key: string | undefined,
): Promise<number> {
  const { verifyCaseArchive } = await import('../server/case-archive/index.ts');
  const proof = await verifyCaseArchive(fromHere(call.argument), { head, key });
  if (call.json) call.speaker.json(proof);
  else tellCase(call, proof);
  return proof.ok ? EXIT.ok : EXIT.unproven;
}

/** What holds, what does not, and what only a key or head from elsewhere could say. */
function tellCase(call: Call, proof: ArchiveProof): void {
  const { speaker } = call;
  const mark = (holds: boolean) => (holds ? '✓' : '✗');
  const none = (...starts: string[]) =>
    !proof.faults.some(({ code }) => starts.some((s) => code.startsWith(s)));
  show(call, proof);
  if (proof.case)
    speaker.line([
      `  案卷 ${proof.case.no} ${proof.case.name}，${proof.name}，导出于 ${proof.at}`,
      `  file of ${proof.case.no} ${proof.case.name}, ${proof.name}, made ${proof.at}`,
    ]);
  const checks: readonly (readonly [boolean, Label])[] = [
    [
      none('file', 'part', 'manifest', 'key.un'),
      [`清单与签名：${proof.entries} 个文件`, `manifest and signature: ${proof.entries} entries`],
    ],
    [
      none('row', 'head', 'line', 'file'),
      [`日志包含证明与树头签名：${proof.rows} 行`, `inclusion proofs and head: ${proof.rows} rows`],
    ],
    [
      none('record', 'row.missing', 'file'),
      [`记录与日志：${proof.records} 条`, `records against the journal: ${proof.records}`],
    ],
    [
      none('step', 'progress', 'file'),
      [`办理步骤与日志：${proof.steps} 步`, `steps against the journal: ${proof.steps}`],
    ],
    [
      none('document', 'file'),
      [`已签发文书与日志：${proof.documents} 份`, `issued papers against the journal: ${proof.documents}`],
    ],
    [none('evidence', 'file'), ['证据原件与登记的指纹', 'evidence against its hashes']],
  ];
  for (const [holds, [zh, en]] of checks) speaker.line([`  ${mark(holds)} ${zh}`, `  ${mark(holds)} ${en}`]);
  for (const hash of proof.absent)
    speaker.line([
      `  ! 导出时证据原件已不在库中：${hash}`,
      `  ! evidence was gone when it was made: ${hash}`,
    ]);
  speaker.line(
    proof.keyCompared || proof.headCompared
      ? [`  密钥号 ${proof.keyId}`, `  key id ${proof.keyId}`]
      : [
          `  密钥号 ${proof.keyId}（随案卷附带，请与另行取得的核对：--key 或 --head）`,
          `  key id ${proof.keyId} (it came with the file; compare it with one from elsewhere: --key or --head)`,
        ],
  );
}

async function verifyFile(
  call: Call,
  head: { size: number; root: string } | undefined,
  key: string | undefined,
): Promise<number> {
  const { verifyLedgerFile } = await import('../server/export/index.ts');
  const told = await verifyLedgerFile(fromHere(call.argument), head, (lines) =>
    call.speaker.progress(['已读行数', 'Lines read'], lines),
  );
  const other = key !== undefined && key !== told.keyId;
  const proof = other
    ? { ...told, ok: false, faults: [{ code: 'key.differs', what: `${told.keyId}, ${key}` }, ...told.faults] }
    : told;
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
