// What SQL creates the tables of the ledger? Prints the DDL of the kinds named, or of all that forms make; a migration is
// this text, committed.

import type { Kind } from '../src/domain/kernel/record.ts';
import { EVERY_KIND, KINDS } from '../src/domain/kind.ts';
import { allColumns, columnsOf, snake, tableOf } from '../src/server/db/column.ts';

const NOT_NULL = new Set([
  'county',
  'id',
  'no',
  'version',
  'withdrawn',
  'recorded_at',
  'updated_at',
  'by',
  'search',
]);

function tableSql(kind: Kind): string {
  const table = `"${tableOf(kind)}"`;
  const columns = allColumns(kind).map(
    (column) => `  "${column.name}" ${column.type}${NOT_NULL.has(column.name) ? ' not null' : ''}`,
  );
  columns.push('  primary key (county, id)', '  unique (county, no)');
  const references = Object.entries(kind.fields).flatMap(([name, field]) => columnsOf(name, field));
  for (const column of references)
    if (column.references)
      columns.push(`  foreign key (county, "${column.name}") references "${column.references}" (county, id)`);
  const lines = [`create table ${table} (\n${columns.join(',\n')}\n);`];
  lines.push(`create index on ${table} (county, "${snake(kind.day)}", id);`);
  lines.push(`create index on ${table} (county, match_key);`);
  for (const column of references)
    if (column.references) lines.push(`create index on ${table} (county, "${column.name}");`);
  return lines.join('\n');
}

/** References may form a cycle (clue ↔ case), so foreign keys come after all tables. */
function ledgerSql(kinds: readonly Kind[]): string {
  const text = kinds.map(tableSql).join('\n\n');
  const later: string[] = [];
  const tables = text.replace(
    /create table ("\w+") \(\n([\s\S]*?)\n\);/g,
    (_all, table: string, body: string) => {
      const keep = body.split(/,\n/).filter((line) => {
        if (!line.trim().startsWith('foreign key')) return true;
        later.push(`alter table ${table} add ${line.trim()};`);
        return false;
      });
      return `create table ${table} (\n${keep.join(',\n')}\n);`;
    },
  );
  return `${tables}\n\n${later.join('\n')}\n`;
}

const named = process.argv.slice(2);
console.log(ledgerSql(named.length > 0 ? EVERY_KIND.filter((kind) => named.includes(kind.name)) : KINDS));
