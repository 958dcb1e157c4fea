// Which records stand behind a summary's numbers right now, each with its version?
import { getFigure } from '../../domain/figure/catalogue.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import { getKind } from '../../domain/kind.ts';
import type { ComposedNumber } from '../../domain/report/compose.ts';
import type { NumberScope } from '../../domain/report/fact.ts';
import { type FrozenFigure, type FrozenRecord, figureKey } from '../../domain/report/freeze.ts';
import type { Db } from '../db/connection.ts';
import { countFigures, figureRecordIds, figureRows } from '../figure/index.ts';
import { findRecords } from '../record/index.ts';
import { listVersions } from './store.ts';

type Numbers = Readonly<Record<string, Pick<ComposedNumber, 'figure' | 'scope'>>>;

/** Every figure the numbers state, counted now, with all its records; one entry a figure and scope. */
export async function freezeFigures(
  db: Db,
  county: string,
  numbers: Numbers,
): Promise<Record<string, FrozenFigure>> {
  const wanted = new Map(
    Object.values(numbers).map(({ figure, scope }) => [figureKey(figure, scope), { figure, scope }]),
  );
  const frozen: Record<string, FrozenFigure> = {};
  const values = await valuesOf(db, county, [...wanted.values()]);
  for (const [key, { figure, scope }] of wanted) {
    const counted = values.get(key) ?? (await siteValue(db, county, scope));
    const records = await recordsOf(db, county, figure, scope);
    frozen[key] = { figure, scope, ...counted, records };
  }
  return frozen;
}

type Value = Pick<FrozenFigure, 'value' | 'bound'>;

/** One statement a scope, so that its figures are of one moment. Parts of a figure (one site) are left to `siteValue`. */
async function valuesOf(
  db: Db,
  county: string,
  wanted: readonly { figure: string; scope: NumberScope }[],
): Promise<Map<string, Value>> {
  const byScope = Map.groupBy(
    wanted.filter(({ scope }) => !scope.site),
    ({ scope }) => JSON.stringify(scope),
  );
  const values = new Map<string, Value>();
  for (const group of byScope.values()) {
    const scope = group[0]?.scope ?? {};
    const ids = group.map(({ figure }) => figure);
    for (const { id, value, bound } of await countFigures(db, county, scope, ids))
      values.set(figureKey(id, scope), { value, bound });
  }
  return values;
}

async function siteValue(db: Db, county: string, scope: NumberScope): Promise<Value> {
  const [site] = await findRecords(db, county, getKind('site'), scope.site ? [scope.site] : []);
  return (site?.values.extent as Quantity | undefined) ?? { value: null, bound: 'unknown' };
}

async function recordsOf(
  db: Db,
  county: string,
  figure: string,
  { site, ...scope }: NumberScope,
): Promise<FrozenRecord[]> {
  if (site) {
    const { rows } = await figureRows(db, county, figure, scope, { limit: 100_000 });
    const flown = rows.filter((row) => (row.values.sites as string[]).includes(site));
    const own = await listVersions(db, county, 'site', [site]);
    return [...own, ...flown.map((row): FrozenRecord => [row.kind, row.id, row.version])];
  }
  const ids = await figureRecordIds(db, county, figure, scope);
  const kinds = kindsOf(figure);
  const lists = await Promise.all(kinds.map((kind) => listVersions(db, county, kind, ids)));
  return lists.flat();
}

/** A rate stands on the records of its part. */
function kindsOf(id: string): readonly string[] {
  const figure = getFigure(id);
  return figure.count.by === 'rate' ? kindsOf(figure.count.part) : figure.kinds;
}
