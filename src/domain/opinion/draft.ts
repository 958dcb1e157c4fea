// Which post does a row, a JSON object or a feed's entry tell of, whatever it calls its parts?
import type { Label } from '../kernel/label.ts';
import { readInstant } from './instant.ts';
import { LIMIT, type PostDraft, platformOf } from './post.ts';

/** Where a problem stands: 行3, 第3条, <item>3. `lost`: nothing of it could be kept as a post. */
export interface PostProblem {
  readonly where: string;
  readonly message: Label;
  readonly lost: boolean;
}

export type PostField = 'text' | 'title' | 'url' | 'platform' | 'author' | 'postedAt' | 'engagement';

/** What files call the parts of a post; compared without case, width, blanks and signs. Exports of several monitors, and common APIs. */
const NAMES: Readonly<Record<PostField, string>> = {
  text: `内容 正文 文本 原文 文案 帖子内容 微博内容 发布内容 信息内容 全文 摘要 描述 帖文 评论内容 作品描述 商品描述 text content body description desc summary
    fulltext caption message contentencoded noteDesc rawtext`,
  title: '标题 题目 帖子标题 文章标题 作品标题 商品标题 信息标题 title subject headline',
  url: '链接 网址 地址 原文链接 原文地址 链接地址 作品链接 帖子链接 信息链接 url link href permalink uri noteurl shareurl webpageurl',
  platform:
    '平台 来源平台 来源 媒体 网站 渠道 站点 媒体名称 来源网站 发布平台 platform source site media channel website',
  author:
    '作者 发布者 账号 昵称 用户名 用户 博主 发布人 发布账号 作者昵称 卖家 author user username nickname screenname creator dccreator poster',
  postedAt: `时间 发布时间 发布日期 日期 发表时间 发帖时间 创建时间 postedat published pubdate publishedat createdat createtime date time timestamp publishtime
    updated dcdate datetime`,
  engagement: `互动量 互动数 热度 点赞 点赞数 赞 评论 评论数 转发 转发数 分享 分享数 收藏 收藏数 阅读 likes likecount comments commentcount shares sharecount
    reposts favorites diggcount interactions engagement`,
};

const keyOf = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(].*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const BY_NAME = new Map<string, PostField>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [keyOf(name), field as PostField] as const),
  ),
);

/** The part of a post a heading or key names, or undefined. */
export function fieldOf(name: string): PostField | undefined {
  return BY_NAME.get(keyOf(name));
}

export type DraftRead =
  | { readonly draft: PostDraft; readonly notes: readonly Label[] }
  | { readonly missing: Label };

/** Parts → draft. Parts of the same field: texts by the longest, engagement by the sum, others by the first. */
export function draftOf(parts: Iterable<readonly [string, unknown]>): DraftRead {
  const found: Partial<Record<PostField, unknown>> = {};
  for (const [name, raw] of parts) {
    const field = fieldOf(name);
    const value = field && plainOf(raw);
    if (field === undefined || value === undefined || value === '') continue;
    if (field === 'engagement') found.engagement = Number(found.engagement ?? 0) + countOf(value);
    else if (field === 'text' && String(found.text ?? '').length < String(value).length) found.text = value;
    else found[field] ??= value;
  }
  return finish(found);
}

function finish(found: Partial<Record<PostField, unknown>>): DraftRead {
  const notes: Label[] = [];
  const take = (field: 'text' | 'title' | 'url' | 'platform' | 'author') => {
    const whole =
      field === 'text'
        ? tidyText(String(found[field] ?? ''))
        : tidyText(String(found[field] ?? '')).replace(/\s+/g, ' ');
    if (whole.length <= LIMIT[field]) return whole;
    notes.push([
      `${field}超过${LIMIT[field]}字，只留前面部分；全文见原件`,
      `${field} cut at ${LIMIT[field]} characters; the original has all`,
    ]);
    return whole.slice(0, LIMIT[field]).toWellFormed();
  };
  const [text, title, url, author] = [take('text'), take('title'), take('url'), take('author')];
  if (text === '' && title === '' && url === '')
    return { missing: ['没有内容，也没有链接', 'Neither text nor link'] };
  const platform = take('platform') || (url ? platformOf(url) : undefined) || '';
  const postedAt = found.postedAt === undefined ? undefined : readInstant(found.postedAt);
  if (found.postedAt !== undefined && postedAt === undefined)
    notes.push([
      `看不懂时间“${String(found.postedAt).slice(0, 40)}”，未填`,
      `Cannot read the time "${String(found.postedAt).slice(0, 40)}"; left empty`,
    ]);
  const engagement =
    typeof found.engagement === 'number' && Number.isFinite(found.engagement)
      ? Math.min(Math.round(found.engagement), 2_000_000_000)
      : undefined;
  return {
    notes,
    draft: {
      text: text === '' ? title : text,
      ...(title && text !== '' ? { title } : {}),
      ...(url ? { url } : {}),
      ...(platform ? { platform } : {}),
      ...(author ? { author } : {}),
      ...(postedAt ? { postedAt } : {}),
      ...(engagement ? { engagement } : {}),
    },
  };
}

/** {name: …} of an API's author; the first of a list. */
function plainOf(raw: unknown): string | number | undefined {
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw === 'number') return raw;
  if (Array.isArray(raw)) return plainOf(raw[0]);
  if (raw === null || typeof raw !== 'object') return undefined;
  const inner = raw as Record<string, unknown>;
  for (const name of ['name', 'nickname', 'screen_name', 'screenName', 'username', 'title', 'href', 'count'])
    if (typeof inner[name] === 'string' || typeof inner[name] === 'number') return plainOf(inner[name]);
  return undefined;
}

/** 1.2万 → 12000. */
function countOf(value: string | number): number {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.max(0, value) : 0;
  const match = /^([\d,]+(?:\.\d+)?)\s*(万|w|k|千)?\+?$/i.exec(value.normalize('NFKC').trim());
  if (!match) return 0;
  const unit = { 万: 10_000, w: 10_000, k: 1_000, 千: 1_000 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return Number((match[1] ?? '').replaceAll(',', '')) * unit;
}

/** Markup taken off, blanks tidied, what no database holds taken out. */
export function tidyText(raw: string): string {
  const text = /<[a-z!/]/i.test(raw) ? stripMarkup(raw) : raw;
  return text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a piece of HTML; scripts and styles say nothing. */
export function stripMarkup(html: string): string {
  return html
    .replace(/<(script|style|head|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[a-z!/][^<>]{0,2000}>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    });
}
