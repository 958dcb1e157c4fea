// What crosses the wire about online opinion: posts, how they were screened and judged, their originals.
import { z } from 'zod';
import { isStorable } from '../domain/kernel/canonical.ts';
import { isUuid } from '../domain/kernel/id.ts';
import { LIMIT, POST_STATES } from '../domain/opinion/post.ts';
import { WORD_CATEGORIES } from '../domain/opinion/word.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);
const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = (max: number) => z.string().max(max).refine(isStorable);
const codes = <T extends readonly { readonly code: string }[]>(table: T) =>
  z.enum(table.map((row) => row.code) as [T[number]['code'], ...T[number]['code'][]]);
const state = codes(POST_STATES);
const reason = text(500).trim().min(1);
const ids = z.array(uuid).min(1).max(LIMIT.judged);

/** As collected. `url` is where it stood; nothing is ever fetched from there. */
const newPost = z.object({
  id: uuid,
  text: text(LIMIT.text),
  title: text(LIMIT.title).nullish(),
  platform: text(LIMIT.platform).nullish(),
  url: text(LIMIT.url).nullish(),
  author: text(LIMIT.author).nullish(),
  postedAt: z.iso.datetime().nullish(),
  engagement: z.int().min(0).max(2_000_000_000).nullish(),
  /** Where in its original it stood: 第3行. */
  place: text(60).nullish(),
});

/** Bodies of the actions about posts. */
export const OPINION_ACTIONS = {
  /** Posts; one known already (same link, or same words of the same author) is not added again. */
  'opinion.add': z.object({
    posts: z.array(newPost).min(1).max(LIMIT.posts),
    /** SHA-256 of the uploaded original they were read from. */
    source: sha256.nullish(),
  }),
  /** Begins reading an uploaded file; its posts follow as `opinion.add`. */
  'opinion.import': z.object({ id: uuid, file: sha256, name: text(200) }),
  /** One more original of a post: a screenshot, a saved page. */
  'opinion.attach': z.object({ id: uuid, file: sha256 }),
  /** All of the posts or none. `clue` makes one clue of them, `join` links them to one there is. */
  'opinion.judge': z.object({
    ids,
    step: z.enum(['clue', 'join', 'watch', 'dismiss']),
    /** The clue to make (its values as of `record.create`) or to join (id only). */
    clue: z.object({ id: uuid, values: z.record(z.string(), z.unknown()).default({}) }).nullish(),
    reason: text(500).trim().nullish(),
  }),
  /** Takes back the last step of each; a clue that was made stays a clue. */
  'opinion.undo': z.object({ ids, reason }),
  /** Screens up to 500 unsettled posts again that were screened by older words; tells how many are left. */
  'opinion.rescreen': z.object({}),
} as const satisfies Record<string, z.ZodType>;

const part = z.object({ rule: z.string(), points: z.number(), words: z.array(z.string()) });
const hit = z.object({
  word: z.string(),
  category: codes(WORD_CATEGORIES),
  concept: z.string(),
  from: z.int(),
  until: z.int(),
  points: z.number(),
  evaded: z.enum(['sign', 'blank', 'pinyin']).optional(),
  idle: z.enum(['guarded', 'exception']).optional(),
});
const screening = z.object({
  score: z.int(),
  suspect: z.boolean(),
  parts: z.array(part),
  hits: z.array(hit),
  revision: z.string(),
});

const post = z.object({
  id: uuid,
  platform: z.string().nullable(),
  url: z.string().nullable(),
  /** ※ where the reader may not see personal data. */
  author: z.string().nullable(),
  postedAt: z.string().nullable(),
  day,
  title: z.string().nullable(),
  text: z.string(),
  /** SHA-256 of the words alone. */
  textHash: sha256,
  engagement: z.int().nullable(),
  collectedAt: z.string(),
  collectedBy: uuid,
  score: z.int(),
  parts: z.array(part),
  hits: z.array(hit),
  revision: z.string(),
  group: uuid,
  state,
  clue: uuid.nullable(),
});
export type PostOnWire = z.infer<typeof post>;

const group = z.object({
  id: uuid,
  /** Posts of the group, and those of them the question is about. */
  size: z.int(),
  matching: z.int(),
  top: z.int(),
  latest: z.string(),
  platforms: z.array(z.string()),
  states: z.record(z.string(), z.int()),
  /** Its highest post that the question is about. */
  lead: post,
});
export type PostGroupOnWire = z.infer<typeof group>;

const file = z.object({ sha256, name: z.string(), media: z.string(), bytes: z.int() });
const problem = z.object({
  where: z.string(),
  message: z.tuple([z.string(), z.string()]),
  lost: z.boolean(),
});
const opinionImport = z.object({
  id: uuid,
  file: sha256,
  name: z.string(),
  status: z.enum(['reading', 'done', 'refused', 'failed']),
  /** Posts read so far. */
  done: z.int(),
  added: z.int(),
  same: z.int(),
  /** The first hundred. */
  problems: z.array(problem),
  refusals: z.array(z.object({ code: z.string(), message: z.tuple([z.string(), z.string()]) })),
  createdAt: z.string(),
});
export type OpinionImportOnWire = z.infer<typeof opinionImport>;

