// What crosses the wire? One route table with schemas in and out, from which server, browser and OpenAPI follow.
import './jitless.ts';
import { z } from 'zod';
import { isUuid } from '../domain/kernel/id.ts';
import { BOUNDS } from '../domain/kernel/quantity.ts';
import { CLUE_ROUTES } from './clue.ts';
import { CUSTODY_ROUTES } from './custody.ts';
import { DOCUMENT_ROUTES } from './document.ts';
import { OPINION_ROUTES } from './opinion.ts';
import { REWARD_ROUTES } from './reward.ts';
import { TIP_ROUTES } from './tip.ts';

const county = z.string().regex(/^\d{6}$/);
/** Lower case as PostgreSQL gives it back: the journal hashes the text. */
const uuid = z.uuid().toLowerCase().refine(isUuid);
/** A calendar day of living memory or near plans; nothing was recorded in the year 1. */
const day = z.iso.date().refine((text) => text >= '1900-01-01' && text < '2200-01-01');
/** yes/no in a query: `false` and `0` mean no, unlike JavaScript's idea of a text. */
const flag = z.union([z.boolean(), z.stringbool()]);

export const values = z.record(z.string(), z.unknown());

export const recordRow = z.object({
  county,
  kind: z.string(),
  id: uuid,
  no: z.string(),
  version: z.int(),
  withdrawn: z.boolean(),
  recordedAt: z.string(),
  updatedAt: z.string(),
  by: z.string(),
  values,
});
export const me = z.object({
  account: uuid,
  login: z.string(),
  name: z.string(),
  region: z.string(),
  roles: z.array(z.string()),
  agency: uuid.nullable(),
  counties: z.array(z.object({ code: county, name: z.string(), fictional: z.boolean() })),
});

/** The only door for a change. `id` is made by whoever acts, so that sending twice changes nothing twice. */
export const action = z.object({
  id: uuid,
  kind: z.string(),
  at: z.iso.datetime({ offset: true }),
  device: z.string().max(200).nullish(),
  body: z.unknown(),
});

/** A national row of base values; money in fen. */
const baseValue = z.object({
  id: z.string(),
  taxon: z.string(),
  covers: z.string(),
  withheld: z.string(),
  unit: z.string(),
  fen: z.int(),
  status: z.enum(['verified', 'unverified', 'fromMemory', 'manual']),
  source: z.string(),
  confidence: z.string().nullable(),
  whole: z.boolean(),
  from: day,
  note: z.string(),
});
/** The county's own row as the setting `baseValue` keeps it; `until` is the first day no longer in force. */
const countyBase = z.object({
  speciesId: z.string(),
  name: z.string().optional(),
  fen: z.int(),
  unit: z.string(),
  docNo: z.string(),
  status: z.enum(['verified', 'unverified']),
  from: day,
  until: day.nullable(),
  note: z.string().optional(),
});

const reached = z.enum(['yes', 'no', 'depends']);
/** The language of an answer's texts; the charge of an assessment keeps its Chinese name. */
const inLanguage = z.object({ language: z.enum(['zh', 'en']).default('zh') });
const fine = z
  .object({ min: z.number().nullable(), max: z.number().nullable(), basis: z.string() })
  .nullable();
const cited = z.object({ text: z.string(), article: z.string() }).loose();
/** What the law makes of facts (domain/law/assess.ts); money in yuan. */
const assessment = z.object({
  protection: z.array(values),
  valuation: z.array(values),
  offences: z.array(
    z
      .object({
        charge: z.string(),
        article: z.string(),
        reached,
        tier: z.string().nullable(),
        threshold: z.number().nullable(),
        value: z.object({ min: z.number(), max: z.number().nullable() }).nullable(),
        reasons: z.array(z.string()),
        missing: z.array(z.string()),
      })
      .loose(),
  ),
  administrative: z.array(
    z.object({ id: z.string(), article: z.string(), applies: reached, fine, fineIf: fine }).loose(),
  ),
  mustTransfer: reached,
  aggravating: z.array(cited),
  mitigating: z.array(cited),
  exits: z.array(values),
  clocks: z.array(values),
  lawVersion: values,
  notes: z.array(z.string()),
  notUnderstood: z.array(z.string()),
});

/** What figures and lists are asked for: a period (both days included) and filters. */
export const scope = z.object({
  from: day.optional(),
  until: day.optional(),
  campaign: uuid.optional(),
  agency: uuid.optional(),
  area: uuid.optional(),
  species: z.string().optional(),
  level: z.string().optional(),
});
export type Scope = z.infer<typeof scope>;

