// What did a person paste: links, a share text, several posts, or the content of a file?
import { fieldOf, tidyText } from './draft.ts';
import { type PostDraft, platformOf } from './post.ts';

export type Pasted =
  /** Posts, in their order. */
  | { readonly kind: 'posts'; readonly posts: readonly PostDraft[] }
  /** Better read as a file: JSON, a feed, or cells copied from a sheet. `name` suits the content. */
  | { readonly kind: 'file'; readonly name: string };

const LINK = /https?:\/\/[^\s<>"'，。；、）】》！？]+/giu;
/** What apps add to a shared text. */
const SHARE_TAIL =
  /(?:复制(?:此|这条|本条)?(?:链接|信息|口令)[\s\S]{0,40}$|打开(?:抖音|快手|小红书|微博|淘宝|闲鱼)[\s\S]{0,40}$|看看【[^】]{0,60}】)/u;

/** Blocks between blank lines are posts; without blank lines each line is one, and a line that is only a link belongs to the text before it. */
export function readPaste(pasted: string): Pasted {
  const text = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .trim();
  if (/^[[{]/.test(text) && /[\]}]$/.test(text)) return { kind: 'file', name: 'pasted.json' };
  if (/^<(?:\?xml|rss|feed|rdf)/i.test(text)) return { kind: 'file', name: 'pasted.xml' };
  const heads = (text.split('\n')[0] ?? '').split('\t');
  if (heads.length > 1 && heads.filter((head) => fieldOf(head) !== undefined).length >= 2)
    return { kind: 'file', name: 'pasted.csv' };
  const blocks = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : joinLinks(text.split('\n'));
  return { kind: 'posts', posts: blocks.map(toDraft).filter((draft) => draft !== null) };
}

function joinLinks(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const before = out.at(-1);
    if (isOnlyLink(line) && before !== undefined && linksOf(before).length === 0)
      out[out.length - 1] = `${before}\n${line}`;
    else out.push(line);
  }
  return out;
}

const linksOf = (text: string) => text.match(LINK) ?? [];
const isOnlyLink = (line: string) => linksOf(line).length === 1 && line.replace(LINK, '').trim() === '';

function toDraft(block: string): PostDraft | null {
  const url = linksOf(block)[0];
  const text = tidyText(block.replace(LINK, ' ').replace(SHARE_TAIL, ' '));
  if (text === '' && url === undefined) return null;
  const platform = url === undefined ? undefined : platformOf(url);
  return { text, ...(url ? { url } : {}), ...(platform ? { platform } : {}) };
}
