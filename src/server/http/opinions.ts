// Which routes show posts, keep their originals, screen texts and tell of imports?
import type { FastifyInstance } from 'fastify';
import type { ParamsOf, QueryOf } from '../../contract/api.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { type Actor, has, mayRead } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { stripMarkup } from '../../domain/opinion/draft.ts';
import { normalise } from '../../domain/opinion/normal.ts';
import { screen } from '../../domain/opinion/screen.ts';
import { type App, instant } from '../app.ts';
import {
  countFound,
  countOutdated,
  countStates,
  findFile,
  findImport,
  findPost,
  type GroupCursor,
  groupFacts,
  hashOnDisk,
  keepOriginal,
  leadsOf,
  lexiconOf,
  listCopies,
  listFound,
  listGroup,
  listGroups,
  listImports,
  listPlatforms,
  listSteps,
  MOST_BYTES,
  nameOfAccount,
  type PostFilter,
  type PostRow,
  readBytes,
} from '../opinion/index.ts';
import { startOpinionImports } from '../opinion-import/index.ts';
import { findRecord } from '../record/index.ts';
import { type CellValue, type ColumnSpec, writeWorkbook } from '../workbook/index.ts';
import { sendFile } from './imports.ts';
import { decodeCursor, encodeCursor } from './records.ts';
import { orRefuse, serve } from './register.ts';

/** Posts are read by whoever reads the cases' room. */
function reader(actor: Actor): void {
  if (!mayRead(actor, getKind('clue')))
    orRefuse(refuse('access.denied', ['您的角色不能查看网络舆情', 'Your role may not see online opinion']));
}

/** Who posted is personal: withheld as ※ like any personal field. */
function shown(actor: Actor, row: PostRow): PostOnWire {
  const author = row.author === null || has(actor, 'personal.read') ? row.author : '※';
  return {
    ...{ id: row.id, platform: row.platform, url: row.url, author, postedAt: row.posted_at, day: row.day },
    ...{ title: row.title, text: row.text, textHash: row.text_hash, engagement: row.engagement },
    ...{ collectedAt: row.collected_at, collectedBy: row.collected_by, score: row.score },
    ...{ parts: row.parts.map((part) => ({ ...part, words: [...part.words] })), hits: [...row.hits] },
    ...{ revision: row.revision, group: row.group_id, state: row.state, clue: row.clue },
  };
}

function filterOf(
  actor: Actor,
  query: { [K in 'q' | 'platform' | 'state' | 'from' | 'until' | 'clue']?: string | undefined } & {
    min?: number | undefined;
  },
): PostFilter {
  const { q, platform, min, from, until, clue } = query;
  const states = query.state?.split(',').filter(Boolean);
  return { q, platform, states, min, from, until, clue, authors: has(actor, 'personal.read') };
}

export async function serveOpinions(server: FastifyInstance, app: App): Promise<void> {
  const imports = await startOpinionImports(app, (error) =>
    server.log.error({ err: { message: String(error) } }, 'opinion import'),
  );
  server.addHook('onClose', () => imports.stop());
  serveLists(server, app);
  serveOne(server, app);
  serveFiles(server, app);
  serveImported(server, app);
  serveWords(server, app);
}

function readCursor(text: string | undefined): GroupCursor | undefined {
  const cursor = decodeCursor(text);
  if (!cursor) return undefined;
  const { top, latest } = cursor.value as { top: number; latest: string };
  return { top, latest, id: cursor.id };
}

