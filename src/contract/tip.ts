// What crosses the wire between a citizen, the house and its officers about a tip?
import { z } from 'zod';
import { isStorable } from '../domain/kernel/canonical.ts';
import { isUuid } from '../domain/kernel/id.ts';
import { MOST_FILES } from '../domain/tip/media.ts';
import {
  TIP_CHANNELS,
  TIP_EVENTS,
  TIP_MATTERS,
  TIP_PLACE_BYS,
  TIP_PURPOSES,
  TIP_STATES,
  TIP_WHENS,
} from '../domain/tip/tip.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);
const text = (max: number) => z.string().trim().max(max).refine(isStorable);
const codes = <T extends readonly { readonly code: string }[]>(table: T) =>
  z.enum(table.map((row) => row.code) as [T[number]['code'], ...T[number]['code'][]]);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const base64 = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** A challenge and the nonce that answers it. */
const pass = z.object({ token: z.string().max(200), nonce: z.int().min(0) });

const tipContent = z.object({
  matter: codes(TIP_MATTERS),
  text: text(5000),
  where: z.object({
    place: z
      .object({
        lng: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
        accuracy: z.number().min(0).max(100_000).optional(),
        by: codes(TIP_PLACE_BYS).optional(),
      })
      .nullish(),
    town: text(40).nullish(),
    address: text(200).nullish(),
  }),
  when: z.object({ kind: codes(TIP_WHENS), at: text(20).nullish() }),
});

/** Sealed in the browser to key `key` of the county: RFC 9180 enc and ciphertext, base64. */
const sealedIdentity = z.object({ key: uuid, sealed: base64(4000) });

const tipFields = {
  id: uuid,
  /** The 16 digits after scrypt in the browser (domain/tip/receipt.ts): the server never sees them. */
  receipt: hex(32),
  content: tipContent,
  files: z.array(uuid).max(MOST_FILES).default([]),
  identity: sealedIdentity.nullish(),
};

const passphrase = z.string().min(10).max(200);
const reason = text(500).min(4);

/** Bodies of the actions about tips. */
export const TIP_ACTIONS = {
  /** From the portal only: no person can send it. */
  'tip.submit': z.object({ ...tipFields, pass: z.string().max(60) }),
  /** Hotline, walk-in or from another agency, written down by an officer. */
  'tip.enter': z.object({
    ...tipFields,
    channel: codes(TIP_CHANNELS).exclude(['portal']),
    originNo: text(60).nullish(),
  }),
  /** What an informant adds later, files or words. From the portal only. */
  'tip.add': z.object({
    id: uuid,
    tip: uuid,
    text: text(2000).default(''),
    files: z.array(uuid).max(MOST_FILES).default([]),
  }),
  'tip.reply': z.object({ id: uuid, tip: uuid, text: text(2000).min(1) }),
  /** A new clue, an existing one, or set aside with the reason that the informant is told. */
  'tip.triage': z.object({
    tip: uuid,
    to: z.enum(['new', 'join', 'aside']),
    clue: uuid.optional(),
    /** Fields of the new clue the officer filled in or changed. */
    values: z.record(z.string(), z.unknown()).optional(),
    note: text(500).default(''),
  }),
  /** Before an original is shown: who looks at it and why. */
  'tip.openOriginal': z.object({ tip: uuid, file: uuid, reason }),
  'tip.enrolKeeper': z.object({ passphrase }),
  'tip.makeKey': z.object({ id: uuid, keepers: z.array(uuid).min(2).max(7) }),
  /** A keeper who left or forgot the passphrase is replaced: by one keeper and the recovery sheet. */
  'tip.replaceKeeper': z.object({
    key: uuid,
    /** Who takes over; must have enrolled. */
    account: uuid,
    passphrase,
    sheet: text(120),
  }),
  'tip.askIdentity': z.object({ id: uuid, tip: uuid, purpose: codes(TIP_PURPOSES), reason, passphrase }),
  'tip.grantIdentity': z.object({ id: uuid, passphrase, deny: z.boolean().default(false) }),
  'tip.readIdentity': z.object({ id: uuid, passphrase }),
  /** By the house itself when the retention period is over. */
  'tip.erase': z.object({ tip: uuid }),
} as const;

