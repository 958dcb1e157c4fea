// How does the whole ledger of a county leave, to be kept or checked elsewhere?
import { writeFile } from 'node:fs/promises';
import { has, mayRead } from '../domain/access/access.ts';
import { dayOfInstant } from '../domain/kernel/day.ts';
import type { RecordRow } from '../domain/kernel/record.ts';
import { KINDS } from '../domain/kind.ts';
import { instant } from '../server/app.ts';
import type { House } from '../server/house.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { chooseActor, chooseCounty, fromHere, refused, withLedger } from './open.ts';

export const exportCommand: Command = {
  name: 'export',
  label: [
    '导出一县的全部账本（可离线核验），或一种记录的表格',
    'Export a county’s whole ledger, provable offline, or one kind as a workbook',
  ],
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      label: [
        '写到哪个文件：.ndjson.gz，或与 --kind 一起用 .xlsx',
        'The file to write: .ndjson.gz, or .xlsx with --kind',
      ],
    },
    {
      name: 'kind',
      value: 'KIND',
      label: [
        '只导出这一种记录，为可再导入的 .xlsx',
        'Only this kind of record, as an .xlsx that can be imported again',
      ],
    },
  ],
  notes: [
    [
      '账本文件含记录、日志、树、签名的树头和公钥，也含个人信息，请妥善保管。用 shouye verify FILE 核验，不需要数据库。',
      'The file holds records, journal, tree, signed heads and the public key, and personal data: keep it safely. Check it with shouye verify FILE, which needs no database.',
    ],
  ],
  examples: [
    'shouye export',
    'shouye export -o 640221.ndjson.gz',
    'shouye export --kind inspection -o 检查.xlsx',
  ],
  run: exportLedger,
};

async function exportLedger(call: Call): Promise<number> {
  const kindName = call.text('kind');
  return withLedger(call, (house) =>
    kindName === undefined ? whole(call, house) : oneKind(call, house, kindName),
  );
}

async function whole(call: Call, { app }: House): Promise<number> {
  const { speaker } = call;
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, 'export');
  if (!has(actor, 'personal.read') || !has(actor, 'journal.read'))
    throw refused(
      'access.denied',
      '全部账本含个人信息和日志，此账号无权导出',
      'The whole ledger holds personal data and the journal; this account may not export it',
    );
  const day = dayOfInstant(instant(app));
  const file = fromHere(call.text('output') ?? `shouye-${county}-${day}.ndjson.gz`);
  if (!file.endsWith('.ndjson.gz'))
    throw new UsageError(['全部账本的文件名应以 .ndjson.gz 结尾', 'A whole ledger is an .ndjson.gz']);
  const { writeLedger } = await import('../server/export/index.ts');
  const done = await writeLedger(app, county, file, (lines) =>
    speaker.progress(['已写行数', 'Lines written'], lines),
  );
  if (call.json) speaker.json({ file, ...done });
  else {
    speaker.line([
      `已导出 ${file}：日志 ${done.rows} 行，记录 ${done.records} 条`,
      `Exported ${file}: ${done.rows} journal rows, ${done.records} records`,
    ]);
    if (done.head)
      speaker.line([
        `树头 ${done.head.size}:${done.head.root}，密钥号 ${done.keyId}`,
        `Head ${done.head.size}:${done.head.root}, key id ${done.keyId}`,
      ]);
  }
  return EXIT.ok;
}

async function oneKind(call: Call, { app }: House, name: string): Promise<number> {
  const kind = KINDS.find((each) => each.name === name || each.label[0] === name);
  if (!kind)
    throw new UsageError([
      `没有“${name}”这种记录：${KINDS.map((k) => k.label[0]).join('、')}`,
      `No kind ${name}: ${KINDS.map((k) => k.name).join(', ')}`,
    ]);
  const county = await chooseCounty(app, call);
  const actor = await chooseActor(app, call, county, 'export');
  if (!mayRead(actor, kind))
    throw refused('access.denied', '此账号不能查看这类记录', 'This account may not see these records');
  const { exportWorkbook } = await import('../server/import/index.ts');
  const { streamRecords } = await import('../server/record/index.ts');
  const rows: RecordRow[] = [];
  for await (const row of streamRecords(app.db, county, kind)) if (!row.withdrawn) rows.push(row);
  const file = fromHere(call.text('output') ?? `${kind.label[0]}-${county}.xlsx`);
  if (!file.endsWith('.xlsx'))
    throw new UsageError(['--kind 的文件名应以 .xlsx 结尾', 'With --kind the file is an .xlsx']);
  await writeFile(file, await exportWorkbook({ app, actor, county }, kind, rows));
  if (call.json) call.speaker.json({ file, records: rows.length });
  else call.speaker.line([`已导出 ${file}：${rows.length} 条`, `Exported ${file}: ${rows.length} records`]);
  return EXIT.ok;
}