function serveLists(server: FastifyInstance, app: App): void {
  serve(server, app, 'opinionGroups', async ({ actor, params, query }) => {
    reader(actor);
    const { county } = params;
    const filter = filterOf(actor, query);
    const { sort, limit } = query;
    const found = await listGroups(app.db, county, filter, { sort, limit, cursor: readCursor(query.cursor) });
    const ids = found.map((group) => group.id);
    const [facts, leads, total, states, platforms, lexicon] = await Promise.all([
      groupFacts(app.db, county, ids),
      leadsOf(app.db, county, filter, ids),
      countFound(app.db, county, filter),
      countStates(app.db, county),
      listPlatforms(app.db, county),
      lexiconOf(app.db, county),
    ]);
    const groups = found.flatMap((group) => {
      const fact = facts.find((each) => each.id === group.id);
      const lead = leads.find((each) => each.group_id === group.id);
      return fact && lead ? [{ ...group, ...fact, lead: shown(actor, lead) }] : [];
    });
    const last = found.at(-1);
    const next =
      last && found.length === limit ? encodeCursor({ top: last.top, latest: last.latest }, last.id) : null;
    return {
      ...{ groups, next, total: total.groups, posts: total.posts },
      ...{ states, platforms, threshold: lexicon.threshold },
    };
  });

  serve(server, app, 'opinionGroup', async ({ actor, params }) => {
    reader(actor);
    const posts = await listGroup(app.db, params.county, params.id, 500);
    return { posts: posts.map((row) => shown(actor, row)) };
  });

  serve(server, app, 'opinionExport', async ({ actor, params, query, reply }) => {
    reader(actor);
    if (!has(actor, 'export'))
      orRefuse(refuse('access.denied', ['您的角色不能导出', 'Your role may not export']));
    const rows = await listFound(app.db, params.county, filterOf(actor, query), 50_000);
    const bytes = await workbookOf(rows, has(actor, 'personal.read'));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return sendFile(reply, type, `网络舆情-${dayOfInstant(instant(app))}.xlsx`, bytes);
  });
}

const STATE_NAMES: Readonly<Record<string, string>> = {
  ...{ open: '待研判', watched: '持续关注', clued: '已转线索', joined: '已并入线索', dismissed: '已排除' },
};

function workbookOf(rows: readonly PostRow[], personal: boolean): Promise<Uint8Array> {
  const columns: { spec: ColumnSpec; value: (row: PostRow) => CellValue }[] = [
    { spec: { heading: '平台', width: 12 }, value: (row) => row.platform },
    { spec: { heading: '标题', width: 24 }, value: (row) => row.title },
    { spec: { heading: '内容', width: 60 }, value: (row) => row.text },
    { spec: { heading: '链接', width: 30 }, value: (row) => row.url },
    ...(personal ? [{ spec: { heading: '作者' }, value: (row: PostRow) => row.author }] : []),
    { spec: { heading: '发布时间', width: 22, kind: 'code' }, value: (row) => chinaTime(row.posted_at) },
    { spec: { heading: '互动量', kind: 'integer' }, value: (row) => row.engagement },
    { spec: { heading: '分值', kind: 'integer' }, value: (row) => row.score },
    { spec: { heading: '命中词', width: 30 }, value: (row) => wordsOf(row) },
    { spec: { heading: '研判', width: 10 }, value: (row) => STATE_NAMES[row.state] ?? row.state },
    { spec: { heading: '同类组', kind: 'code', width: 38 }, value: (row) => row.group_id },
    { spec: { heading: '原文SHA-256', kind: 'code', width: 66 }, value: (row) => row.text_hash },
  ];
  return writeWorkbook([
    {
      name: '网络舆情',
      columns: columns.map((column) => column.spec),
      rows: rows.map((row) => columns.map((column) => column.value(row))),
      prepared: rows.length,
    },
  ]);
}

const wordsOf = (row: PostRow) =>
  [...new Set(row.hits.filter((hit) => hit.idle === undefined).map((hit) => hit.word))].join('、');