const inCounty = z.object({ county });
const ofId = z.object({ county, id: uuid });

const event = z.object({ at: z.string(), kind: codes(TIP_EVENTS), note: z.string().nullable() });
const message = z.object({ id: uuid, at: z.string(), fromOffice: z.boolean(), text: z.string() });
const outcome = z.object({ result: z.tuple([z.string(), z.string()]), day: z.string().nullable() });
const reward = z.object({
  state: z.tuple([z.string(), z.string()]),
  amountFen: z.int().nullable(),
  code: z.string().nullable(),
});

/** What an informant sees of the own tip. */
const informantView = z.object({
  no: z.string(),
  day: z.string(),
  matter: codes(TIP_MATTERS),
  named: z.boolean(),
  state: codes(TIP_STATES),
  events: z.array(event),
  messages: z.array(message),
  files: z.int(),
  outcome: outcome.nullable(),
  reward: reward.nullable(),
});

const tipRow = z.object({
  id: uuid,
  no: z.string(),
  channel: codes(TIP_CHANNELS),
  matter: codes(TIP_MATTERS),
  state: codes(TIP_STATES),
  named: z.boolean(),
  day: z.string(),
  recordedAt: z.string(),
  clue: uuid.nullable(),
  originNo: z.string().nullable(),
  /** First words of what was reported. */
  head: z.string(),
  where: z.string(),
  files: z.int(),
  /** The last word is the informant's: an answer is owed. */
  waits: z.boolean(),
  /** Told as happening while it was written. */
  now: z.boolean(),
  erased: z.boolean(),
});

const opening = z.object({
  id: uuid,
  askedBy: uuid,
  askedByName: z.string(),
  askedAt: z.string(),
  reason: z.string(),
  until: z.string(),
  state: z.enum(['asked', 'granted', 'denied', 'read', 'late']),
  answeredByName: z.string().nullable(),
});

const upload = z.object({ offset: z.int(), done: z.boolean(), type: z.string().nullable() });
const ofUpload = z.object({ county, id: uuid });

