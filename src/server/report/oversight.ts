// What is owed or broken in a summary's scope, to be named in warnings and proposals?
import type { FigureScope } from '../../domain/figure/figure.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { periodIsBroken } from '../../domain/report/check-resource.ts';
import type { Oversight, Owed } from '../../domain/report/finding.ts';
import { banElements } from '../../domain/report/list.ts';
import type { Db } from '../db/connection.ts';
import { namesFor } from '../record/index.ts';
import { countTargets, listOwing, type Owing } from './store.ts';

export async function gatherOversight(
  db: Db,
  county: string,
  scope: FigureScope,
  today: Day,
): Promise<Oversight> {
  const ask = async (owing: Owing) => {
    const { kind, rows } = await listOwing(db, county, owing, scope, today);
    const names = await namesFor(
      db,
      county,
      kind,
      rows.map((row) => row.values),
    );
    return rows.map((row) => ({ owed: owedOf(kind, row, names), row }));
  };
  const owed = async (owing: Owing) => (await ask(owing)).map((one) => one.owed);
  return {
    overdueClues: await owed('overdueClues'),
    overdueRectifications: await owed('overdueRectifications'),
    overdueDuties: await owed('overdueDuties'),
    openCases: await owed('openCases'),
    unpatrolledSites: await owed('unpatrolledSites'),
    unreviewedPermits: await owed('unreviewedPermits'),
    brokenPlans: (await ask('plans')).flatMap(({ owed: plan, row }) => {
      const { periodText, from, until } = row.values as Record<string, string>;
      return periodText && periodIsBroken(periodText, from ?? '', until ?? '')
        ? [{ ...plan, periodText }]
        : [];
    }),
    incompleteNotices: (await ask('bans')).flatMap(({ owed: notice, row }) => {
      const missing = banElements(row.values, false);
      return missing.length > 0 ? [{ ...notice, missing }] : [];
    }),
    targets: scope.campaign ? await countTargets(db, county, scope.campaign) : { records: 0, kinds: 0 },
  };
}

function owedOf(kind: Kind, row: RecordRow, names: Map<string, string>): Owed {
  return { kind: kind.name, id: row.id, no: row.no, name: titleOf(kind, row.values, names) || row.no };
}
