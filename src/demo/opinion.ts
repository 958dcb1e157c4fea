// Which posts did the demo county's clerks find online? Sixty invented ones, some the same again.
import { addDays, toNumber } from '../domain/kernel/day.ts';
import sample from '../domain/opinion/data/sample.json' with { type: 'json' };
import type { PostDraft } from '../domain/opinion/post.ts';
import { createDice } from './dice.ts';

interface DemoPosts {
  readonly posts: readonly (PostDraft & { readonly id: string })[];
  /** Indexes of posts that have been judged already. */
  readonly judged: readonly {
    readonly step: 'watch' | 'dismiss' | 'join';
    readonly posts: readonly number[];
    readonly reason: string;
  }[];
}

const SEED = 20_250_913;
const PLATFORMS = ['抖音', '快手', '闲鱼', '微信群', '百度贴吧', '小红书', '今日头条', '微博'] as const;
const HOSTS: Readonly<Record<string, string>> = {
  ...{ 抖音: 'www.douyin.com/video', 快手: 'www.kuaishou.com/short-video', 闲鱼: 'www.goofish.com/item' },
  ...{
    百度贴吧: 'tieba.baidu.com/p',
    小红书: 'www.xiaohongshu.com/explore',
    今日头条: 'www.toutiao.com/article',
    微博: 'weibo.com/u',
  },
};
const NAMES = [
  '清河小李',
  '山里老赵',
  '早市阿强',
  '鸟友王哥',
  '示范县美食',
  '湿地拍客',
  '县城二手',
  '土味生活',
] as const;
/** The same offer again, as sellers post it: another ending, another account. */
const ENDINGS = ['，在的来', '！！', '（长期有效）', ' 🔥🔥'] as const;

/** Posts up to `today`, always the same for the same day; all names and accounts are invented. */
export function demoPosts(today: string): DemoPosts {
  const dice = createDice(SEED);
  const suspect = sample.filter((post) => post.suspect);
  const harmless = sample.filter((post) => !post.suspect);
  const posts: (PostDraft & { id: string })[] = [];
  const put = (text: string) => {
    const platform = dice.pick(PLATFORMS);
    const day = addDays(today, -dice.int(1, 40));
    const time = `${String(dice.int(0, 9)).padStart(2, '0')}:${String(dice.int(10, 59))}`;
    const host = HOSTS[platform];
    posts.push({
      ...{ id: dice.id(toNumber(day) * 86_400_000 + posts.length), text, platform, author: dice.pick(NAMES) },
      ...{ postedAt: `${day}T${time}:00.000Z`, engagement: dice.int(0, 900) },
      ...(host ? { url: `https://${host}/demo-${1000 + posts.length}` } : {}),
    });
  };
  for (let n = 0; n < 26; n++) put(suspect[(n * 5) % suspect.length]?.text ?? '');
  for (let n = 0; n < 22; n++) put(harmless[(n * 5) % harmless.length]?.text ?? '');
  for (const [n, ending] of ENDINGS.entries()) {
    put(`${suspect[0]?.text}${ending}`);
    put(`${suspect[(n * 5 + 5) % suspect.length]?.text}${ending}`);
    put(`本地刚到一批活斑鸠，25一只，要的抓紧，同城可送，清河大桥头交货${ending}`);
  }
  return {
    posts,
    judged: [
      { step: 'dismiss', posts: [26, 27, 28, 29, 30], reason: '正常经营或与野生动物无关' },
      { step: 'watch', posts: [5, 6], reason: '账号在外地，继续关注' },
      { step: 'join', posts: [2, 3], reason: '与该线索为同一账号' },
    ],
  };
}
