// Are posts kept once, grouped, judged by right and step, proven by hash, and read from whatever file is thrown at us?
import { createHash } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/domain/access/access.ts';
import sample from '../../src/domain/opinion/data/sample.json' with { type: 'json' };
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/server.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { keepOriginal } from '../../src/server/opinion/index.ts';
import { readPosts, runOpinionImport } from '../../src/server/opinion-import/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  COUNTY,
  codeOf,
  must,
  type Office,
  OTHER_COUNTY,
  openOffice,
} from '../support/office.ts';

let office: Office;
let server: FastifyInstance;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  office = await openOffice(6);
  server = await createServer({ app: office.app, folder: join(office.app.dataDir, 'import') });
  for (const role of ['clerk', 'officer', 'leader', 'ranger'] as const) {
    const { account: id, name, region, agency } = actorOf(role);
    const password = await hashPassword('wetland-2026');
    const account = { id, login: role, name, region, roles: [role], agency, disabled: false, password };
    await insertAccount(office.app.db, account, new Date().toISOString());
    const answer = await server.inject({
      method: 'POST',
      url: '/api/login',
      payload: { login: role, password: 'wetland-2026' },
    });
    cookies.set(role, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const ask = async (path: string, role: Role = 'clerk') => {
  const answer = await server.inject({
    method: 'GET',
    url: `/api/${COUNTY}/opinion${path}`,
    headers: { cookie: cookies.get(role) ?? '' },
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : null,
  };
};
interface NewPost {
  readonly text: string;
  readonly url?: string;
  readonly platform?: string;
  readonly author?: string;
}
async function add(
  posts: readonly NewPost[],
  more: { actor?: Actor; county?: string; source?: string; id?: string } = {},
) {
  const { source, ...how } = more;
  const sent = posts.map((post) => ({ id: anId(), ...post }));
  const done = must(await act(office.app, 'opinion.add', { posts: sent, source }, how));
  return {
    sent: sent.map((post) => post.id),
    ...(done.result as { added: string[]; same: Record<string, string>; suspect: number }),
  };
}
const count = async (table: string, county = COUNTY) =>
  Number(
    (
      await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(table)} where county = ${county}`.execute(office.app.db)
    ).rows[0]?.n,
  );
const groupOf = async (id: string) => (await ask(`/post/${id}`)).body.post.group as string;
const acting = {
  get app() {
    return office.app;
  },
  actor: CLERK,
  county: COUNTY,
};
async function bring(name: string, bytes: Buffer | string) {
  const file = must(await keepOriginal(acting, name, Buffer.from(bytes as string)));
  const id = anId();
  must(await act(office.app, 'opinion.import', { id, file: file.sha256, name }));
  return runOpinionImport(acting, id);
}

describe('a post', () => {
  it('is kept once, by its link or its words, however often it is sent', async () => {
    const url = 'https://www.douyin.com/video/11?utm_source=a';
    const first = await add([
      { text: '出画眉两只，私聊', url, author: '甲' },
      { text: '收斑鸠', platform: '微信群', author: '乙' },
    ]);
    expect(first.added).toHaveLength(2);
    const again = await add([
      { text: '出画眉两只，私聊！', url: 'http://m.douyin.com/video/11/', author: '丙' },
      { text: '收 斑鸠', platform: '微信群', author: '乙' },
      { text: '收 斑鸠', platform: '微信群', author: '丁' },
      { text: '收斑鸠。', platform: '微信群', author: '丁' },
    ]);
    expect(again.added).toEqual([again.sent[2]]);
    expect(again.same).toEqual({
      [again.sent[0]!]: first.sent[0],
      [again.sent[1]!]: first.sent[1],
      [again.sent[3]!]: again.sent[2],
    });
    expect(await groupOf(again.sent[2]!)).toBe(await groupOf(first.sent[1]!));
  });

  it('is answered the same when sent twice under one id, and other posts under it are refused', async () => {
    const [id, post] = [anId(), { id: anId(), text: '出活鹩哥，会说话，同城送' }];
    must(await act(office.app, 'opinion.add', { posts: [post] }, { id }));
    const twice = must(await act(office.app, 'opinion.add', { posts: [post] }, { id }));
    expect(twice).toMatchObject({ replayed: true, result: { added: [post.id] } });
    expect(codeOf(await act(office.app, 'opinion.add', { posts: [{ ...post, id: anId() }] }, { id }))).toBe(
      'action.differs',
    );
  });

  it('stands in the group of what it copies, within its county and batch, and only there', async () => {
    const text = '自家山上网的蜡嘴雀十二只，全是生鸟，一只三十，整笼打包走，城南花鸟市场门口交货';
    const edited = text.replace('十二', '十三').replace('城南', '城北');
    const { sent } = await add([{ text }, { text: edited, author: '别人' }]);
    const later = await add([
      { text: `${text}，快来`, author: '第三人' },
      { text: '完全无关：出租两居室，押一付三，拎包入住，近地铁' },
    ]);
    const group = await groupOf(sent[0]!);
    expect(await groupOf(sent[1]!)).toBe(group);
    expect(await groupOf(later.sent[0]!)).toBe(group);
    expect(await groupOf(later.sent[1]!)).not.toBe(group);
    expect((await ask(`/group/${group}`)).body.posts).toHaveLength(3);
    const other = actorOf('clerk', { region: OTHER_COUNTY });
    await add([{ text }], { actor: other, county: OTHER_COUNTY });
    expect(await count('opinion_post', OTHER_COUNTY)).toBe(1);
    expect((await ask(`/group/${group}`)).body.posts).toHaveLength(3);
  });

  it('is grouped though two additions meet', async () => {
    const text = '急出金翅雀一笼二十只，早上刚下网的，晚上直播看货，微信转账，顺风车带';
    const both = await Promise.all(
      [1, 2, 3, 4].map((n) => add([{ text: `${text}${n}`, author: `卖家${n}` }])),
    );
    const groups = await Promise.all(both.map(({ sent }) => groupOf(sent[0]!)));
    expect(new Set(groups).size).toBe(1);
  });

  it('keeps what it said first; another original of the same link stands beside it', async () => {
    const url = 'https://weibo.com/1/edited';
    const one = must(await keepOriginal(acting, 'a.txt', Buffer.from('一')));
    const two = must(await keepOriginal(acting, 'b.txt', Buffer.from('二')));
    const { sent } = await add([{ text: '出售八哥', url }], { source: one.sha256 });
    await add([{ text: '正常卖花', url }], { source: two.sha256 });
    const { post, copies } = (await ask(`/post/${sent[0]}`)).body;
    expect(post.text).toBe('出售八哥');
    expect(copies.map((copy: { role: string }) => copy.role)).toEqual(['source', 'changed']);
  });

  it('names its author only to those who may see personal data, in no journal, and by no search', async () => {
    const { sent } = await add([{ text: '出手养红隼幼鸟', author: '隐名某甲', platform: '贴吧' }]);
    expect((await ask(`/post/${sent[0]}`)).body.post.author).toBe('隐名某甲');
    expect((await ask(`/post/${sent[0]}`, 'leader')).body.post.author).toBe('※');
    expect((await ask(`?q=${encodeURIComponent('隐名某甲')}`)).body.posts).toBe(1);
    expect((await ask(`?q=${encodeURIComponent('隐名某甲')}`, 'leader')).body.posts).toBe(0);
    const journal = await sql<{ body: string }>`select body::text as body from journal`.execute(
      office.app.db,
    );
    expect(journal.rows.filter((row) => row.body.includes('隐名某甲'))).toEqual([]);
  });
});

describe('rights', () => {
  it.each([
    ['clerk', 'ok'],
    ['officer', 'ok'],
    ['reviewer', 'access.denied'],
    ['otherAgency', 'access.denied'],
    ['leader', 'access.denied'],
    ['ranger', 'access.denied'],
    ['admin', 'access.denied'],
  ] as const)('%s: %s', async (role, code) => {
    const actor = actorOf(role);
    const post = { id: anId(), text: `权限 ${role}` };
    expect(codeOf(await act(office.app, 'opinion.add', { posts: [post] }, { actor }))).toBe(code);
    const { sent } = await add([{ text: `研判 ${role}` }]);
    const body = { ids: sent, step: 'dismiss', reason: '无关' };
    expect(codeOf(await act(office.app, 'opinion.judge', body, { actor }))).toBe(code);
    const refused = await keepOriginal({ ...acting, actor }, 'x.txt', Buffer.from('x'));
    expect(codeOf(refused)).toBe(code);
  });
  it('rangers see none of it', async () => {
    for (const path of [
      '',
      `/post/${anId()}`,
      '/import',
      '/lexicon',
      '/export.xlsx',
      `/file/${'0'.repeat(64)}`,
    ])
      expect((await ask(path, 'ranger')).status, path).toBe(403);
  });
});

describe('judging', () => {
  it('makes one clue of several posts, keeps links and hashes, and leads back', async () => {
    const { sent } = await add([
      { text: '大量出麻雀，冻货', url: 'https://a.cn/1', platform: '闲鱼' },
      { text: '大量出麻雀，冻货，带价来', url: 'https://a.cn/2', platform: '闲鱼' },
    ]);
    const clue = anId();
    const before = await count('clue');
    const body = { ids: sent, step: 'clue', clue: { id: clue, values: { violation: 'T2' } } };
    must(await act(office.app, 'opinion.judge', body));
    expect(await count('clue')).toBe(before + 1);
    const { post, clue: made, steps } = (await ask(`/post/${sent[1]}`)).body;
    expect(post).toMatchObject({ state: 'clued', clue });
    expect(made).toMatchObject({ id: clue });
    expect(steps).toHaveLength(1);
    const row = await sql<Record<string, string>>`select * from clue where id = ${clue}`.execute(
      office.app.db,
    );
    expect(row.rows[0]).toMatchObject({ source: 'online', channel: '闲鱼', violation: 'T2' });
    expect(row.rows[0]?.['note']).toContain('https://a.cn/2');
    expect(row.rows[0]?.['note']).toContain(post.textHash);
    expect((await ask(`?clue=${clue}`)).body.posts).toBe(2);
    // Twice the same is once; a post in a clue can go nowhere but back.
    expect(
      codeOf(await act(office.app, 'opinion.judge', { ...body, clue: { id: anId(), values: {} } })),
    ).toBe('opinion.state');
    expect(await count('clue')).toBe(before + 1);
    must(await act(office.app, 'opinion.undo', { ids: sent, reason: '误判' }));
    expect((await ask(`/post/${sent[0]}`)).body).toMatchObject({
      post: { state: 'open', clue: null },
      clue: null,
    });
    must(await act(office.app, 'opinion.judge', { ids: sent, step: 'join', clue: { id: clue } }));
    expect((await ask(`/post/${sent[0]}`)).body.post).toMatchObject({ state: 'joined', clue });
    expect((await verifyCounty(office.app, COUNTY)).faults).toEqual([]);
    await sealAll(office.app);
    expect((await verifyCounty(office.app, COUNTY)).ok).toBe(true);
  });

  it('refuses what lacks a reason or a clue, all of the posts or none', async () => {
    const { sent } = await add([{ text: '一条待判' }, { text: '另一条待判' }]);
    const judge = (body: object) => act(office.app, 'opinion.judge', { ids: sent, ...body });
    expect(codeOf(await judge({ step: 'dismiss' }))).toBe('opinion.reason');
    expect(codeOf(await judge({ step: 'join' }))).toBe('opinion.clue');
    expect(codeOf(await judge({ step: 'join', clue: { id: anId() } }))).toBe('record.missing');
    expect(codeOf(await judge({ ids: [...sent, anId()], step: 'watch' }))).toBe('opinion.missing');
    must(await act(office.app, 'opinion.judge', { ids: [sent[0]], step: 'dismiss', reason: '外地' }));
    expect(codeOf(await judge({ step: 'watch' }))).toBe('opinion.state');
    expect((await ask(`/post/${sent[1]}`)).body.post.state).toBe('open');
  });

  it('two officers at once: one clue', async () => {
    const { sent } = await add([{ text: '抢着研判的一条：出售穿山甲片' }]);
    const done = await Promise.all(
      [1, 2, 3].map(() =>
        act(office.app, 'opinion.judge', { ids: sent, step: 'clue', clue: { id: anId() } }),
      ),
    );
    expect(done.map(codeOf).sort()).toEqual(['ok', 'opinion.state', 'opinion.state']);
  });
});

it('the journal knows every post as it was, and verify finds one changed, put in or taken out behind our back', async () => {
  const { sent } = await add([{ text: '证据一 出售画眉', author: '甲某' }, { text: '证据二' }]);
  const codes = async () =>
    (await verifyCounty(office.app, COUNTY)).faults.map((fault) => `${fault.code} ${fault.what}`);
  expect(await codes()).toEqual([]);
  const set = (column: string, value: string) =>
    sql`update opinion_post set ${sql.ref(column)} = ${value} where county = ${COUNTY} and id = ${sent[0]}`.execute(
      office.app.db,
    );
  for (const [column, value, before] of [
    ['text', '证据一，出售画眉', '证据一 出售画眉'],
    ['author', '乙某', '甲某'],
    ['state', 'dismissed', 'open'],
  ] as const) {
    await set(column, value);
    expect(await codes(), column).toEqual([`opinion.changed opinion ${sent[0]}`]);
    await set(column, before);
  }
  await sql`update opinion_post set id = ${anId()} where county = ${COUNTY} and id = ${sent[1]}`.execute(
    office.app.db,
  );
  expect((await codes()).map((fault) => fault.split(' ')[0]).sort()).toEqual([
    'opinion.inserted',
    'opinion.removed',
  ]);
  await sql`update opinion_post set id = ${sent[1]} where county = ${COUNTY} and text = '证据二'`.execute(
    office.app.db,
  );
  expect(await codes()).toEqual([]);
});

describe('the list', () => {
  it('pages through every group once, in both orders', async () => {
    for (const sort of ['score', 'latest']) {
      const ids: string[] = [];
      const keys: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await ask(`?limit=3&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`);
        for (const group of body.groups) {
          ids.push(group.id);
          keys.push(sort === 'score' ? String(group.top).padStart(3, '0') + group.latest : group.latest);
        }
        if (!body.next) {
          expect(ids).toHaveLength(body.total);
          break;
        }
        cursor = body.next;
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(keys).toEqual([...keys].sort().reverse());
    }
  });
  it('finds by platform, score, state, day and words; % is a character', async () => {
    await add([
      { text: '100%真货 出售画眉', platform: '快手' },
      { text: '正常卖菜', platform: '快手' },
    ]);
    expect((await ask(`?platform=${encodeURIComponent('快手')}&min=35`)).body.posts).toBe(1);
    expect((await ask(`?q=${encodeURIComponent('100%真')}`)).body.posts).toBe(1);
    expect((await ask('?q=%25%25')).body.posts).toBe(0);
    expect((await ask('?state=joined')).body.posts).toBe(2);
    expect((await ask('?from=2199-01-01')).body.posts).toBe(0);
    expect((await ask('?cursor=nonsense')).status).toBe(400);
  });
  it('comes out as a workbook that comes in again without a change; authors only for those who may see them', async () => {
    const answer = await server.inject({
      method: 'GET',
      url: `/api/${COUNTY}/opinion/export.xlsx`,
      headers: { cookie: cookies.get('clerk') ?? '' },
    });
    const job = await bring('导出.xlsx', answer.rawPayload);
    expect(job).toMatchObject({ status: 'done', added: 0, problems: [] });
    const leaders = await server.inject({
      method: 'GET',
      url: `/api/${COUNTY}/opinion/export.xlsx`,
      headers: { cookie: cookies.get('leader') ?? '' },
    });
    const items = must(await readPosts(leaders.rawPayload));
    for await (const item of items) if ('post' in item) expect(item.post.draft.author).toBeUndefined();
  });
});

describe('originals', () => {
  it('are kept under their hash, verified, and found changed', async () => {
    const bytes = Buffer.from('<!doctype html><title>帖子</title><script>alert(1)</script><p>出画眉</p>');
    const file = must(await keepOriginal(acting, '../..\\帖子.html', bytes));
    expect(file).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      media: 'text/html',
    });
    const { sent } = await add([{ text: '出画眉，见网页' }]);
    must(await act(office.app, 'opinion.attach', { id: sent[0], file: file.sha256 }));
    expect((await ask(`/file/${file.sha256}/verify`)).body.ok).toBe(true);
    const sentOut = await ask(`/file/${file.sha256}`);
    expect(sentOut.headers['content-type']).toBe('application/octet-stream');
    expect(sentOut.headers['content-disposition']).toContain('attachment');
    expect(sentOut.headers['content-security-policy']).toContain('sandbox');
    expect((await ask(`/file/${file.sha256}?as=text`)).text).toBe('帖子 出画眉');
    expect((await ask(`/file/${file.sha256}`, 'leader')).status).toBe(403);
    const folder = join(office.app.dataDir, 'files', 'opinion', COUNTY, file.sha256.slice(0, 2));
    expect(statSync(join(folder, file.sha256)).mode & 0o077).toBe(0);
    writeFileSync(join(folder, file.sha256), '改过');
    expect((await ask(`/file/${file.sha256}/verify`)).body.ok).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
  it('that were never uploaded cannot be named', async () => {
    const { sent } = await add([{ text: '没有原件' }]);
    expect(codeOf(await act(office.app, 'opinion.attach', { id: sent[0], file: '0'.repeat(64) }))).toBe(
      'opinion.missing',
    );
    expect(
      codeOf(
        await act(office.app, 'opinion.add', { posts: [{ id: anId(), text: 'x' }], source: 'f'.repeat(64) }),
      ),
    ).toBe('opinion.missing');
  });
});

/** 平台,内容,链接 and a row, as a Chinese Excel saves it. */
const GBK = Buffer.from(
  'c6bdcca82cc4dac8dd2cc1b4bdd30d0ab6b6d2f42cb3f6bbadc3bc2c68747470733a2f2f762e646f7579696e2e636f6d2f67626b0d0a',
  'hex',
);

describe('files', () => {
  const rss = (items: string, head = '<?xml version="1.0"?>') =>
    `${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>某论坛</title>${items}</channel></rss>`;
  const item = (n: number) =>
    `<item><title>出 <![CDATA[画眉]]> ${n}</title><link>https://bbs.cn/t/${n}</link><dc:creator>楼主${n}</dc:creator><description>&lt;p&gt;公母都有&amp;nbsp;私聊 ${n}&lt;/p&gt;</description><pubDate>Mon, 02 Jun 2025 10:0${n}:00 +0800</pubDate></item>`;

  it.each([
    ['RSS', rss(item(1) + item(2)), 2],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>站</title><entry><title>收斑鸠</title><link rel="alternate" href="https://x.cn/9"/><author><name>甲</name></author><updated>2025-06-02T10:00:00Z</updated><content type="xhtml"><div>长期<b>收</b></div></content></entry></feed>',
      1,
    ],
    [
      'CSV',
      '发布平台,作品链接,正文,账号,发布时间,点赞数\n抖音,https://v.douyin.com/1,"出,画眉",山里人,2025/6/2,1.2万\n,,,,,\n快手,,无链接的一条,,昨天,',
      2,
    ],
    [
      'JSON',
      JSON.stringify({
        code: 0,
        data: { list: [{ desc: '出斑鸠json', user: { nickname: '甲' }, stats: { likes: 3 } }, 7] },
      }),
      1,
    ],
    ['JSON lines', '{"text":"出野鸡jsonl 一"}\n坏的一行\n{"text":"出野鸡jsonl 二"}\n', 2],
    ['lines', '第一行文字 出画眉呀\nhttps://www.kuaishou.com/f/1\n第二行 收野兔呀', 2],
  ] as const)('%s', async (name, text, added) => {
    const job = await bring(`${name}.x`, text);
    expect(job.refusals).toEqual([]);
    expect([job.status, job.added]).toEqual(['done', added]);
    const again = await bring(`${name}.x`, text);
    expect([again.added, again.same]).toEqual([0, added]);
  });

  it('say what stands where it was not kept, and keep the rest', async () => {
    const job = await bring(
      'x.jsonl',
      '{"text":"有问题的文件 一"}\n{"text":\n{"作者":"甲"}\n"只是文字"\n{"text":"有问题的文件 二","时间":"昨天"}',
    );
    expect(job.added).toBe(2);
    expect(job.problems.map(({ where, lost }) => `${where} ${lost}`)).toEqual([
      '第2行 true',
      '第3行 true',
      '第4行 true',
      '第5行 false',
    ]);
  });

  it('feeds keep their times, authors and links', async () => {
    const items = must(await readPosts(Buffer.from(rss(item(3)))));
    for await (const each of items)
      expect(each).toEqual({
        post: {
          place: '第1条（第1行）',
          draft: {
            title: '出 画眉 3',
            text: '公母都有 私聊 3',
            url: 'https://bbs.cn/t/3',
            author: '楼主3',
            platform: '某论坛',
            postedAt: '2025-06-02T02:03:00.000Z',
          },
        },
      });
  });

  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join('')}]>`;
  it.each([
    [
      'a billion laughs',
      rss('<item><title>&lol9;</title></item>', `<?xml version="1.0"?>${laughs}`),
      'opinion.unsafe',
    ],
    [
      'an outside entity',
      rss(item(4), '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
      'opinion.unsafe',
    ],
    ['XML nested without end', '<a>'.repeat(200_000), 'opinion.unsafe'],
    ['XML of another kind', '<?xml version="1.0"?><svg><title>x</title></svg>', 'opinion.none'],
    ['a web page', '<!doctype html><p>出画眉</p>', 'opinion.page'],
    ['JSON nested without end', '['.repeat(500_000) + ']'.repeat(500_000), 'opinion.none'],
    ['JSON opened without end', '[{"a":'.repeat(300_000), 'opinion.json'],
    ['JSON without posts', '{"a":[1,2,{"b":3}]}', 'opinion.none'],
    ['a zip that is no workbook', Buffer.from('PK\u0003\u0004garbage'), 'workbook.'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'opinion.unknown'],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)), 'opinion.unknown'],
    ['an .xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'opinion.unknown'],
  ])('refuses %s', async (_name, bytes, code) => {
    const before = await count('opinion_post');
    const job = await bring('坏文件', bytes);
    expect([job.status, job.refusals[0]?.code.startsWith(code), job.refusals[0]?.code]).toEqual([
      'refused',
      true,
      job.refusals[0]?.code,
    ]);
    expect(await count('opinion_post')).toBe(before);
  });

  it('reads broken XML as far as it goes, and says where it broke', async () => {
    const job = await bring(
      'broken.xml',
      rss(`${item(5)}<item><title>出 & 画眉 < 6</title><link>https://bbs.cn/t/6</link></item>${item(7)}`),
    );
    expect(job.status).toBe('done');
    expect(job.added).toBeGreaterThanOrEqual(2);
    expect(job.problems.length).toBeGreaterThan(0);
    expect(job.problems[0]?.where).toMatch(/^第\d+行$/);
    const cut = await bring('cut.xml', rss(item(8) + item(9)).slice(0, -160));
    expect([cut.status, cut.added]).toEqual(['done', 2]);
    expect(cut.problems.length).toBeGreaterThan(0);
  });

  it('reads GBK', async () => {
    const items = must(await readPosts(GBK));
    const found = [];
    for await (const each of items) found.push(each);
    expect(found).toEqual([
      {
        post: {
          place: 'CSV 第2行',
          draft: { platform: '抖音', text: '出画眉', url: 'https://v.douyin.com/gbk' },
        },
      },
    ]);
  });

  it('takes plain lines, but no table whose headings say nothing', async () => {
    const table = await readPosts(Buffer.from('a,b\n1,2\n3,4\n'));
    expect(table.ok ? null : table.refusals[0]?.code).toBe('opinion.headings');
    const items = must(await readPosts(Buffer.from('出画眉两只,公母都有\n\n今天的风景真好\n')));
    const found = [];
    for await (const each of items) found.push(each);
    expect(found).toHaveLength(2);
  });

  it('reads 20 MB, and refuses more than 30', async () => {
    const filler = '这是一段很长的正文'.repeat(60);
    const lines = Array.from({ length: 12_000 }, (_, i) =>
      JSON.stringify({
        text: `${i} ${sample[i % sample.length]?.text}${i * 7919}${filler}`,
        url: `https://big.cn/${i}`,
      }),
    );
    const bytes = Buffer.from(lines.join('\n'));
    expect(bytes.length).toBeGreaterThan(18 * 1024 * 1024);
    const job = await bring('big.jsonl', bytes);
    expect([job.status, job.added, job.problems]).toEqual(['done', 12_000, []]);
    expect(codeOf(await keepOriginal(acting, 'x', Buffer.alloc(30 * 1024 * 1024 + 1, 97)))).toBe(
      'body.large',
    );
  }, 120_000);

  it('goes on where a stopped process left off, adding nothing twice', async () => {
    const text = Array.from({ length: 700 }, (_, i) =>
      JSON.stringify({ text: `断点 ${i} ${i * 104_729}`, url: `https://stop.cn/${i}` }),
    ).join('\n');
    const file = must(await keepOriginal(acting, 'stop.jsonl', Buffer.from(text)));
    const id = anId();
    must(await act(office.app, 'opinion.import', { id, file: file.sha256, name: 'stop.jsonl' }));
    await expect(
      runOpinionImport(acting, id, (job) => {
        if (job.done === 500) throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    const job = await runOpinionImport(acting, id);
    expect([job.done, job.added, job.same]).toEqual([700, 200, 500]);
  });
});

it('an import that nobody waits for is read by the server, also one that a stop left behind', async () => {
  const found = await sql<{ id: string }>`select id from account where login = 'officer'`.execute(
    office.app.db,
  );
  const actor = actorOf('officer', { account: found.rows[0]?.id ?? '' });
  const begin = async (text: string) => {
    const file = must(await keepOriginal({ ...acting, actor }, 'x.txt', Buffer.from(text)));
    const id = anId();
    must(await act(office.app, 'opinion.import', { id, file: file.sha256, name: 'x.txt' }, { actor }));
    return id;
  };
  const settled = async (id: string) => {
    for (let i = 0; i < 100; i++) {
      const { body } = await ask(`/import/${id}`);
      if (body.status !== 'reading') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('still reading');
  };
  expect(await settled(await begin('后台读取的一条 收野鸡'))).toMatchObject({ status: 'done', added: 1 });
  await server.close();
  const left = await begin('停机时留下的一条 收野兔');
  server = await createServer({ app: office.app, folder: join(office.app.dataDir, 'import') });
  expect(await settled(left)).toMatchObject({ status: 'done', added: 1 });
});

describe('the county’s words', () => {
  it('are checked, change what is screened from then on, and what is not judged yet when asked', async () => {
    const put = (value: unknown) => act(office.app, 'setting.put', { name: 'opinionLexicon', value });
    expect(codeOf(await put({ threshold: 35, words: [{ word: '叫', category: 'slang' }] }))).toBe(
      'lexicon.invalid',
    );
    const { sent } = await add([{ text: '榔头哥今天在' }]);
    expect((await ask(`/post/${sent[0]}`)).body.post.score).toBe(0);
    must(await put({ threshold: 35, words: [{ word: '榔头哥', category: 'slang', weight: 40 }] }));
    expect((await ask('/lexicon?q=%E6%A6%94%E5%A4%B4')).body.words).toMatchObject([
      { word: '榔头哥', source: 'county' },
    ]);
    const outdated = (await ask('/lexicon')).body.outdated as number;
    expect(outdated).toBeGreaterThan(0);
    for (let left = outdated; left > 0; ) {
      const done = must(await act(office.app, 'opinion.rescreen', {})).result as { left: number };
      expect(done.left).toBeLessThan(left);
      left = done.left;
    }
    expect((await ask(`/post/${sent[0]}`)).body.post.score).toBe(40);
    must(await put(null));
  }, 60_000);
});
