// How is everything kept safe, and brought back?
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Label } from '../domain/kernel/label.ts';
import type { FileCount } from '../server/backup/index.ts';
import type { House } from '../server/house.ts';
import type { Proof } from '../server/proof/index.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { fromHere, orRefused, withLedger } from './open.ts';

export const backupCommand: Command = {
  name: 'backup',
  label: ['备份全部数据、密钥和文件', 'Back up all data, keys and files'],
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      label: [
        '写到哪个 .tar.gz，或放进哪个文件夹（默认为数据目录的 backup）',
        'The .tar.gz to write, or a folder to put it in (default: backup in the data folder)',
      ],
    },
    {
      name: 'keep',
      value: 'N',
      label: ['成功后只保留该文件夹里最新的 N 份', 'Afterwards keep only the newest N of that folder'],
    },
    {
      name: 'check',
      value: 'FILE',
      label: [
        '不备份，而是把 FILE 恢复到临时数据库并核验',
        'Instead restore FILE into a scratch database and prove it',
      ],
    },
  ],
  notes: [
    [
      '备份取自同一时刻，期间可照常使用。备份含密钥、全部文件（收缴照片、举报材料、舆情原件）和个人信息，举报人身份仍为密封状态；只有所有者可读；登录状态和未传完的文件不在其中。',
      'A backup shows one moment while work goes on. It holds keys, every file (pictures of seizures, files of tips, originals of posts) and personal data, the identities of informants still sealed, and is readable by its owner only; sessions and uploads not yet whole are not in it.',
    ],
  ],
  examples: [
    'shouye backup --keep 14',
    'shouye backup -o /mnt/u盘/',
    'shouye backup --check shouye-20261123T080000Z.tar.gz',
  ],
  run: backup,
};

export const restoreCommand: Command = {
  name: 'restore',
  label: ['从备份恢复', 'Restore from a backup'],
  argument: {
    name: 'FILE',
    required: true,
    label: ['shouye backup 生成的 .tar.gz', 'A .tar.gz made by shouye backup'],
  },
  options: [
    {
      name: 'force',
      label: [
        '替换已有的数据（会先另存一份备份）',
        'Replace the data that are there (they are backed up first)',
      ],
    },
  ],
  notes: [
    [
      '先停止 serve。全部恢复，或什么都不改；完成后核验日志。',
      'Stop serve first. All of it comes back, or nothing changes; then the journal is proven.',
    ],
  ],
  examples: ['shouye restore shouye-20261123T080000Z.tar.gz --data /srv/shouye'],
  run: restore,
};

function readKeep(call: Call): number | undefined {
  const text = call.text('keep');
  if (text === undefined) return undefined;
  const keep = Number(text);
  if (Number.isInteger(keep) && keep > 0) return keep;
  throw new UsageError(['--keep 应为正整数', '--keep must be a positive whole number']);
}

/** A file to write, or a dated name in the folder given. */
async function target(call: Call): Promise<string> {
  const { backupFolder, backupName } = await import('../server/backup/index.ts');
  const output = call.text('output');
  const folder = output === undefined ? backupFolder(call.dataDir) : fromHere(output);
  const isFolder =
    output === undefined ||
    /[\\/]$/.test(output) ||
    (await stat(folder).then(
      (at) => at.isDirectory(),
      () => false,
    ));
  if (!isFolder && !folder.endsWith('.tar.gz'))
    throw new UsageError(['备份文件名应以 .tar.gz 结尾', 'A backup is a .tar.gz']);
  return isFolder ? path.join(folder, backupName(Date.now())) : folder;
}

async function backup(call: Call): Promise<number> {
  const keep = readKeep(call);
  const check = call.text('check');
  if (check !== undefined) return withLedger(call, (house) => test(call, house, fromHere(check)));
  const file = await target(call);
  const { speaker, dataDir } = call;
  const { makeBackup, pruneBackups } = await import('../server/backup/index.ts');
  return withLedger(call, async ({ url }) => {
    let tables = 0;
    const made = await makeBackup({
      ...{ url, dataDir, file },
      told: () => speaker.progress(['已备份的表', 'Tables backed up'], ++tables),
    });
    const removed = keep === undefined ? [] : await pruneBackups(path.dirname(file), keep);
    if (call.json) speaker.json({ file, size: made.size, rows: made.rows, at: made.manifest.at, removed });
    else
      speaker.line([
        `已备份 ${file}（${(made.size / 1e6).toFixed(1)} MB，${made.rows} 行${removed.length > 0 ? `，删去旧备份 ${removed.length} 份` : ''}）`,
        `Backed up ${file} (${(made.size / 1e6).toFixed(1)} MB, ${made.rows} rows${removed.length > 0 ? `, ${removed.length} old ones removed` : ''})`,
      ]);
    return EXIT.ok;
  });
}