export const figureValue = z.object({
  id: z.string(),
  value: z.number().nullable(),
  bound: z.enum(['exact', 'over', 'about', 'unknown']),
  /** How many records it counts. */
  records: z.int(),
});

const list = scope.extend({
  q: z.string().max(100).optional(),
  /** JSON of {field: value | value[]} for coded and referring fields. */
  where: z.string().optional(),
  sort: z.string().optional(),
  desc: flag.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  withdrawn: z.enum(['no', 'yes', 'only']).default('no'),
});

/** `names` holds what the referred records are called, by id. */
const page = z.object({
  rows: z.array(recordRow),
  names: z.record(z.string(), z.string()),
  next: z.string().nullable(),
  total: z.int(),
});

export const journalEntry = z.object({
  id: uuid,
  batch: uuid.nullable(),
  kind: z.string(),
  subject: z.object({ kind: z.string(), id: uuid }).nullable(),
  at: z.string(),
  recordedAt: z.string(),
  by: z.string(),
  byName: z.string(),
  device: z.string().nullable(),
  seq: z.int().nullable(),
  body: z.unknown(),
});

export const importIssue = z.object({
  sheet: z.string(),
  cell: z.string(),
  row: z.int(),
  severity: z.enum(['error', 'note']),
  message: z.tuple([z.string(), z.string()]),
});
export const sheetPlan = z.object({
  sheet: z.string(),
  kind: z.string().nullable(),
  headerRow: z.int(),
  /** Heading as typed → field name, or null for a column left out. */
  columns: z.record(z.string(), z.string().nullable()),
  defaults: values,
  /** Kinds whose unknown names may be registered on the way: area, agency, person, venue, site. */
  createMissing: z.array(z.string()).optional(),
  /** Year of days typed without one. */
  year: z.int().nullish(),
});
export const importJob = z.object({
  id: uuid,
  fileName: z.string(),
  createdAt: z.string(),
  status: z.enum(['reading', 'ready', 'saving', 'done', 'refused', 'failed']),
  progress: z.object({ done: z.int(), total: z.int() }),
  plans: z.array(sheetPlan),
  counts: z.object({
    create: z.int(),
    correct: z.int(),
    same: z.int(),
    vanished: z.int(),
    error: z.int(),
    skipped: z.int(),
  }),
  issues: z.array(importIssue),
  /** All issues found; `issues` holds the first of them. */
  issueCount: z.object({ error: z.int(), note: z.int() }),
  refusals: z.array(z.unknown()),
  preview: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      kind: z.string(),
      effect: z.string(),
      title: z.string(),
      /** What a correction changes, as stored values; null is empty. */
      changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).optional(),
    }),
  ),
});

export const reportRow = z.object({
  county,
  id: uuid,
  no: z.string(),
  outline: z.enum(['A', 'B', 'C']),
  title: z.string(),
  status: z.enum(['draft', 'signed', 'withdrawn']),
  version: z.int(),
  updatedAt: z.string(),
  scope,
});

/** A sentence of a summary as edited; `inlines` (domain/report/document.ts) go without its last mark. */
export const reportSentence = z.object({
  id: z.string(),
  ordinal: z.boolean(),
  opens: z.boolean(),
  end: z.string(),
  hidden: z.boolean(),
  edited: z.boolean(),
  origin: z.enum(['outline', 'proposal', 'added']),
  fixed: z.literal(true).optional(),
  inlines: z.array(z.unknown()),
});

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly summary: string;
  /** Serves citizens without a session. */
  readonly open?: boolean;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: the reply is a file or a stream. */
  readonly reply?: z.ZodType;
}

const inCounty = z.object({ county });
const ofKind = z.object({ county, kind: z.string() });
const ofRecord = z.object({ county, kind: z.string(), id: uuid });
const ofId = z.object({ county, id: uuid });

const clockRow = z.object({
  deadline: z.string(),
  label: z.tuple([z.string(), z.string()]),
  /** Law and article; empty for a county's own limit. */
  article: z.string(),
  owes: z.string(),
  since: z.string(),
  due: z.string().nullable(),
  until: z.string().nullable(),
  state: z.enum(['running', 'dueSoon', 'overdue', 'met', 'metLate', 'suspended']),
  /** Whole days to the last day; negative when late. */
  daysLeft: z.int().nullable(),
});
export const alarmRow = z.object({
  guard: z.string(),
  label: z.tuple([z.string(), z.string()]),
  article: z.string(),
  kind: z.string(),
  id: uuid,
  no: z.string(),
  name: z.string(),
  who: z.string(),
  since: z.string(),
  cause: z.string(),
  answered: z.object({ by: z.string(), on: z.string(), reason: z.string() }).nullable(),
});

