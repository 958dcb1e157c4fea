// Is a post known again by its link, read from any file, and led through its steps?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, tidyText } from './draft.ts';
import { readInstant } from './instant.ts';
import { readPaste } from './paste.ts';
import { identityOf, POST_STATES, POST_STEPS, standingOf, type TakenStep, takeStep, urlKey } from './post.ts';

describe('links', () => {
  it.each([
    ['https://www.douyin.com/video/731?utm_source=x&share_token=9', 'http://m.douyin.com/video/731/'],
    ['HTTPS://Weibo.COM/123/abc#comment', 'weibo.com/123/abc'],
    ['https://a.cn/x?b=2&a=1', 'https://a.cn/x?a=1&b=2'],
  ])('%s is %s', (x, y) => expect(urlKey(x)).toBe(urlKey(y)));
  it.each([
    ['https://a.cn/x?id=1', 'https://a.cn/x?id=2'],
    ['https://a.cn/X', 'https://a.cn/x'],
    ['https://a.cn/#/post/1', 'https://a.cn/#/post/2'],
  ])('%s is not %s', (x, y) => expect(urlKey(x)).not.toBe(urlKey(y)));
  it('no link, no key', () => {
    for (const text of ['', '微信群', 'ftp://a', 'javascript:alert(1)']) expect(urlKey(text)).toBeNull();
    expect(identityOf({ text: '出画眉', author: '甲' })).not.toBe(
      identityOf({ text: '出画眉', author: '乙' }),
    );
    expect(identityOf({ text: '出 画眉！' })).toBe(identityOf({ text: '出画眉' }));
  });
});

describe('times', () => {
  it.each([
    ['2025-06-02 10:03', '2025-06-02T02:03:00.000Z'],
    ['2025年6月2日 下午3:05', '2025-06-02T07:05:00.000Z'],
    ['2025/6/2', '2025-06-02T04:00:00.000Z'],
    ['2025-06-02T10:03:04Z', '2025-06-02T10:03:04.000Z'],
    ['2025-06-02T10:03:04+0800', '2025-06-02T02:03:04.000Z'],
    ['Mon, 02 Jun 2025 10:00:00 GMT', '2025-06-02T10:00:00.000Z'],
    ['Mon Jun 02 10:00:00 +0800 2025', '2025-06-02T02:00:00.000Z'],
    [1748829784, '2025-06-02T02:03:04.000Z'],
    ['1748829784000', '2025-06-02T02:03:04.000Z'],
    [45810, '2025-06-02T04:00:00.000Z'],
  ])('%s', (raw, iso) => expect(readInstant(raw)).toBe(iso));
  it.each(['昨天', '3小时前', '', '2025-13-45', '2025-06-02 77:99', null, {}, -1, 9e99])(
    '%s tells none',
    (raw) => expect(readInstant(raw)).toBeUndefined(),
  );
});

describe('drafts', () => {
  it('are read from headings, keys and nested authors', () => {
    expect(
      draftOf([
        ['发布平台', '抖音'],
        ['作品链接', 'https://v.douyin.com/x'],
        ['正文', '出画眉'],
        ['发布时间', '2025/6/2'],
        ['点赞数', '1.2万'],
        ['评论数', 30],
        ['user', { id: 3, nickname: '山里人' }],
      ]),
    ).toEqual({
      notes: [],
      draft: {
        ...{ platform: '抖音', url: 'https://v.douyin.com/x', text: '出画眉', author: '山里人' },
        ...{ postedAt: '2025-06-02T04:00:00.000Z', engagement: 12030 },
      },
    });
  });
  it('say what is missing or was cut, and take markup off', () => {
    expect(draftOf([['作者', '甲']])).toHaveProperty('missing');
    const cut = draftOf([
      ['text', 'x'.repeat(30_000)],
      ['时间', '昨天'],
    ]);
    expect('draft' in cut && [cut.draft.text.length, cut.notes.length]).toEqual([20_000, 2]);
    expect(tidyText('<p>出 &#30011;眉<br>私聊<script>x()</script></p>&lt;b')).toBe('出 画眉\n私聊\n<b');
  });
  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('text', 'url', '时间', '点赞', 'user'), fc.anything())),
        (parts) => {
          draftOf(parts);
        },
      ),
    );
  });
});

describe('a paste', () => {
  it('of lines, blocks and share texts', () => {
    const posts = (text: string) => {
      const read = readPaste(text);
      return read.kind === 'posts' ? read.posts.map((post) => [post.text, post.url ?? '']) : read.name;
    };
    expect(posts('出画眉\n收斑鸠\nhttps://a.cn/1')).toEqual([
      ['出画眉', ''],
      ['收斑鸠', 'https://a.cn/1'],
    ]);
    expect(posts('出画眉\n公母都有\n\n收斑鸠')).toEqual([
      ['出画眉\n公母都有', ''],
      ['收斑鸠', ''],
    ]);
    expect(posts('7.99 看这里 https://v.douyin.com/abc/ 复制此链接，打开抖音搜索')).toEqual([
      ['7.99 看这里', 'https://v.douyin.com/abc/'],
    ]);
    expect(posts('https://a.cn/1\nhttps://a.cn/2')).toEqual([
      ['', 'https://a.cn/1'],
      ['', 'https://a.cn/2'],
    ]);
    expect(posts('[{"text":"出画眉"}]')).toBe('pasted.json');
    expect(posts('<?xml version="1.0"?><rss/>')).toBe('pasted.xml');
    expect(posts('平台\t内容\n抖音\t出画眉')).toBe('pasted.csv');
    expect(posts(' \n ')).toEqual([]);
  });
});

describe('steps', () => {
  const codes = POST_STEPS.map((step) => step.code);
  it('lead only where the table says', () => {
    const from = (state: string) => codes.filter((step) => takeStep(stepsTo(state), { step, clue: 'c' }).ok);
    expect(Object.fromEntries(POST_STATES.map(({ code }) => [code, from(code)]))).toEqual({
      open: ['clue', 'join', 'watch', 'dismiss'],
      watched: ['clue', 'join', 'dismiss', 'undo'],
      clued: ['undo'],
      joined: ['undo'],
      dismissed: ['undo'],
    });
  });
  it('undo takes back exactly the last that stands, over any walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes), { maxLength: 30 }), (walk) => {
        const taken: TakenStep[] = [];
        const stack = [standingOf([])];
        for (const step of walk) {
          const next = takeStep(taken, { step, clue: `c${taken.length}` });
          if (!next.ok) continue;
          taken.push({ step, clue: `c${taken.length}` });
          if (step === 'undo') stack.pop();
          else stack.push(next.value);
          expect(standingOf(taken)).toEqual(stack.at(-1));
          expect(next.value).toEqual(stack.at(-1));
          expect(next.value.clue !== null).toBe(['clued', 'joined'].includes(next.value.state));
        }
      }),
    );
  });
});

function stepsTo(state: string): TakenStep[] {
  const step = POST_STEPS.find((each) => each.to === state);
  return step ? [{ step: step.code, clue: 'c' }] : [];
}
