// What is a post, how is it known again, and what becomes of it?
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok, refuse } from '../kernel/outcome.ts';
import { sameText } from './normal.ts';

/** A post as it came in, before it is screened. Everything but the text may be unknown. */
export interface PostDraft {
  readonly text: string;
  readonly title?: string;
  readonly platform?: string;
  readonly url?: string;
  /** Personal: a name or account of whoever posted. */
  readonly author?: string;
  /** ISO instant; a day without a time is its noon in China. */
  readonly postedAt?: string;
  /** Likes, comments and shares together, as far as the source tells. */
  readonly engagement?: number;
}

export const LIMIT = {
  text: 20_000,
  title: 500,
  url: 2_000,
  platform: 60,
  author: 100,
  posts: 500,
  judged: 200,
} as const;

/** What is screened, searched and compared; places of hits count from its beginning. */
export function wholeText(post: Pick<PostDraft, 'title' | 'text'>): string {
  return post.title && !post.text.startsWith(post.title) ? `${post.title}\n${post.text}` : post.text;
}

/** Parameters that tell who shared a link, not where it leads. */
const SHARING =
  /^(?:utm_\w+|spm|scm|share_?\w*|xsec_\w+|from|source|timestamp|_t|sid|shareuid|is_?from\w*|launch_app_store|apptime)$/i;

/** A link without scheme, sharing marks and letter case of its host, so that it is known again; null when it is no web link. */
export function urlKey(url: string): string | null {
  const match = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?)(\/[^?#]*)?(\?[^#]*)?(#[!/].*)?/i.exec(
    url.trim(),
  );
  if (!match) return null;
  const [, host = '', path = '', query = '', route = ''] = match;
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !SHARING.test(pair.split('=')[0] ?? ''))
    .sort();
  const tail = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${host.toLowerCase().replace(/^(?:www|m)\./, '')}${path.replace(/\/+$/, '')}${tail}${route}`;
}

/** The text whose hash says that a post is the same one: its link, else everything known of it. */
export function identityOf(post: PostDraft): string {
  const key = post.url === undefined ? null : urlKey(post.url);
  if (key !== null) return `url ${key}`;
  return [
    'post',
    post.platform ?? '',
    post.author ?? '',
    post.postedAt ?? '',
    sameText(wholeText(post)),
  ].join('\n');
}

export const PLATFORMS = [
  ['抖音', /douyin\.com|iesdouyin/],
  ['快手', /kuaishou\.com|gifshow/],
  ['小红书', /xiaohongshu\.com|xhslink/],
  ['微博', /weibo\.(?:com|cn)/],
  ['微信公众号', /mp\.weixin\.qq\.com/],
  ['闲鱼', /goofish\.com|2\.taobao|xianyu/],
  ['转转', /zhuanzhuan/],
  ['淘宝', /taobao\.com|tmall\.com/],
  ['拼多多', /yangkeduo|pinduoduo/],
  ['百度贴吧', /tieba\.baidu/],
  ['知乎', /zhihu\.com/],
  ['哔哩哔哩', /bilibili\.com|b23\.tv/],
  ['今日头条', /toutiao\.com/],
  ['58同城', /58\.com/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** The platform a link tells, or undefined. */
export function platformOf(url: string): string | undefined {
  return PLATFORMS.find(([, pattern]) => pattern.test(url))?.[0];
}

export const POST_STATES = [
  { code: 'open', label: ['待研判', 'To judge'] },
  { code: 'watched', label: ['持续关注', 'Watched'] },
  { code: 'clued', label: ['已转线索', 'Clue made'] },
  { code: 'joined', label: ['并入线索', 'Joined to a clue'] },
  { code: 'dismissed', label: ['已排除', 'Dismissed'] },
] as const satisfies readonly { code: string; label: Label }[];
export type PostState = (typeof POST_STATES)[number]['code'];

export const POST_STEPS = [
  { code: 'clue', label: ['转为线索', 'Make a clue'], from: ['open', 'watched'], to: 'clued' },
  { code: 'join', label: ['并入已有线索', 'Join to a clue'], from: ['open', 'watched'], to: 'joined' },
  { code: 'watch', label: ['持续关注', 'Watch'], from: ['open'], to: 'watched' },
  { code: 'dismiss', label: ['排除', 'Dismiss'], from: ['open', 'watched'], to: 'dismissed' },
  // Its clue stays a clue: what an officer began is ended by the clue's own steps.
  { code: 'undo', label: ['撤销研判', 'Undo'], from: ['watched', 'clued', 'joined', 'dismissed'], to: null },
] as const satisfies readonly {
  code: string;
  label: Label;
  from: readonly PostState[];
  to: PostState | null;
}[];
export type PostStep = (typeof POST_STEPS)[number]['code'];

/** A step as it was taken; `clue` for those that lead to one. */
export interface TakenStep {
  readonly step: PostStep;
  readonly clue?: string | null;
}
export interface Standing {
  readonly state: PostState;
  readonly clue: string | null;
}

const OPEN: Standing = { state: 'open', clue: null };

/** Where a post stands after its steps: an undo takes back the last step that is not taken back yet. */
export function standingOf(steps: readonly TakenStep[]): Standing {
  const kept: Standing[] = [OPEN];
  for (const { step, clue } of steps) {
    if (step === 'undo') {
      if (kept.length > 1) kept.pop();
      continue;
    }
    const to = POST_STEPS.find((each) => each.code === step)?.to;
    if (to) kept.push({ state: to, clue: step === 'clue' || step === 'join' ? (clue ?? null) : null });
  }
  return kept.at(-1) ?? OPEN;
}

/** Where the post stands after one more step, or why it may not be taken. */
export function takeStep(steps: readonly TakenStep[], next: TakenStep): Outcome<Standing> {
  const now = standingOf(steps);
  const rule = POST_STEPS.find((each) => each.code === next.step);
  const state = POST_STATES.find((each) => each.code === now.state);
  if (!rule || !(rule.from as readonly PostState[]).includes(now.state))
    return refuse('opinion.state', [
      `这条信息现在是“${state?.label[0]}”，不能“${rule?.label[0] ?? next.step}”；请刷新后再试`,
      `The post is now “${state?.label[1]}”, which does not allow this; reload and try again`,
    ]);
  return ok(standingOf([...steps, next]));
}