export const TIP_ROUTES = {
  portalHouse: {
    method: 'GET',
    path: '/portal/api/county',
    summary: 'Counties that take tips (no session)',
    open: true,
    reply: z.object({ counties: z.array(z.object({ code: county, name: z.string() })) }),
  },
  portalStart: {
    method: 'GET',
    path: '/portal/api/:county/start',
    summary:
      'What a tip needs: a challenge to work on, the key that seals an identity, townships and where they lie, telephone (no session)',
    open: true,
    params: inCounty,
    reply: z.object({
      county: z.object({ code: county, name: z.string(), fictional: z.boolean() }),
      phone: z.string().nullable(),
      /** Where a reward is picked up. */
      place: z.string().nullable(),
      towns: z.array(z.string()),
      /** Those of them whose coordinates (WGS84) are known: what the small map is drawn from. */
      points: z.array(z.object({ name: z.string(), lng: z.number(), lat: z.number() })),
      key: z.object({ id: uuid, publicKey: z.string() }).nullable(),
      challenge: z.object({ token: z.string(), bits: z.int() }),
    }),
  },
  portalUpload: {
    method: 'PUT',
    path: '/portal/api/:county/upload/:id',
    summary:
      'A piece of a file at an offset: octets, with headers upload-offset, upload-size, upload-sha256, tip-pass (no session)',
    open: true,
    params: ofUpload,
    reply: upload,
  },
  portalOffset: {
    method: 'GET',
    path: '/portal/api/:county/upload/:id',
    summary: 'How much of a file has arrived; HEAD gives it as header upload-offset (no session)',
    open: true,
    params: ofUpload,
    reply: upload,
  },
  portalTip: {
    method: 'POST',
    path: '/portal/api/:county/tip',
    summary: 'Hand in a tip; the same id again changes nothing (no session)',
    open: true,
    params: inCounty,
    body: z.object({ ...tipFields, pass }),
    reply: z.object({ id: uuid, no: z.string() }),
  },
  portalStatus: {
    method: 'POST',
    path: '/portal/api/:county/status',
    summary:
      'How far a tip has got, by its stretched receipt; the ticket serves for half an hour (no session)',
    open: true,
    params: inCounty,
    body: z.union([z.object({ receipt: hex(32), pass }), z.object({ ticket: z.string().max(200) })]),
    reply: z.object({ ticket: z.string(), tip: informantView }),
  },
  portalAdd: {
    method: 'POST',
    path: '/portal/api/:county/add',
    summary: 'A message or more files to a tip (no session)',
    open: true,
    params: inCounty,
    body: z.object({
      ticket: z.string().max(200),
      id: uuid,
      text: text(2000).default(''),
      files: z.array(uuid).max(MOST_FILES).default([]),
    }),
    reply: z.object({ ticket: z.string(), tip: informantView }),
  },
  tips: {
    method: 'GET',
    path: '/api/:county/tip',
    summary: 'Tips, newest first',
    params: inCounty,
    query: z.object({
      state: codes(TIP_STATES).optional(),
      matter: codes(TIP_MATTERS).optional(),
      channel: codes(TIP_CHANNELS).optional(),
      clue: uuid.optional(),
      waits: z.stringbool().optional(),
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ tips: z.array(tipRow), next: z.string().nullable(), total: z.int(), fresh: z.int() }),
  },
  tip: {
    method: 'GET',
    path: '/api/:county/tip/:id',
    summary: 'One tip with its files, messages and what was done',
    params: ofId,
    reply: z.object({
      tip: tipRow,
      content: tipContent,
      events: z.array(event),
      messages: z.array(message.extend({ byName: z.string() })),
      files: z.array(
        z.object({
          id: uuid,
          type: z.string(),
          size: z.int(),
          sha256: z.string(),
          at: z.string(),
          /** A copy without metadata can be shown; otherwise only the original exists. */
          shown: z.boolean(),
          original: z.boolean(),
        }),
      ),
      /** The clue it became or joined. */
      clue: z.object({ id: uuid, no: z.string(), name: z.string() }).nullable(),
      outcome: outcome.nullable(),
      reward: reward.nullable(),
      identity: z.enum(['none', 'sealed', 'erased']),
      openings: z.array(opening),
      /** Day after which identity and originals are erased. */
      eraseAfter: z.string().nullable(),
    }),
  },
  tipFile: {
    method: 'GET',
    path: '/api/:county/tip/:id/file/:file',
    summary: 'The copy of a file that may be shown: without metadata',
    params: ofId.extend({ file: uuid }),
  },
  tipOriginal: {
    method: 'GET',
    path: '/api/:county/tip/:id/file/:file/original',
    summary: 'The sealed original, with the ticket that action tip.openOriginal gave',
    params: ofId.extend({ file: uuid }),
    query: z.object({ ticket: z.string().max(200) }),
  },
  tipPass: {
    method: 'GET',
    path: '/api/:county/tip-pass',
    summary: 'For an officer who writes a tip down: a pass for its files, and the key that seals an identity',
    params: inCounty,
    reply: z.object({
      pass,
      key: z.object({ id: uuid, publicKey: z.string() }).nullable(),
      towns: z.array(z.string()),
    }),
  },
  tipKey: {
    method: 'GET',
    path: '/api/:county/tip-key',
    summary: 'The county’s key for identities, its keepers, and who could be one',
    params: inCounty,
    reply: z.object({
      key: z
        .object({
          id: uuid,
          at: z.string(),
          /** First 16 hex digits of SHA-256 over the public key, to compare by voice. */
          mark: z.string(),
          keepers: z.array(z.object({ account: uuid, name: z.string() })),
        })
        .nullable(),
      enrolled: z.array(z.object({ account: uuid, name: z.string(), at: z.string() })),
    }),
  },
} as const;
