// Which kind, which record is meant by a word typed at the terminal? Exactly one, or a refusal that names the ways out.
import { isUuid } from '../domain/kernel/id.ts';
import type { Kind, RecordRow } from '../domain/kernel/record.ts';
import { EVERY_KIND, findKind, getKind } from '../domain/kind.ts';
import { PROCEDURES } from '../domain/procedure.ts';
import type { App } from '../server/app.ts';
import { UsageError } from './command.ts';
import { refused } from './open.ts';

export function whichKind(text: string, among: readonly Kind[] = EVERY_KIND): Kind {
  const named = findKind(text) ?? among.find((kind) => kind.label[0] === text);
  if (named && among.includes(named)) return named;
  throw new UsageError([
    `没有“${text}”这种记录：${among.map(({ name, label }) => `${label[0]} ${name}`).join('、')}`,
    `No kind ${text}: ${among.map(({ name }) => name).join(', ')}`,
  ]);
}

/** A kind whose records move by steps. */
export function whichMoved(text: string): Kind {
  return whichKind(
    text,
    PROCEDURES.map(({ kind }) => getKind(kind)),
  );
}

/** By id, number, 案号 or 文号, or its whole name; several of one name are refused with their numbers. */
export async function whichRecord(app: App, county: string, kind: Kind, text: string): Promise<RecordRow> {
  const { findByNos, findRecord, listRecords } = await import('../server/record/index.ts');
  const id = text.toLowerCase();
  const [byNo] = await findByNos(app.db, county, kind, [text]);
  const known = byNo ?? (isUuid(id) ? await findRecord(app.db, county, kind, id) : undefined);
  if (known) return known;
  const page = { sort: 'no', desc: false, limit: 5 };
  const found = new Map<string, RecordRow>();
  for (const name of new Set([...kind.title, 'caseNo', 'docNo']))
    if (kind.fields[name]?.type === 'text')
      for (const { row } of await listRecords(
        app.db,
        county,
        kind,
        { where: { [name]: text }, withdrawn: 'no' },
        page,
      ))
        found.set(row.id, row);
  const [only, ...others] = found.values();
  if (only && others.length === 0) return only;
  const numbers = [...found.values()].map(({ no }) => no);
  throw only
    ? refused(
        'record.many',
        `有几个${kind.label[0]}叫“${text}”，请用编号：${numbers.join('、')}`,
        `Several are called ${text}; use the number: ${numbers.join(', ')}`,
      )
    : refused(
        'record.missing',
        `没有${kind.label[0]}“${text}”`,
        `There is no ${kind.label[1].toLowerCase()} ${text}`,
      );
}
