// What crosses the wire about the papers of a case and its file?
import { z } from 'zod';
import { isUuid } from '../domain/kernel/id.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);
const label = z.tuple([z.string(), z.string()]);
/** Kind, kind and step (`question-5`), or what is served (`serviceReceipt-penaltyDecision`). */
const name = z.string().regex(/^[a-zA-Z]{1,40}(-[a-zA-Z0-9-]{1,60})?$/);
const ofCase = z.object({ county, id: uuid });

const gap = z.object({
  fact: z.string(),
  hint: label,
  /** Where it is to be given: a step, a record's field, a setting, or typed in by hand. */
  from: z.object({
    by: z.enum(['step', 'record', 'setting', 'hand']),
    step: z.string().optional(),
    kind: z.string().optional(),
    id: z.string().optional(),
    field: z.string().optional(),
    name: z.string().optional(),
  }),
  must: z.boolean().optional(),
  hand: z.boolean().optional(),
  personal: z.boolean().optional(),
});

export const caseDocument = z.object({
  name: z.string(),
  kind: z.string(),
  label,
  /** What tells it from others of its kind. */
  mark: z.string().nullable(),
  article: z.string(),
  state: z.enum(['issued', 'ready', 'lacking', 'idle']),
  /** Made when the file is bound, never issued. */
  bound: z.boolean(),
  /** SHA-256 of the draft as it reads now; `document.issue` names the one that was seen. */
  draft: z.string(),
  gaps: z.array(gap),
  warnings: z.array(label),
  nextNo: z.string().nullable(),
  versions: z.array(
    z.object({
      id: uuid,
      version: z.int(),
      no: z.string().nullable(),
      day: z.string(),
      at: z.string(),
      sha256: z.string(),
    }),
  ),
});

export const DOCUMENT_ACTIONS = {
  /** `draft` is the hash of the draft the person saw; `id` names the issued paper. */
  'document.issue': z.object({ id: uuid, case: uuid, name, draft: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** What no record holds, typed in; null takes it out again. */
  'document.fill': z.object({
    case: uuid,
    fills: z
      .record(z.string().regex(/^[\w.-]{1,120}$/), z.string().max(4_000).nullable())
      .refine((fills) => Object.keys(fills).length <= 60),
  }),
} as const;

export const DOCUMENT_ROUTES = {
  documents: {
    method: 'GET',
    path: '/api/:county/case/:id/document',
    summary: 'The papers of a case in the order of the procedure: issued, ready, what each lacks',
    params: ofCase,
    reply: z.object({
      mayIssue: z.boolean(),
      personal: z.boolean(),
      /** Whether PDF can be made here. */
      pdf: z.boolean(),
      /** What was typed in so far. */
      fills: z.record(z.string(), z.string()),
      documents: z.array(caseDocument),
    }),
  },
  documentFile: {
    method: 'GET',
    path: '/api/:county/case/:id/document/:name',
    summary: 'One paper as docx, pdf or html: the draft, or an issued version',
    params: ofCase.extend({ name }),
    query: z.object({
      format: z.enum(['docx', 'pdf', 'html']),
      version: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
  },
  caseArchive: {
    method: 'GET',
    path: '/api/:county/case/:id/archive.zip',
    summary: 'The whole file of a case with its proofs, checked offline by `shouye verify`',
    params: ofCase,
  },
} as const;