const inCounty = z.object({ county });
const ofId = z.object({ county, id: uuid });
const ofFile = z.object({ county, sha256 });
const filter = {
  q: z.string().max(100).optional(),
  platform: z.string().max(60).optional(),
  /** Comma-separated. */
  state: z.string().max(100).optional(),
  min: z.coerce.number().int().min(0).max(100).optional(),
  from: day.optional(),
  until: day.optional(),
  clue: uuid.optional(),
  sort: z.enum(['score', 'latest']).default('score'),
};

export const OPINION_ROUTES = {
  opinionGroups: {
    method: 'GET',
    path: '/api/:county/opinion',
    summary: 'Posts in groups of near-duplicates, most suspect or latest first',
    params: inCounty,
    query: z.object({
      ...filter,
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({
      groups: z.array(group),
      next: z.string().nullable(),
      /** Groups and posts the question is about. */
      total: z.int(),
      posts: z.int(),
      /** Of all the county's posts. */
      states: z.record(z.string(), z.int()),
      platforms: z.array(z.string()),
      threshold: z.int(),
    }),
  },
  opinionGroup: {
    method: 'GET',
    path: '/api/:county/opinion/group/:id',
    summary: 'The posts of one group, earliest first (at most 500)',
    params: ofId,
    reply: z.object({ posts: z.array(post) }),
  },
  opinionPost: {
    method: 'GET',
    path: '/api/:county/opinion/post/:id',
    summary: 'One post with its steps and originals',
    params: ofId,
    reply: z.object({
      post,
      collectedByName: z.string(),
      clue: z.object({ id: uuid, no: z.string() }).nullable(),
      steps: z.array(
        z.object({
          step: z.string(),
          at: z.string(),
          byName: z.string(),
          reason: z.string().nullable(),
          clue: uuid.nullable(),
        }),
      ),
      copies: z.array(
        file.extend({
          role: z.enum(['source', 'added', 'changed']),
          place: z.string().nullable(),
          addedAt: z.string(),
        }),
      ),
    }),
  },
  opinionUpload: {
    method: 'POST',
    path: '/api/:county/opinion/file',
    summary: 'Keep an original under its SHA-256 (multipart field `file`, at most 30 MB)',
    params: inCounty,
    reply: file,
  },
  opinionFile: {
    method: 'GET',
    path: '/api/:county/opinion/file/:sha256',
    summary:
      'An original: pictures and text to look at, all else to download; `as=text` gives the words of a page',
    params: ofFile,
    query: z.object({ as: z.enum(['text', 'file']).default('file') }),
  },
  opinionVerify: {
    method: 'GET',
    path: '/api/:county/opinion/file/:sha256/verify',
    summary: 'Is the original on disk still what its hash says?',
    params: ofFile,
    reply: z.object({ ok: z.boolean(), sha256, computed: sha256.nullable(), bytes: z.int() }),
  },
  opinionImports: {
    method: 'GET',
    path: '/api/:county/opinion/import',
    summary: 'The latest imports of posts',
    params: inCounty,
    reply: z.object({ imports: z.array(opinionImport) }),
  },
  opinionImport: {
    method: 'GET',
    path: '/api/:county/opinion/import/:id',
    summary: 'How far an import of posts is',
    params: ofId,
    reply: opinionImport,
  },
  opinionScreen: {
    method: 'POST',
    path: '/api/:county/opinion/screen',
    summary: 'Screen texts by the county’s words without keeping them',
    params: inCounty,
    body: z.object({ texts: z.array(text(LIMIT.text)).max(200) }),
    reply: z.object({ screenings: z.array(screening), threshold: z.int() }),
  },
  opinionLexicon: {
    method: 'GET',
    path: '/api/:county/opinion/lexicon',
    summary: 'The words in force (at most 200 that match), and how many unsettled posts older words screened',
    params: inCounty,
    query: z.object({ q: z.string().max(40).optional(), category: codes(WORD_CATEGORIES).optional() }),
    reply: z.object({
      words: z.array(
        z.object({
          word: z.string(),
          category: codes(WORD_CATEGORIES),
          weight: z.number(),
          source: z.enum(['list', 'alias', 'tool', 'seed', 'county']),
          concept: z.string(),
          guarded: z.boolean(),
          exceptions: z.array(z.string()),
        }),
      ),
      total: z.int(),
      threshold: z.int(),
      revision: z.string(),
      outdated: z.int(),
    }),
  },
  opinionExport: {
    method: 'GET',
    path: '/api/:county/opinion/export.xlsx',
    summary: 'Posts as a workbook that can be imported again; authors only for those who may see them',
    params: inCounty,
    query: z.object(filter),
  },
} as const;
