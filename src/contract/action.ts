// Which actions are there, and what does each carry? The body schemas of the one door (`act`).
import { z } from 'zod';
import { isUuid } from '../domain/kernel/id.ts';
import { scope, values } from './api.ts';
import { CUSTODY_ACTIONS } from './custody.ts';
import { DOCUMENT_ACTIONS } from './document.ts';
import { OPINION_ACTIONS } from './opinion.ts';
import { REWARD_ACTIONS } from './reward.ts';
import { TIP_ACTIONS } from './tip.ts';

/** Lower case as PostgreSQL gives it back: the journal hashes the text. */
const uuid = z.uuid().toLowerCase().refine(isUuid);
const reason = z.string().trim().min(1).max(500);

export const ACTIONS = {
  'record.create': z.object({ kind: z.string(), id: uuid, values }),
  /** `values` holds only the fields to change; null clears one. `version` is the one the person saw. */
  'record.correct': z.object({ kind: z.string(), id: uuid, version: z.int(), values, reason }),
  'record.withdraw': z.object({ kind: z.string(), id: uuid, version: z.int(), reason }),
  'record.restore': z.object({ kind: z.string(), id: uuid, version: z.int(), reason }),
  /** `seq` is how many steps the person saw; `values` are the step's own fields (domain/procedure.ts). */
  'step.take': z.object({
    kind: z.string(),
    id: uuid,
    seq: z.int().min(0),
    step: z.string().max(40),
    values,
  }),
  'report.create': z.object({
    id: uuid,
    outline: z.enum(['A', 'B', 'C']),
    title: z.string().min(1).max(200),
    scope,
    options: z.record(z.string(), z.unknown()).default({}),
  }),
  /** `edits` replaces the stored edits of the summary (words, order, hidden sections, adopted proposals, head). */
  'report.edit': z.object({ id: uuid, version: z.int(), edits: z.record(z.string(), z.unknown()) }),
  'report.sign': z.object({ id: uuid, version: z.int(), explanation: z.string().max(2000).default('') }),
  'report.withdraw': z.object({ id: uuid, version: z.int(), reason }),
  'account.create': z.object({
    id: uuid,
    login: z.string().regex(/^[a-z0-9._-]{2,32}$/),
    name: z.string().min(1).max(40),
    password: z.string().min(8).max(256),
    roles: z.array(z.string()).min(1),
    agency: uuid.nullish(),
  }),
  'account.change': z.object({
    id: uuid,
    name: z.string().min(1).max(40).optional(),
    roles: z.array(z.string()).min(1).optional(),
    agency: uuid.nullish(),
    disabled: z.boolean().optional(),
    password: z.string().min(8).max(256).optional(),
  }),
  /** Own password; needs the old one. */
  'account.password': z.object({ old: z.string(), password: z.string().min(8).max(256) }),
  /** County configuration, e.g. `localProtection` (local protected list) or `letterhead`. */
  'setting.put': z.object({ name: z.string().regex(/^[a-zA-Z.]{1,40}$/), value: z.unknown() }),
  ...TIP_ACTIONS,
  ...OPINION_ACTIONS,
  ...REWARD_ACTIONS,
  ...CUSTODY_ACTIONS,
  ...DOCUMENT_ACTIONS,
} as const satisfies Record<string, z.ZodType>;

export type ActionKind = keyof typeof ACTIONS;
export type ActionBody<K extends ActionKind> = z.output<(typeof ACTIONS)[K]>;
export type ActionInput<K extends ActionKind> = z.input<(typeof ACTIONS)[K]>;
