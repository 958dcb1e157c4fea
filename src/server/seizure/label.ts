// What stands on the label of a seizure, and does a scanned one belong to us?

import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { RecordRow, SpeciesValue } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { TOOL_TYPES } from '../../domain/law/tool.ts';
import { SEIZURE_FORMS } from '../../domain/seizure/seizure.ts';
import type { App } from '../app.ts';
import { findByNos, findRecords, namesFor } from '../record/index.ts';

const SEIZURE = getKind('seizure');
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Five letters of 31: a number misread or made up passes once in 28 million. */
const LENGTH = 5;

/** A mark only this house can make, so that a label names a record we have. */
export function checkOf(app: App, county: string, no: string): string {
  const mac = app.keys.mac(Buffer.from(`shouye label 1 ${county} ${no}`));
  return Array.from({ length: LENGTH }, (_, i) => LETTERS[(mac[i] as number) % LETTERS.length]).join('');
}

export async function labelsOf(app: App, county: string, ids: readonly string[]) {
  const found = await findRecords(app.db, county, SEIZURE, ids);
  const rows = ids.flatMap((id) => found.find((row) => row.id === id) ?? []);
  const cases = await casesOf(app, county, rows);
  const names = await namesFor(
    app.db,
    county,
    SEIZURE,
    rows.map((row) => row.values),
  );
  return rows.map(({ id, no, values }) => ({
    ...{ id, no, check: checkOf(app, county, no) },
    item:
      (values.species as SpeciesValue | null | undefined)?.name ??
      TOOL_TYPES.find((tool) => tool.code === values.tool)?.label[0] ??
      titleOf(SEIZURE, values, names),
    form: SEIZURE_FORMS.find((form) => form.code === values.form)?.label[0] ?? '',
    quantity: values.quantity as Quantity,
    unit: String(values.unit ?? ''),
    caseNo: cases.get(String(values.case)) ?? '',
    day: String(values.day ?? ''),
    agency: names.get(String(values.agency)) ?? '',
  }));
}

async function casesOf(app: App, county: string, rows: readonly RecordRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => (row.values.case as string | null | undefined) ?? []);
  const cases = await findRecords(app.db, county, getKind('case'), [...new Set(ids)]);
  return new Map(cases.map((row) => [row.id, String(row.values.caseNo ?? row.no)]));
}

/** The seizure a label names, or undefined when number and check do not belong together. */
export async function findLabel(app: App, county: string, no: string, check: string) {
  if (check.toUpperCase() !== checkOf(app, county, no)) return undefined;
  const [row] = await findByNos(app.db, county, SEIZURE, [no]);
  return row && { kind: SEIZURE.name, id: row.id };
}