export const ROUTES = {
  login: {
    method: 'POST',
    path: '/api/login',
    summary: 'Open a session',
    body: z.object({ login: z.string().max(64), password: z.string().max(256) }),
    reply: me,
  },
  logout: { method: 'POST', path: '/api/logout', summary: 'Close the session', reply: z.object({}) },
  me: { method: 'GET', path: '/api/me', summary: 'Who am I', reply: me },
  act: {
    method: 'POST',
    path: '/api/:county/action',
    summary: 'Do something: the only way to change the ledger',
    params: inCounty,
    body: action,
    reply: z.object({ replayed: z.boolean(), result: z.unknown() }),
  },
  records: {
    method: 'GET',
    path: '/api/:county/record/:kind',
    summary: 'List records of a kind',
    params: ofKind,
    query: list,
    reply: page,
  },
  record: {
    method: 'GET',
    path: '/api/:county/record/:kind/:id',
    summary: 'One record and the names it refers to',
    params: ofRecord,
    reply: z.object({ row: recordRow, names: z.record(z.string(), z.string()) }),
  },
  history: {
    method: 'GET',
    path: '/api/:county/record/:kind/:id/history',
    summary: 'Every change of a record, newest first',
    params: ofRecord,
    reply: z.object({ entries: z.array(journalEntry) }),
  },
  progress: {
    method: 'GET',
    path: '/api/:county/progress/:kind/:id',
    summary: 'Where a record with a procedure stands: steps taken, clocks, and what I may do next',
    params: ofRecord,
    reply: z.object({
      status: z.string(),
      ended: z.boolean(),
      seq: z.int(),
      facts: z.unknown(),
      clocks: z.array(clockRow),
      steps: z.array(
        z.object({
          seq: z.int(),
          name: z.string(),
          on: day,
          at: z.string(),
          recordedAt: z.string(),
          by: uuid,
          byName: z.string(),
          values,
          /** False for a step undone since. */
          standing: z.boolean(),
        }),
      ),
      /** Names of the steps I may take now, in the order of the table. */
      open: z.array(z.string()),
      /** Whether I may undo the last step. */
      mayRevoke: z.boolean(),
      alarms: z.array(alarmRow),
      names: z.record(z.string(), z.string()),
    }),
  },
  alarms: {
    method: 'GET',
    path: '/api/:county/alarm',
    summary: 'What may not pass silently: open and answered alarms, the longest waiting first',
    params: inCounty,
    query: z.object({
      kind: z.enum(['case', 'seizure', 'clue']).optional(),
      campaign: uuid.optional(),
      from: day.optional(),
      until: day.optional(),
    }),
    reply: z.object({ alarms: z.array(alarmRow) }),
  },
  alarmCounts: {
    method: 'GET',
    path: '/api/alarm',
    summary: 'Open and answered alarms of every county I may see, by guard',
    reply: z.object({
      counties: z.array(
        z.object({
          county,
          name: z.string(),
          guards: z.array(
            z.object({
              guard: z.string(),
              label: z.tuple([z.string(), z.string()]),
              open: z.int(),
              answered: z.int(),
            }),
          ),
        }),
      ),
    }),
  },
  work: {
    method: 'GET',
    path: '/api/:county/work/:kind',
    summary: 'Records with a procedure, by status and by what is due',
    params: ofKind,
    query: list.extend({
      /** One status or several with commas. */
      status: z.string().max(400).optional(),
      due: z.enum(['overdue', 'soon']).optional(),
      open: flag.optional(),
      /** What I took the last step of, am named as officer of, or lies with my agency. */
      mine: flag.optional(),
      /** The person who handles it. */
      officer: uuid.optional(),
    }),
    reply: z.object({
      rows: z.array(
        z.object({
          row: recordRow,
          status: z.string(),
          ended: z.boolean(),
          due: z.string().nullable(),
          dueDeadline: z.string().nullable(),
          owner: z.string().nullable(),
          /** How many steps were taken, and what the procedure remembers. */
          seq: z.int(),
          facts: z.unknown(),
          /** Alarms nobody answered. */
          alarms: z.int(),
        }),
      ),
      names: z.record(z.string(), z.string()),
      next: z.string().nullable(),
      counts: z.object({ status: z.record(z.string(), z.int()), overdue: z.int(), soon: z.int() }),
    }),
  },
  choices: {
    method: 'GET',
    path: '/api/:county/choice/:kind',
    summary: 'Records to refer to, by part of their name or number',
    params: ofKind,
    query: z.object({
      q: z.string().max(100).optional(),
      limit: z.coerce.number().int().max(100).default(20),
    }),
    reply: z.object({ choices: z.array(z.object({ id: uuid, no: z.string(), name: z.string() })) }),
  },
  species: {
    method: 'GET',
    path: '/api/:county/species',
    summary: 'Species by name, alias, pinyin, scientific name or typo, with the class on a day',
    params: inCounty,
    query: z.object({ q: z.string().max(60), day: day.optional() }),
    reply: z.object({
      matches: z.array(
        z.object({
          id: z.string(),
          zh: z.string(),
          scientificName: z.string(),
          via: z.string(),
          level: z.string(),
        }),
      ),
    }),
  },
  search: {
    method: 'GET',
    path: '/api/:county/search',
    summary: 'Any record by number, name, species or place',
    params: inCounty,
    query: z.object({ q: z.string().min(1).max(60) }),
    reply: z.object({
      hits: z.array(
        z.object({ kind: z.string(), id: uuid, no: z.string(), name: z.string(), day: day.nullable() }),
      ),
    }),
  },
  places: {
    method: 'GET',
    path: '/api/:county/place/:kind',
    summary: 'Where records of a kind lie',
    params: ofKind,
    query: list,
    reply: z.object({
      points: z.array(
        z.object({ id: uuid, no: z.string(), name: z.string(), lng: z.number(), lat: z.number() }),
      ),
    }),
  },
  figures: {
    method: 'GET',
    path: '/api/:county/figure',
    summary: 'Every figure of a scope, with the same period last year when asked',
    params: inCounty,
    query: scope.extend({ ids: z.string().optional(), lastYear: flag.optional() }),
    reply: z.object({ figures: z.array(figureValue), lastYear: z.array(figureValue) }),
  },
  figureRecords: {
    method: 'GET',
    path: '/api/:county/figure/:figure/record',
    summary: 'The records behind a figure, and whether an independent recount agrees',
    params: z.object({ county, figure: z.string() }),
    query: scope.extend({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    reply: page.extend({
      figure: figureValue,
      recount: z.object({ value: z.number().nullable(), bound: z.string(), agrees: z.boolean() }),
    }),
  },
  figureSeries: {
    method: 'GET',
    path: '/api/:county/figure/:figure/series',
    summary: 'A figure broken down by month, area, agency, species or class',
    params: z.object({ county, figure: z.string() }),
    query: scope.extend({ by: z.enum(['month', 'area', 'agency', 'species', 'level', 'campaign']) }),
    reply: z.object({ parts: z.array(figureValue.extend({ key: z.string(), name: z.string() })) }),
  },
  overview: {
    method: 'GET',
    path: '/api/:county/overview',
    summary: 'What the leading group sees each morning',
    params: inCounty,
    query: z.object({ day: day.optional(), campaign: uuid.optional() }),
    reply: z.object({
      campaign: recordRow.nullable(),
      names: z.record(z.string(), z.string()),
      /** The campaign's period as far as it has come; without one, this year. */
      scope: z.object({ from: day, until: day }),
      figures: z.array(figureValue),
      lastYear: z.array(figureValue),
      sweep: z.array(z.object({ venueType: z.string(), registered: z.int(), visited: z.int() })),
      owed: z.array(
        z.object({
          what: z.string(),
          label: z.tuple([z.string(), z.string()]),
          kind: z.string(),
          id: uuid,
          no: z.string(),
          name: z.string(),
          who: z.string(),
          due: day.nullable(),
          days: z.int(),
          alarm: z.boolean(),
        }),
      ),
    }),
  },
  template: {
    method: 'GET',
    path: '/api/:county/template.xlsx',
    summary: 'The workbook to fill in',
    params: inCounty,
    query: z.object({ kinds: z.string().optional() }),
  },
  exportRecords: {
    method: 'GET',
    path: '/api/:county/export/:kind.xlsx',
    summary: 'Records of a kind as a workbook that can be imported again',
    params: ofKind,
    query: list,
  },
  importUpload: {
    method: 'POST',
    path: '/api/:county/import',
    summary: 'Upload a workbook or CSV (multipart field `file`); answers at once, reading goes on',
    params: inCounty,
    reply: importJob,
  },
  imports: {
    method: 'GET',
    path: '/api/:county/import',
    summary: 'The latest imports of the county',
    params: inCounty,
    reply: z.object({ imports: z.array(importJob) }),
  },
  importJob: {
    method: 'GET',
    path: '/api/:county/import/:id',
    summary: 'How far an import is and what it found',
    params: ofId,
    reply: importJob,
  },
  importPlan: {
    method: 'POST',
    path: '/api/:county/import/:id/plan',
    summary: 'Say what each sheet and column means, and read again',
    params: ofId,
    body: z.object({ plans: z.array(sheetPlan), saveAs: z.string().max(60).optional() }),
    reply: importJob,
  },
  importCommit: {
    method: 'POST',
    path: '/api/:county/import/:id/commit',
    summary: 'Save: all rows or none, leaving out those named',
    params: ofId,
    body: z.object({
      exclude: z.array(z.object({ sheet: z.string(), row: z.int() })).default([]),
      withdrawVanished: z.boolean().default(false),
    }),
    reply: importJob,
  },
  importMarked: {
    method: 'GET',
    path: '/api/:county/import/:id/marked.xlsx',
    summary: "The person's own file with what is wrong marked in it",
    params: ofId,
  },
  reports: {
    method: 'GET',
    path: '/api/:county/report',
    summary: 'Summaries',
    params: inCounty,
    reply: z.object({ reports: z.array(reportRow) }),
  },
  report: {
    method: 'GET',
    path: '/api/:county/report/:id',
    summary:
      'One summary: document, figures behind its numbers, warnings, proposals, differences since signing',
    params: ofId,
    reply: z.object({
      report: reportRow,
      document: z.unknown(),
      /** All sections in their order, hidden ones too, with the sentences an officer may edit (EditedSection). */
      sections: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          level: z.int().min(0).max(2),
          hidden: z.boolean(),
          warn: z.boolean(),
          takes: z.enum(['problem', 'measure']).optional(),
          sentences: z.array(reportSentence),
        }),
      ),
      /** The stored edits (domain/report/edit.ts, Edits), as `report.edit` takes them. */
      edits: z.record(z.string(), z.unknown()),
      /** Ids in the edits that nothing answers to any more. */
      lost: z.array(z.string()),
      /** Sentences whose words hold a number bound to no figure. */
      unbound: z.array(z.string()),
      numbers: z.record(z.string(), z.unknown()),
      warnings: z.array(z.object({ section: z.string(), message: z.tuple([z.string(), z.string()]) })),
      proposals: z.array(
        z.object({ id: z.string(), aspect: z.enum(['problem', 'measure']), text: z.string() }),
      ),
      differences: z.array(z.unknown()),
      signed: z.unknown().nullable(),
    }),
  },
  reportFile: {
    method: 'GET',
    path: '/api/:county/report/:id/file',
    summary: 'The summary as docx, html, md, or its statistics as xlsx',
    params: ofId,
    query: z.object({
      format: z.enum(['docx', 'html', 'md', 'xlsx']),
      redacted: flag.optional(),
    }),
  },
  accounts: {
    method: 'GET',
    path: '/api/:county/account',
    summary: 'Accounts of the county',
    params: inCounty,
    reply: z.object({
      accounts: z.array(
        z.object({
          id: uuid,
          login: z.string(),
          name: z.string(),
          region: z.string(),
          roles: z.array(z.string()),
          agency: uuid.nullable(),
          disabled: z.boolean(),
        }),
      ),
    }),
  },
  settings: {
    method: 'GET',
    path: '/api/:county/setting/:name',
    summary: 'A setting of the county, null when it has none',
    params: z.object({ county, name: z.string() }),
    reply: z.object({ value: z.unknown() }),
  },
  baseValues: {
    method: 'GET',
    path: '/api/:county/base-value',
    summary:
      'The national rows of base values with the species they cover; none is compared with the official text',
    params: inCounty,
    reply: z.object({ rows: z.array(baseValue) }),
  },
  baseValueRead: {
    method: 'POST',
    path: '/api/:county/base-value/read',
    summary: "Read the county's rows from a workbook (base64) or pasted text; nothing is saved",
    params: inCounty,
    body: z.object({
      base64: z.base64().max(4_000_000).optional(),
      text: z.string().max(1_000_000).optional(),
    }),
    reply: z.object({ rows: z.array(countyBase) }),
  },
  caseAssessment: {
    method: 'GET',
    path: '/api/:county/case/:id/assessment',
    summary: "What the records of a case state, each fact with its source, and the law's answer to them",
    params: z.object({ county, id: uuid }),
    query: inLanguage,
    reply: z.object({
      facts: values,
      sources: z.array(
        z.object({
          field: z.string(),
          from: z.enum(['case', 'seizure', 'clue', 'venue', 'notice', 'officer', 'assumed']),
          id: uuid.nullable(),
          said: z.tuple([z.string(), z.string()]),
        }),
      ),
      /** No record names the act; one of those the law names was taken. */
      assumed: z.boolean(),
      notes: z.array(z.tuple([z.string(), z.string()])),
      /** As `shouye law assess --json`; null where the records state neither act nor animal. */
      assessment: assessment.nullable(),
    }),
  },
  caseWhatIf: {
    method: 'POST',
    path: '/api/:county/case/:id/assessment',
    summary: "The law's answer to other facts, by the county's tables; nothing is stored",
    params: z.object({ county, id: uuid }),
    query: inLanguage,
    body: z.object({ facts: z.unknown() }),
    reply: z.object({ assessment }),
  },
  valuation: {
    method: 'POST',
    path: '/api/:county/valuation',
    summary:
      "What animals are worth on a day, by the county's and the national rows; as `shouye law value --json`",
    params: inCounty,
    query: inLanguage,
    body: z.object({ day, animals: z.array(z.unknown()).max(2_000) }),
    reply: z.object({
      day,
      valuation: z.array(z.record(z.string(), z.unknown())),
      totalYuan: z.number().nullable(),
      bound: z.enum(BOUNDS),
      atLeastYuan: z.number(),
      atMostYuan: z.number().nullable(),
      missing: z.array(z.string()),
      lawVersion: z.array(z.object({ title: z.string(), from: day, status: z.enum(['text', 'paraphrase']) })),
    }),
  },
  baseValueFile: {
    method: 'GET',
    path: '/api/:county/base-value.xlsx',
    summary: "The county's rows as a workbook that can be edited and read again, with the national ones",
    params: inCounty,
  },
  journal: {
    method: 'GET',
    path: '/api/:county/journal',
    summary: 'Every change in the county, newest first',
    params: inCounty,
    query: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      kind: z.string().optional(),
      by: uuid.optional(),
    }),
    reply: z.object({ entries: z.array(journalEntry), next: z.string().nullable() }),
  },
  heads: {
    method: 'GET',
    path: '/api/:county/journal/head',
    summary: 'The latest signed tree head and the key to check it',
    params: inCounty,
    reply: z.object({ head: z.unknown().nullable(), publicKey: z.string(), waiting: z.int() }),
  },
  verify: {
    method: 'POST',
    path: '/api/:county/journal/verify',
    summary: 'Prove every row of the county against the signed heads',
    params: inCounty,
    reply: z.object({ ok: z.boolean(), rows: z.int(), records: z.int(), faults: z.array(z.unknown()) }),
  },
  live: {
    method: 'GET',
    path: '/api/:county/live',
    summary: 'Server-sent events: {county, kinds} changed',
    params: inCounty,
  },
  ...TIP_ROUTES,
  ...CLUE_ROUTES,
  ...CUSTODY_ROUTES,
  ...DOCUMENT_ROUTES,
  ...OPINION_ROUTES,
  ...REWARD_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
type Schema<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType } ? S : never;
/** What the caller of a route sends. */
export type ParamsOf<N extends RouteName> = z.input<Schema<(typeof ROUTES)[N], 'params'>>;
export type QueryOf<N extends RouteName> = z.input<Schema<(typeof ROUTES)[N], 'query'>>;
export type BodyOf<N extends RouteName> = z.input<Schema<(typeof ROUTES)[N], 'body'>>;
/** What the caller of a route gets. */
export type ReplyOf<N extends RouteName> = z.output<Schema<(typeof ROUTES)[N], 'reply'>>;

export type RecordOnWire = z.infer<typeof recordRow>;
export type FigureOnWire = z.infer<typeof figureValue>;
export type JournalEntryOnWire = z.infer<typeof journalEntry>;
export type ImportJobOnWire = z.infer<typeof importJob>;
export type SheetPlan = z.infer<typeof sheetPlan>;
export type ReportOnWire = z.infer<typeof reportRow>;
export type Me = z.infer<typeof me>;
