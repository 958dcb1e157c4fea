// What does the leading group see each morning? Figures, the sweep and what is owed, nothing counted here.
import { addDays, addYears, daysBetween, yearOf } from '../../domain/kernel/day.ts';
import type { Label } from '../../domain/kernel/label.ts';
import { getKind } from '../../domain/kind.ts';
import { findLimit } from '../../domain/law/county-limit.ts';
import { findDeadline } from '../../domain/law/deadline-table.ts';
import { VENUE_TYPES } from '../../domain/law/taxonomy.ts';
import type { Db } from '../db/connection.ts';
import { countFigures } from '../figure/index.ts';
import { listAlarms } from '../guard/index.ts';
import { findRecord, namesFor } from '../record/index.ts';
import { findCampaignId, listOwed } from './store.ts';

const HEADLINES = [
  'turnout.personTimes',
  'turnout.vehicleTimes',
  'inspection.venues',
  'venue.registered',
  'venue.coverage',
  'case.total',
  'case.track.criminal',
  'case.track.administrative',
  'case.track.forestry',
  'seizure.live.head',
  'release.kind.release',
  'release.kind.centre',
  'case.value',
  'penalty.fines',
  'clue.total',
  'clue.resultRate',
  'patrol.total',
];
const OWED_MAX = 60;

export async function overview(db: Db, county: string, today: string, campaignId?: string) {
  const campaignKind = getKind('campaign');
  const id = campaignId ?? (await findCampaignId(db, county, today));
  const campaign = id ? await findRecord(db, county, campaignKind, id) : undefined;
  const from = (campaign?.values.from as string | undefined) ?? `${yearOf(today)}-01-01`;
  const end = (campaign?.values.until as string | undefined) ?? today;
  const until = end < today ? end : today;
  const scope = { from, until };
  const [figures, lastYear, sweep, owed] = await Promise.all([
    countFigures(db, county, scope, HEADLINES),
    countFigures(db, county, { from: addYears(from, -1), until: addYears(until, -1) }, HEADLINES),
    sweepOf(db, county, scope),
    listOwed(db, county, today, OWED_MAX),
  ]);
  const alarms = await alarmed(db, county, today);
  const rung = new Set(alarms.map(({ id }) => id));
  return {
    campaign: campaign ?? null,
    names: Object.fromEntries(campaign ? await namesFor(db, county, campaignKind, [campaign.values]) : []),
    scope,
    figures,
    lastYear,
    sweep,
    owed: [
      ...alarms,
      ...owed
        .filter(({ id, due }) => (due ?? today) >= today || !rung.has(id))
        .map((row) => ({ ...row, label: labelOf(row.what), alarm: false })),
    ].map((row) => ({ ...row, days: row.due ? daysBetween(today, row.due) : 0 })),
  };
}

const WORK: Readonly<Record<string, Label>> = {
  rectify: ['责令整改复查', 'Rectification'],
  duty: ['职责任务', 'Duty'],
};

function labelOf(what: string): Label {
  return WORK[what] ?? findDeadline(what)?.action ?? findLimit(what)?.label ?? [what, what];
}

/** Alarms nobody answered stand before everything else; each was due on the day before it rang. */
async function alarmed(db: Db, county: string, today: string) {
  const open = (await listAlarms(db, county, today)).filter(({ answered }) => answered === null);
  return open.slice(0, OWED_MAX).map(({ guard, label, kind, id, no, name, who, since }) => ({
    ...{ what: guard, label, kind, id, no, name, who, due: addDays(since, -1), alarm: true },
  }));
}

/** Registered, visited and faulted venues by type; types the county has none of are left out. */
async function sweepOf(db: Db, county: string, scope: { from: string; until: string }) {
  const types = VENUE_TYPES.map((type) => type.code);
  const ids = types.flatMap((code) => [`venue.registered.${code}`, `venue.covered.${code}`]);
  const values = new Map((await countFigures(db, county, scope, ids)).map((f) => [f.id, f.value ?? 0]));
  return types
    .map((venueType) => ({
      venueType,
      registered: values.get(`venue.registered.${venueType}`) ?? 0,
      visited: values.get(`venue.covered.${venueType}`) ?? 0,
    }))
    .filter((row) => row.registered > 0);
}
