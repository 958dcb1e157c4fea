// What crosses the wire about custody: what is held where, handovers from phone to phone, pictures, labels.
import { z } from 'zod';
import { isUuid } from '../domain/kernel/id.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const flag = z.union([z.boolean(), z.stringbool()]);
/** 24 random bytes, shown once as a QR code; only its hash is kept. */
const code = z.string().regex(/^[A-Za-z0-9_-]{32}$/);
const words = z.string().trim().max(400);

const quantity = z.object({
  value: z.number().nullable(),
  bound: z.enum(['exact', 'over', 'about', 'unknown']),
});
const place = z.object({ lng: z.number(), lat: z.number() });
const inCounty = z.object({ county });
const names = z.record(z.string(), z.string());
/** A record as `recordRow` of api.ts, which imports this file. */
const record = z.object({
  ...{ county, kind: z.string(), id: uuid, no: z.string(), version: z.int(), withdrawn: z.boolean() },
  ...{ recordedAt: z.string(), updatedAt: z.string(), by: z.string() },
  values: z.record(z.string(), z.unknown()),
});

const hand = z.object({
  key: z.string(),
  /** Who has it: the name of an account, of an outside holder, or of the agency's store. */
  who: z.string(),
  kind: z.enum(['store', 'account', 'outside']),
  place: z.string(),
  purpose: z.string(),
  since: z.string(),
  kept: quantity,
  dead: quantity.nullable(),
});
const offer = z.object({
  seq: z.int(),
  giver: z.string(),
  /** Null for whoever the giver shows the code to. */
  taker: z.string().nullable(),
  quantity,
  state: z.enum(['kept', 'dead']),
  place: z.string(),
  purpose: z.string(),
  condition: z.string(),
  on: z.string(),
  at: z.string(),
});
const fileRow = z.object({
  sha256,
  type: z.string(),
  size: z.int(),
  width: z.int(),
  height: z.int(),
  takenAt: z.string().nullable(),
  place: place.nullable(),
});

export const CUSTODY_ROUTES = {
  custody: {
    method: 'GET',
    path: '/api/:county/custody',
    summary:
      'What is in custody now, hand by hand; live animals first, the longest waiting before the others',
    params: inCounty,
    query: z.object({
      q: z.string().max(100).optional(),
      live: flag.optional(),
      overdue: flag.optional(),
      pending: flag.optional(),
      mine: flag.optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      rows: z.array(
        z.object({
          row: record,
          hands: z.array(hand),
          offers: z.array(offer),
          /** Live animals that wait for their end; null when none. */
          live: quantity.nullable(),
          due: z.string().nullable(),
          overdue: z.boolean(),
        }),
      ),
      names,
      next: z.string().nullable(),
      counts: z.object({ held: z.int(), live: z.int(), overdue: z.int(), pending: z.int() }),
    }),
  },
  takers: {
    method: 'GET',
    path: '/api/:county/custody-taker',
    summary: 'Accounts that may take over what was seized',
    params: inCounty,
    reply: z.object({ takers: z.array(z.object({ account: uuid, name: z.string() })) }),
  },
  handoverOpen: {
    method: 'POST',
    path: '/api/:county/handover',
    summary: 'A code for the taker’s phone, good once and for a quarter of an hour; only for whoever gave',
    params: inCounty,
    body: z.object({ seizure: uuid, seq: z.int().min(1) }),
    reply: z.object({ code, until: z.string() }),
  },
  handover: {
    method: 'GET',
    path: '/api/:county/handover/:code',
    summary: 'What is handed over: items, pictures, condition, and whether I may take it',
    params: z.object({ county, code }),
    reply: z.object({
      seizure: record,
      names,
      offer: offer.nullable(),
      photos: z.array(z.object({ file: sha256, caption: z.string(), takenAt: z.string().nullable() })),
      state: z.enum(['open', 'answered', 'expired', 'own']),
      until: z.string(),
    }),
  },
  filePut: {
    method: 'POST',
    path: '/api/:county/file',
    summary:
      'Upload a picture (multipart: `sha256` as hashed when taken, then `file`); refused when the hash differs',
    params: inCounty,
    reply: fileRow,
  },
  file: {
    method: 'GET',
    path: '/api/:county/file/:sha256',
    summary: 'A picture as shown, without metadata; with original=true the bytes as they came',
    params: z.object({ county, sha256 }),
    query: z.object({ original: flag.optional() }),
  },
  fileCheck: {
    method: 'GET',
    path: '/api/:county/file/:sha256/check',
    summary: 'Reads a picture from disk and hashes it again',
    params: z.object({ county, sha256 }),
    reply: z.object({ holds: z.boolean(), found: sha256.nullable(), file: fileRow.nullable() }),
  },
  labels: {
    method: 'GET',
    path: '/api/:county/label',
    summary: 'What stands on the labels of these seizures, with a short check against copied numbers',
    params: inCounty,
    query: z.object({ ids: z.string().max(8_000) }),
    reply: z.object({
      labels: z.array(
        z.object({
          ...{ id: uuid, no: z.string(), check: z.string(), item: z.string(), form: z.string() },
          ...{ quantity, unit: z.string(), caseNo: z.string(), day: z.string(), agency: z.string() },
        }),
      ),
    }),
  },
  labelFind: {
    method: 'GET',
    path: '/api/:county/label/:no/:check',
    summary: 'The record a scanned label belongs to',
    params: z.object({ county, no: z.string().max(40), check: z.string().max(12) }),
    reply: z.object({ kind: z.string(), id: uuid }),
  },
} as const;

export const CUSTODY_ACTIONS = {
  /** `id` is the seizure. Confirmed when `at` says, though the line may have been down until later. */
  'handover.answer': z.object({
    id: uuid,
    code,
    accept: z.boolean(),
    condition: words.optional(),
    place: z.string().trim().max(120).optional(),
    reason: words.optional(),
  }),
} as const;
