// What do the import tests stand on: a county with names in it, and workbooks typed by hand?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Actor } from '../../src/domain/access/access.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import type { Acting } from '../../src/server/acting.ts';
import { runAction } from '../../src/server/action/index.ts';
import { type App, createApp, newId } from '../../src/server/app.ts';
import { connect, type Db } from '../../src/server/db/connection.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import type { ImportJob } from '../../src/server/import/index.ts';
import { createImports, type Imports } from '../../src/server/import/index.ts';
import { loadKeys } from '../../src/server/keys.ts';
import { streamRecords } from '../../src/server/record/index.ts';
import { freshDatabase } from '../support/database.ts';

export interface House {
  readonly app: App;
  readonly db: Db;
  readonly url: string;
  readonly folder: string;
  readonly imports: Imports;
  readonly faults: unknown[];
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const database = await freshDatabase();
  const db = connect(database.url);
  await migrate(db);
  const folder = mkdtempSync(path.join(tmpdir(), 'shouye-import-'));
  const app = createApp(db, await loadKeys(path.join(folder, 'keys')));
  const faults: unknown[] = [];
  const imports = createImports(app, path.join(folder, 'import'), (error) => faults.push(error));
  return {
    ...{ app, db, url: database.url, folder, imports, faults },
    close: async () => {
      await db.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function clerk(county = '640999', more: Partial<Actor> = {}): Actor {
  const account = '019a0000-0000-7000-8000-000000000001';
  return { account, name: '科员', region: county, roles: ['clerk'], agency: null, ...more };
}

export function actingIn(house: House, county = '640999', actor = clerk(county)): Acting {
  return { app: house.app, actor, county };
}

export async function put(acting: Acting, kind: string, values: Values): Promise<string> {
  const id = newId(acting.app);
  const done = await runAction(acting.app, acting.actor, acting.county, {
    ...{
      id: newId(acting.app),
      kind: 'record.create',
      at: new Date().toISOString(),
      body: { kind, id, values },
    },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusals));
  return id;
}

/** A county with two townships, two agencies, two people, two venues and two sites. */
export async function settle(acting: Acting): Promise<Record<string, string>> {
  const area = await put(acting, 'area', { name: '城关镇' });
  const bureau = await put(acting, 'agency', {
    name: '示范县自然资源局',
    agencyType: 'naturalResources',
    area,
  });
  const police = await put(acting, 'agency', { name: '示范县公安局', agencyType: 'publicSecurity' });
  await put(acting, 'person', { name: '张三', agency: bureau });
  await put(acting, 'person', { name: '李四', agency: police });
  const market = await put(acting, 'venue', { name: '城关农贸市场', venueType: 'V06', area });
  const inn = await put(acting, 'venue', { name: '湖畔饭店', venueType: 'V15', area });
  const gorge = await put(acting, 'site', { name: '青石峡', siteType: 'V01' });
  const lake = await put(acting, 'site', { name: '河湾湿地', siteType: 'V02' });
  return { area, bureau, police, market, inn, gorge, lake };
}

export async function all(house: House, kind: string, county = '640999'): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for await (const row of streamRecords(house.db, county, getKind(kind))) rows.push(row);
  return rows.sort((a, b) => (a.no < b.no ? -1 : 1));
}

export async function countAll(house: House): Promise<Record<string, number>> {
  const tables = [
    'inspection',
    'patrol',
    'venue',
    'person',
    'agency',
    'journal',
    'journal_waiting',
    'import_row',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const row = await house.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    counts[table] = Number((row as { n: number }).n);
  }
  return counts;
}

export type Grid = readonly (readonly (
  | string
  | number
  | boolean
  | Date
  | null
  | { formula: string; result: number }
)[])[];

/** An .xlsx as a clerk types it: sheets of rows, merges like 'A2:A4'. */
export async function typed(
  sheets: Readonly<Record<string, Grid>>,
  merges: Readonly<Record<string, string[]>> = {},
) {
  const book = new ExcelJS.Workbook();
  for (const [name, grid] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of grid) sheet.addRow([...row]);
    for (const range of merges[name] ?? []) sheet.mergeCells(range);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Uploads and waits for the preview. */
export async function upload(
  house: House,
  acting: Acting,
  fileName: string,
  bytes: Uint8Array,
  plans?: Parameters<Imports['startImport']>[2],
): Promise<ImportJob> {
  const started = await house.imports.startImport(acting, { fileName, bytes }, plans);
  if (!started.ok) throw new Error(JSON.stringify(started.refusals));
  return wait(house, acting, started.value.id);
}

export async function wait(house: House, acting: Acting, id: string): Promise<ImportJob> {
  await house.imports.settled(id);
  const job = await house.imports.getImport(acting, id);
  if (!job.ok) throw new Error(JSON.stringify(job.refusals));
  if (house.faults.length > 0) throw house.faults[0];
  return job.value;
}

export async function save(
  house: House,
  acting: Acting,
  job: ImportJob,
  options: Parameters<Imports['commitImport']>[2] = {},
): Promise<ImportJob> {
  const saving = await house.imports.commitImport(acting, job.id, options);
  if (!saving.ok) throw new Error(JSON.stringify(saving.refusals));
  return wait(house, acting, job.id);
}

export const errorsOf = (job: ImportJob) =>
  job.issues
    .filter((i) => i.severity === 'error')
    .map((i) => `${i.sheet}!${i.cell || i.row} ${i.message[0]}`);
export const notesOf = (job: ImportJob) =>
  job.issues.filter((i) => i.severity === 'note').map((i) => `${i.sheet}!${i.cell || i.row} ${i.message[0]}`);