async function test(call: Call, { url }: House, file: string): Promise<number> {
  const { speaker, dataDir } = call;
  let tables = 0;
  const told = () => speaker.progress(['已恢复的表', 'Tables restored'], ++tables);
  const { checkBackup } = await import('../server/backup/index.ts');
  const checked = orRefused(await checkBackup({ url, dataDir, file, told }));
  const { manifest, ok, proofs, files } = checked;
  if (call.json) speaker.json({ file, at: manifest.at, ok, proofs, files });
  else report(call, checked, ok, [`备份可用：${file}`, `The backup holds: ${file}`]);
  return ok ? EXIT.ok : EXIT.unproven;
}

const FOLDER_LABELS: Readonly<Record<FileCount['folder'], Label>> = {
  evidence: ['收缴照片等证据文件', 'Pictures and other evidence'],
  tip: ['举报材料（原件与副本）', 'Files of tips (originals and copies)'],
  opinion: ['舆情原件', 'Originals of posts'],
};

function report(
  call: Call,
  { proofs, files }: { readonly proofs: readonly Proof[]; readonly files: readonly FileCount[] },
  ok: boolean,
  label: Label,
): void {
  for (const { folder, referred, missing } of files) {
    const name = FOLDER_LABELS[folder];
    call.speaker.line([
      `${name[0]}：应有 ${referred}，缺 ${missing.length}`,
      `${name[1]}: ${referred} wanted, ${missing.length} missing`,
    ]);
    for (const file of missing.slice(0, 20)) call.speaker.line(`  ✗ file.missing ${file}`);
  }
  for (const { county, rows, records, faults } of proofs) {
    call.speaker.line([
      `${county}：日志 ${rows} 行，记录 ${records} 条`,
      `${county}: ${rows} journal rows, ${records} records`,
    ]);
    for (const { code, what } of faults) call.speaker.line(`  ✗ ${code} ${what}`);
  }
  call.speaker.line(ok ? label : ['核验未通过', 'The proof failed']);
}

async function restore(call: Call): Promise<number> {
  const { withDatabase } = await import('../server/db/database.ts');
  const { countFiles, holds, restoreBackup } = await import('../server/backup/index.ts');
  const { speaker, dataDir, databaseUrl } = call;
  const file = fromHere(call.argument);
  const log = (line: string) => speaker.note(line);
  const database = await withDatabase({ dataDir, databaseUrl, log });
  let tables = 0;
  const told = () => speaker.progress(['已恢复的表', 'Tables restored'], ++tables);
  const restored = await restoreBackup({
    url: database.url,
    dataDir,
    file,
    force: call.flag('force'),
    told,
  }).finally(() => database.stop());
  const { before, rows, manifest } = orRefused(restored);
  if (before) speaker.note([`原有数据已备份到 ${before}`, `What stood there is backed up in ${before}`]);
  const { openHouse } = await import('../server/house.ts');
  const { listLedgerCounties } = await import('../server/export/index.ts');
  const { verifyCounty } = await import('../server/proof/index.ts');
  const house = await openHouse({ dataDir, databaseUrl, log });
  try {
    const proofs: Proof[] = [];
    for (const county of await listLedgerCounties(house.app.db))
      proofs.push(await verifyCounty(house.app, county));
    const files = await countFiles(house.app.db, manifest);
    const ok = holds(proofs, files);
    if (call.json) speaker.json({ file, at: manifest.at, rows, before, ok, proofs, files });
    else
      report(call, { proofs, files }, ok, [
        `已恢复 ${manifest.at} 的备份，共 ${rows} 行`,
        `Restored the backup of ${manifest.at}, ${rows} rows`,
      ]);
    return ok ? EXIT.ok : EXIT.unproven;
  } finally {
    await house.close();
  }
}
