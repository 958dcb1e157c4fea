// What does the morning's overview hold, for a campaign or for the whole year? The server counts; nothing is counted here.
import { today } from '../../client/format.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import type { FigureOnWire, RecordOnWire, ReplyOf, Scope } from '../../contract/api.ts';
import { daysBetween, yearOf } from '../../domain/kernel/day.ts';
import { VENUE_TYPES } from '../../domain/law/taxonomy.ts';

export type Owed = ReplyOf<'overview'>['owed'][number];
export type SweepRow = ReplyOf<'overview'>['sweep'][number];

export interface Morning {
  readonly campaign: RecordOnWire | null;
  readonly names: Readonly<Record<string, string>>;
  readonly scope: { readonly from: string; readonly until: string };
  readonly now: ReadonlyMap<string, FigureOnWire>;
  readonly before: ReadonlyMap<string, FigureOnWire>;
  readonly sweep: readonly SweepRow[];
  readonly owed: readonly Owed[];
  /** Which day of how many, and that share of the period; null without a campaign. */
  readonly progress: Progress | null;
  /** Nothing was ever recorded here. */
  readonly bare: boolean;
}
export interface Progress {
  readonly day: number;
  readonly days: number;
  readonly share: number;
}

/** The six figures, what stands small under each, and whether more of it is work done. */
export const HEADLINES = [
  { id: 'turnout.personTimes', good: true, under: [] },
  { id: 'turnout.vehicleTimes', good: true, under: [] },
  { id: 'inspection.venues', good: true, under: ['venue.registered', 'venue.coverage'] },
  {
    id: 'case.total',
    good: false,
    under: ['case.track.criminal', 'case.track.administrative', 'case.track.forestry'],
  },
  { id: 'seizure.live.head', good: false, under: ['release.kind.release', 'release.kind.centre'] },
  { id: 'case.value', good: false, under: ['penalty.fines'] },
] as const;
const IDS = HEADLINES.flatMap((headline) => [headline.id, ...headline.under]);
const SWEEP_IDS = VENUE_TYPES.flatMap(({ code }) => [`venue.registered.${code}`, `venue.covered.${code}`]);

/** How far `day` is into a period: never before its first nor after its last day. */
export function progressOf(from: string, until: string, day: string): Progress {
  const days = daysBetween(from, until) + 1;
  const passed = Math.min(Math.max(daysBetween(from, day) + 1, 0), days);
  return { day: passed, days, share: days > 0 ? passed / days : 1 };
}

const byId = (figures: readonly FigureOnWire[] | undefined) => new Map(figures?.map((f) => [f.id, f]));

/** `choice`: a campaign's id, 'year', or null for the campaign under way. */
export function useMorning(choice: string | null, refresh: number | false = false) {
  const county = useCounty();
  const day = today();
  const year = choice === 'year';
  const overview = useCall(
    'overview',
    { params: { county }, query: choice && !year ? { campaign: choice } : {} },
    { keep: true, refetchInterval: refresh },
  );
  const scope: Scope = { from: `${yearOf(day)}-01-01`, until: day };
  const wholeYear = year || overview.data?.campaign === null;
  const figures = useCall(
    'figures',
    { params: { county }, query: { ...scope, ids: [...IDS, ...SWEEP_IDS].join(','), lastYear: true } },
    { enabled: wholeYear, keep: true, refetchInterval: refresh },
  );
  const error = overview.error ?? (wholeYear ? figures.error : null);
  const retry = () => {
    void overview.refetch();
    if (wholeYear) void figures.refetch();
  };
  const data = overview.data;
  if (!data || (wholeYear && !figures.data)) return { morning: null, error, retry };
  return { morning: wholeYear ? ofYear(data, figures.data) : ofCampaign(data, day), error, retry };
}

function ofCampaign(data: ReplyOf<'overview'>, day: string): Morning {
  const values = data.campaign?.values ?? {};
  const { from, until } = values as { from?: string; until?: string };
  return {
    ...data,
    now: byId(data.figures),
    before: byId(data.lastYear),
    progress: from && until ? progressOf(from, until, day) : null,
    bare: false,
  };
}

function ofYear(data: ReplyOf<'overview'>, figures: ReplyOf<'figures'> | undefined): Morning {
  const now = byId(figures?.figures);
  const count = (id: string) => now.get(id)?.value ?? 0;
  const sweep = VENUE_TYPES.map(({ code }) => ({
    venueType: code,
    registered: count(`venue.registered.${code}`),
    visited: count(`venue.covered.${code}`),
  })).filter((row) => row.registered > 0);
  const day = today();
  const bare =
    data.campaign === null &&
    data.owed.length === 0 &&
    [...now.values()].every((figure) => figure.records === 0);
  return {
    campaign: null,
    names: data.names,
    scope: { from: `${yearOf(day)}-01-01`, until: day },
    now,
    before: byId(figures?.lastYear),
    sweep,
    owed: data.owed,
    progress: null,
    bare,
  };
}
