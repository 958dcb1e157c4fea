// What crosses the wire about rewards: proposals, the till, the books?
import { z } from 'zod';
import { isStorable } from '../domain/kernel/canonical.ts';
import { isUuid } from '../domain/kernel/id.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);
const day = z.iso.date();
const text = (max: number) => z.string().trim().max(max).refine(isStorable);
const fen = z.int().min(1).max(100_000_000_000);
const label = z.tuple([z.string(), z.string()]);

/** Bodies of the actions about rewards. Money in fen. */
export const REWARD_ACTIONS = {
  /** One reward for each share; the amounts add up to `total`. `tip` null: reported on paper, outside the system. */
  'reward.propose': z.object({
    clue: uuid,
    total: fen,
    departure: text(500).nullish(),
    shares: z
      .array(z.object({ id: uuid, tip: uuid.nullable(), weight: z.int().min(1).max(10_000) }))
      .min(1)
      .max(50),
  }),
  /** Over the counter, by the claim that the check of a code or receipt gave. */
  'reward.pay': z.object({
    id: uuid,
    seq: z.int().min(0),
    claim: z.string().max(200),
    voucher: text(80).min(1),
  }),
  /** Money granted or given back, or an earlier entry (`of`) taken back. */
  'reward.fund': z.discriminatedUnion('matter', [
    z.object({
      matter: z.enum(['grant', 'giveBack']),
      id: uuid,
      on: day,
      amount: fen,
      document: text(120).min(1),
      note: text(200).nullish(),
    }),
    z.object({
      matter: z.literal('void'),
      id: uuid,
      on: day,
      of: uuid,
      document: text(120).min(1),
      note: text(200).nullish(),
    }),
  ]),
} as const satisfies Record<string, z.ZodType>;

const picked = z.object({
  id: uuid,
  no: z.string(),
  amount: z.int(),
  state: z.string(),
  seq: z.int(),
  claimUntil: day.nullable(),
  paidOn: day.nullable(),
  voucher: z.string().nullable(),
  claim: z.string().nullable(),
});

const sheetRow = z.object({
  account: z.string(),
  opening: z.int(),
  inflow: z.int(),
  outflow: z.int(),
  closing: z.int(),
});

export const REWARD_ROUTES = {
  rewardCandidates: {
    method: 'GET',
    path: '/api/:county/reward/candidate',
    summary: 'Clues of informants that ended in something and have no reward, with what the rule offers',
    params: z.object({ county }),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    reply: z.object({
      total: z.int(),
      /** Whether the county has set a rule at all. */
      ruled: z.boolean(),
      rows: z.array(
        z.object({
          id: uuid,
          no: z.string(),
          day,
          content: z.string(),
          result: z.string(),
          resultDay: day.nullable(),
          tips: z.int(),
          amount: z.int().nullable(),
          bracket: z.string().nullable(),
        }),
      ),
    }),
  },
  rewardOffer: {
    method: 'GET',
    path: '/api/:county/reward/offer/:id',
    summary: 'What the rule of the county says a clue earns its informants, reckoned with reasons',
    params: z.object({ county, id: uuid }),
    reply: z.object({
      facts: z.object({
        day,
        results: z.array(z.string()),
        violations: z.array(z.string()),
        value: z.int().nullable(),
        fine: z.int().nullable(),
        awarded: z.int(),
        given: z.int(),
      }),
      rule: z.object({ docNo: z.string(), title: z.string(), claimDays: z.int().nullable() }).nullable(),
      fitting: z.array(z.object({ id: z.string(), label: z.string(), amount: z.int() })),
      amount: z.int().nullable(),
      reasons: z.array(label),
      missing: z.array(label),
      tips: z.array(z.object({ id: uuid, no: z.string(), day, named: z.boolean(), rewarded: z.boolean() })),
      /** Reported on paper: there is no tip in the system and no such reward yet. */
      paper: z.boolean(),
    }),
  },
  rewardTill: {
    method: 'POST',
    path: '/api/:county/reward/till',
    summary:
      'What a pick-up code or a receipt (stretched in the browser) opens: amount and state, nothing else',
    params: z.object({ county }),
    body: z.union([
      z.object({ code: z.string().max(60) }),
      z.object({ receipt: z.string().regex(/^[0-9a-f]{64}$/) }),
    ]),
    reply: picked,
  },
  rewardBook: {
    method: 'GET',
    path: '/api/:county/reward/book',
    summary: 'The books of a year: balance of the five accounts and every move',
    params: z.object({ county }),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
    reply: z.object({
      year: z.int(),
      sheet: z.array(sheetRow),
      moves: z.array(
        z.object({
          id: uuid,
          on: day,
          by: uuid,
          byName: z.string(),
          matter: z.string(),
          from: z.string(),
          to: z.string(),
          amount: z.int(),
          document: z.string(),
          note: z.string(),
          reward: uuid.nullable(),
          voided: z.boolean(),
        }),
      ),
      years: z.array(z.int()),
      available: z.int(),
      withinBudget: z.boolean(),
      /** What does not add up; empty when the books are sound. */
      faults: z.array(z.string()),
    }),
  },
  rewardBookFile: {
    method: 'GET',
    path: '/api/:county/reward/book.xlsx',
    summary: 'The books of a year as a workbook',
    params: z.object({ county }),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
  },
} as const;
