// Which posts are in an RSS or Atom feed?
import sax from 'sax';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { draftOf, type PostProblem } from '../../domain/opinion/draft.ts';
import { itemsOf, type ReadItem } from './item.ts';

/** No feed nests deeper; a file made to exhaust memory does. */
const MOST_DEEP = 64;
/** A file with more slips of the pen is no feed. */
const MOST_FAULTS = 50;
const PIECE = 64 * 1024;

interface Entry {
  readonly line: number;
  readonly parts: [string, string][];
}

interface State {
  readonly path: string[];
  readonly entries: Entry[];
  readonly problems: PostProblem[];
  /** Title of the channel: where its posts come from. */
  title: string;
  /** What the part under way says. */
  part: { name: string; text: string; deep: number } | null;
  refused: Outcome<never> | null;
}

/** Items of RSS 0.9–2.0 and RDF, entries of Atom. A document type is refused: entities are how XML is made to explode. */
export function readFeed(text: string): Outcome<AsyncIterable<ReadItem>> {
  const state: State = { path: [], entries: [], problems: [], title: '', part: null, refused: null };
  const parser = sax.parser(true, { position: true, trim: false, normalize: false });
  listen(parser, state);
  for (let at = 0; at < text.length && state.refused === null; at += PIECE)
    feed(parser, text.slice(at, at + PIECE));
  if (state.refused === null) feed(parser, null);
  if (state.refused !== null) return state.refused;
  if (state.entries.length === 0)
    return refuse('opinion.none', [
      '这个XML里没有RSS的item或Atom的entry',
      'No item of RSS or entry of Atom in this XML',
    ]);
  return ok(items(state));
}

async function* items({ entries, problems, title }: State): AsyncGenerator<ReadItem> {
  for (const problem of problems) yield { problem };
  for (const [i, { line, parts }] of entries.entries()) {
    const source: [string, string][] = title === '' ? [] : [['platform', title]];
    yield* itemsOf(`第${i + 1}条（第${line}行）`, draftOf([...parts, ...source]));
  }
}

/** The parser throws what its listeners do not take care of; after a fault it can go on. */
function feed(parser: sax.SAXParser, piece: string | null): void {
  if (piece === null) parser.close();
  else parser.write(piece);
}

const local = (name: string) => name.toLowerCase().replace(/^.*:/, '');
const isEntry = (name: string) => name === 'item' || name === 'entry';

function listen(parser: sax.SAXParser, state: State): void {
  parser.ondoctype = () => {
    state.refused ??= refuse('opinion.unsafe', [
      'XML含有文档类型或实体声明，不予打开',
      'The XML declares a document type or entities and is not opened',
    ]);
  };
  parser.onerror = () => {
    const where = `第${parser.line + 1}行`;
    if (state.problems.length < MOST_FAULTS)
      state.problems.push({
        ...{ where, lost: false },
        message: ['XML写法有误，跳过此处继续读', 'The XML is broken here; reading goes on behind it'],
      });
    else
      state.refused ??= refuse('opinion.xml', ['XML错误太多，无法读取', 'The XML is too broken to be read']);
    parser.error = null as unknown as Error;
    parser.resume();
  };
  parser.onopentag = (tag) => opened(parser, state, tag as sax.Tag);
  parser.onclosetag = () => closed(state);
  const said = (text: string) => {
    if (state.part) state.part.text += text;
  };
  parser.ontext = said;
  parser.oncdata = said;
}

function opened(parser: sax.SAXParser, state: State, tag: sax.Tag): void {
  const name = local(tag.name);
  state.path.push(name);
  if (state.path.length > MOST_DEEP) {
    state.refused ??= refuse('opinion.unsafe', [
      'XML层次过深，不予打开',
      'The XML nests too deep and is not opened',
    ]);
    return;
  }
  if (state.part) {
    state.part.text += ' ';
    return;
  }
  const above = state.path.at(-2) ?? '';
  if (isEntry(name)) state.entries.push({ line: parser.line + 1, parts: [] });
  else if (isEntry(above)) {
    state.part = { name: partName(tag), text: '', deep: state.path.length };
    const href = tag.attributes['href'];
    const rel = tag.attributes['rel'];
    if (name === 'link' && href && (rel === undefined || rel === 'alternate'))
      state.entries.at(-1)?.parts.push(['url', href]);
  } else if (name === 'title' && (above === 'channel' || above === 'feed'))
    state.part = { name: '', text: '', deep: state.path.length };
}

/** dc:creator and content:encoded keep their meaning; other prefixes do not matter. */
function partName(tag: sax.Tag): string {
  const name = tag.name.toLowerCase();
  if (name === 'content:encoded' || name === 'dc:creator' || name === 'dc:date') return name;
  return local(name);
}

function closed(state: State): void {
  const { part } = state;
  if (part && part.deep === state.path.length) {
    const text = part.text.trim();
    if (part.name === '') state.title ||= text;
    else if (text !== '') state.entries.at(-1)?.parts.push([part.name, text]);
    state.part = null;
  }
  state.path.pop();
}
