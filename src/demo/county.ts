// What is in the demo county's ledger? A year of invented work up to `today`, always the same for the same day.
import { addDays, addYears } from '../domain/kernel/day.ts';
import { addBase } from './county-base.ts';
import { addCampaign } from './county-campaign.ts';
import { addCases, addClues, addRescues } from './county-case.ts';
import { addCaseWork } from './county-case-work.ts';
import { addClueWork } from './county-clue.ts';
import { addCustody } from './county-custody.ts';
import { addInspections, addPatrols } from './county-field.ts';
import { addPermits, addPublicity, addRest, addStock } from './county-office.ts';
import { createDice } from './dice.ts';
import { createLedger, type DemoRecord, type DemoStep } from './ledger.ts';

const SEED = 20_250_912;

export interface DemoCounty {
  /** In an order in which each comes after what it refers to. */
  readonly records: readonly DemoRecord[];
  readonly steps: readonly DemoStep[];
}

/** Clues of the last weeks are worked on step by step; older ones came with the ledger. */
const WORKED_DAYS = 45;

/** `today` is a day in China. */
export function demoCounty(today: string): DemoCounty {
  const ledger = createLedger(createDice(SEED));
  const start = addYears(addDays(today, -120), -1);
  const base = addBase(ledger, start);
  const began = addDays(start, 40);
  const lastYear = addCampaign(ledger, base, { from: began, until: addDays(start, 160), today });
  const from = addYears(lastYear.from, 1);
  const campaign = addCampaign(ledger, base, { from, until: addDays(from, 120), today });
  const old = addInspections(ledger, base, {
    ...lastYear,
    campaign: lastYear,
    outings: 38,
    prefix: 'L',
    settled: true,
  });
  const quiet = addInspections(ledger, base, {
    from: addDays(lastYear.until, 1),
    until: addDays(campaign.from, -1),
    outings: 34,
    prefix: 'R',
    settled: true,
  });
  const fresh = addInspections(ledger, base, {
    from: campaign.from,
    until: today,
    campaign,
    outings: 52,
    prefix: 'H',
  });
  addPatrols(ledger, base, start, addDays(campaign.from, -1), lastYear);
  addPatrols(ledger, base, campaign.from, today, campaign);
  const period = { from: start, today, campaign, numbers: new Map<string, number>() };
  const clues = addClues(ledger, base, period, 96, addDays(today, -WORKED_DAYS));
  addCases(ledger, base, { ...period, campaign: lastYear }, old, clues);
  addCases(ledger, base, period, [...quiet, ...fresh], clues);
  addRescues(ledger, base, period, 64);
  addPermits(ledger, base, start, today);
  addStock(ledger, base, today);
  addPublicity(ledger, base, campaign, start, today);
  addRest(ledger, base, campaign, start, today);
  addClueWork(ledger, base, period);
  addCustody(ledger, base, period);
  addCaseWork(ledger, base, period);
  return { records: ledger.records, steps: ledger.steps };
}