function chinaTime(at: string | null): string | null {
  return at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function serveOne(server: FastifyInstance, app: App): void {
  serve(server, app, 'opinionPost', async ({ actor, params }) => {
    reader(actor);
    const row = await findPost(app.db, params.county, params.id);
    if (!row) return orRefuse(refuse('opinion.missing', ['没有这条舆情信息', 'There is no such post']));
    const clue = row.clue ? await findRecord(app.db, params.county, getKind('clue'), row.clue) : undefined;
    const copies = await listCopies(app.db, params.county, row.id);
    return {
      post: shown(actor, row),
      collectedByName: await nameOfAccount(app.db, row.collected_by),
      clue: clue ? { id: clue.id, no: clue.no } : null,
      steps: await listSteps(app.db, params.county, row.id),
      copies: copies.map((copy) => ({
        ...copy,
        place: copy.sha256 === row.source ? row.source_place : null,
      })),
    };
  });
}

/** What a browser may show in place; a saved page could hold scripts and is only ever downloaded. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'];

function serveFiles(server: FastifyInstance, app: App): void {
  serve(server, app, 'opinionUpload', async ({ actor, params, request }) => {
    // Asked before thirty megabytes are taken in.
    if (!has(actor, 'opinion.write'))
      orRefuse(
        refuse('access.denied', ['您的角色不能处理网络舆情', 'Your role may not work on online opinion']),
      );
    const part = await request.file({ limits: { fileSize: MOST_BYTES + 1 } });
    if (!part) return orRefuse(refuse('body.invalid', ['请选择文件', 'Choose a file']));
    const bytes = await part.toBuffer().catch((error: { code?: string }) => {
      if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
      return orRefuse(refuse('body.large', ['文件超过30MB，请分成几个', 'The file is over 30 MB; split it']));
    });
    return orRefuse(await keepOriginal({ app, actor, county: params.county }, part.filename, bytes));
  });

  const fileOf = async (actor: Actor, { county, sha256 }: ParamsOf<'opinionFile'>) => {
    reader(actor);
    const file = await findFile(app.db, county, sha256);
    return file ?? orRefuse(refuse('opinion.missing', ['没有这个原件', 'There is no such original']));
  };

  serve(server, app, 'opinionFile', async ({ actor, params, query, reply }) => {
    const file = await fileOf(actor, params);
    // An original holds whatever its page did, its author too.
    if (!has(actor, 'personal.read'))
      orRefuse(
        refuse('access.denied', [
          '原件含个人信息，您无权查看',
          'Originals hold personal data you may not see',
        ]),
      );
    const bytes = await readBytes(app, params.county, file.sha256);
    if (!bytes)
      return orRefuse(
        refuse('opinion.missing', ['磁盘上没有这个原件', 'The original is gone from the disk']),
      );
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    if (query.as === 'text')
      return reply.type('text/plain; charset=utf-8').send(plainText(file.media, bytes));
    if (!SHOWN.includes(file.media)) return sendFile(reply, 'application/octet-stream', file.name, bytes);
    return reply.type(file.media === 'text/plain' ? 'text/plain; charset=utf-8' : file.media).send(bytes);
  });

  serve(server, app, 'opinionVerify', async ({ actor, params }) => {
    const file = await fileOf(actor, params);
    const computed = await hashOnDisk(app, params.county, file.sha256);
    return { ok: computed === file.sha256, sha256: file.sha256, computed, bytes: file.bytes };
  });
}

function plainText(media: string, bytes: Buffer): string {
  const text = bytes.subarray(0, 5_000_000).toString('utf8');
  return media === 'text/html'
    ? stripMarkup(text)
        .replace(/[^\S\n]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim()
    : text;
}

function serveImported(server: FastifyInstance, app: App): void {
  serve(server, app, 'opinionImports', async ({ actor, params }) => {
    reader(actor);
    return { imports: await listImports(app.db, params.county) };
  });
  serve(server, app, 'opinionImport', async ({ actor, params }) => {
    reader(actor);
    const found = await findImport(app.db, params.county, params.id);
    return found ?? orRefuse(refuse('opinion.missing', ['没有这次导入', 'There is no such import']));
  });
}

function serveWords(server: FastifyInstance, app: App): void {
  serve(server, app, 'opinionScreen', async ({ actor, params, body }) => {
    reader(actor);
    const lexicon = await lexiconOf(app.db, params.county);
    return { screenings: body.texts.map((text) => screen(text, lexicon)), threshold: lexicon.threshold };
  });

  serve(server, app, 'opinionLexicon', async ({ actor, params, query }) => {
    reader(actor);
    const lexicon = await lexiconOf(app.db, params.county);
    const words = lexicon.words.filter(wanted(query));
    return {
      words: words
        .sort((x, y) => Number(y.source === 'county') - Number(x.source === 'county'))
        .slice(0, 200)
        .map(({ word, category, weight, source, concept, guarded = false, exceptions = [] }) => ({
          ...{ word, category, weight, source, concept, guarded, exceptions: [...exceptions] },
        })),
      total: words.length,
      threshold: lexicon.threshold,
      revision: lexicon.revision,
      outdated: await countOutdated(app.db, params.county, lexicon.revision),
    };
  });
}

function wanted({ q, category }: QueryOf<'opinionLexicon'>) {
  const key = normalise(q ?? '').text;
  return (word: { word: string; category: string; concept: string }) =>
    (category === undefined || word.category === category) &&
    (key === '' || normalise(word.word).text.includes(key) || word.concept.includes(key));
}
