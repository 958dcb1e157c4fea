// How is an XML part of a workbook walked, piece by piece, without entities or declarations?
import sax from 'sax';
import { refused, WorkbookRefused } from './limits.ts';
import type { Part } from './package.ts';

export interface Handlers {
  /** `name` without its prefix; attributes as written. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds a part through `handlers`, pausing after each piece so that the caller can hand rows on. */
export async function* walk(part: Part, handlers: Handlers): AsyncGenerator<void, void> {
  const parser = makeParser(handlers, part.name);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of part.stream()) {
    write(parser, decoder.decode(piece, { stream: true }), part.name);
    yield;
  }
  write(parser, decoder.decode(), part.name);
  close(parser, part.name);
  yield;
}

export async function walkAll(part: Part, handlers: Handlers): Promise<void> {
  for await (const _ of walk(part, handlers)) void _;
}

function makeParser(handlers: Handlers, where: string): sax.SAXParser {
  const parser = sax.parser(true, { position: false, trim: false, normalize: false });
  parser.onopentag = (tag) => handlers.open?.(local(tag.name), tag.attributes as Record<string, string>);
  parser.onclosetag = (name) => handlers.close?.(local(name));
  parser.ontext = (text) => handlers.text?.(text);
  parser.oncdata = (text) => handlers.text?.(text);
  // OOXML forbids DTDs (ECMA-376-2, M1.17); an entity declaration is how XML is made to explode.
  parser.ondoctype = () => {
    throw refused('workbook.unsafe', { where });
  };
  parser.onerror = (error) => {
    throw error;
  };
  return parser;
}

function write(parser: sax.SAXParser, text: string, where: string): void {
  if (text !== '') guarded(() => parser.write(text), where);
}

function close(parser: sax.SAXParser, where: string): void {
  guarded(() => parser.close(), where);
}

function guarded(step: () => void, where: string): void {
  try {
    step();
  } catch (error) {
    // The parser throws plain errors; anything more specific is a bug of ours.
    if (error instanceof WorkbookRefused || (error instanceof Error && error.constructor !== Error))
      throw error;
    throw refused('workbook.damaged', { where });
  }
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** OOXML writes characters XML cannot hold as _xHHHH_ (ECMA-376-1, 22.9.2.19 ST_Xstring). */
export function unescapeX(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
