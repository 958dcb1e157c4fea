// How does the file of a case leave, to go to the police, a court or the archive?

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { getKind } from '../domain/kind.ts';
import type { App } from '../server/app.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { chooseActor, chooseCounty, fromHere, orRefused, withLedger } from './open.ts';
import { whichRecord } from './which.ts';

const archiveCommand: Command = {
  name: 'case archive',
  label: ['把一个案件的全卷导出为可离线核验的压缩包', 'Take out the whole file of a case, provable offline'],
  argument: {
    name: 'CASE',
    required: true,
    label: ['案件编号（AJ-2025-0001）、案号或 id', 'The number of the case (AJ-2025-0001), its 案号 or id'],
  },
  options: [
    {
      name: 'out',
      short: 'o',
      value: 'FILE',
      label: ['写到哪个文件（.zip）', 'The file to write (.zip)'],
    },
  ],
  notes: [
    [
      '含封面、目录、全部已签发文书、记录与步骤、证据原件、日志及其证明；也含个人信息，请妥善保管。用 shouye verify FILE 核验，不需要数据库。',
      'Holds cover, index, every paper issued, records and steps, evidence as it came, the journal with its proofs, and personal data: keep it safely. Check it with shouye verify FILE, which needs no database.',
    ],
  ],
  examples: [
    'shouye case archive AJ-2025-0001',
    'shouye case archive 示林罚立字〔2025〕第1号 --county 640221 --out 案卷.zip',
  ],
  run: (call) => withLedger(call, ({ app }) => takeOut(call, app)),
};

export const caseCommands: readonly Command[] = [archiveCommand];

async function takeOut(call: Call, app: App): Promise<number> {
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, 'personal.read');
  const { id } = await whichRecord(app, county, getKind('case'), call.argument);
  const { archiveCase } = await import('../server/case-archive/index.ts');
  const archive = orRefused(await archiveCase(app, actor, county, id));
  const file = fromHere(call.text('out') ?? archive.name);
  if (!file.endsWith('.zip'))
    throw new UsageError(['案卷的文件名应以 .zip 结尾', 'The file of a case is a .zip']);
  const partial = `${file}.${process.pid}.partial`;
  try {
    await pipeline(archive.stream(), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const { entries, documents, size, head, keyId } = archive;
  if (call.json) call.speaker.json({ file, county, case: id, entries, documents, size, head, keyId });
  else {
    call.speaker.line([
      `已导出 ${file}：${entries} 个文件，文书 ${documents} 份`,
      `Exported ${file}: ${entries} entries, ${documents} papers`,
    ]);
    call.speaker.line([
      `树头 ${head.size}:${head.root}，密钥号 ${keyId}`,
      `Head ${head.size}:${head.root}, key id ${keyId}`,
    ]);
  }
  return EXIT.ok;
}
