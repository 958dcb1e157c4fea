// What does the edition for publication leave open? Numbers, dates and the names of county and city, as the policy says.
import { formatDay } from '../kernel/day.ts';
import type { Block, Document, Inline, RedHead } from './document.ts';
import type { RedactionPolicy } from './outline.ts';

export interface Redaction extends RedactionPolicy {
  /** Ids of the numbers to blank. */
  readonly blank: ReadonlySet<string>;
  readonly county: string;
  readonly city: string;
  readonly villages: readonly string[];
}

const NUMBER = /^(约?)(?:[\d.,]+|[〇一二三四五六七八九十百千两]+)万?/u;

/** '320余人次' → 'xx余人次', '1.2万元' → 'xx元', '三起' → 'xx起'; the unit and 余 stay, 少量 too. One length for all. */
export function blankNumber(text: string, mark: string): string {
  return text.replace(NUMBER, `$1${mark}`);
}

const DATES = [/\d{4}(?=年)/g, /\d{1,2}(?=月)/g, /\d{1,2}(?=日)/g, /(?<=〔)\d{4}(?=〕)/g];

/** 2025年7月初至10月底 → xxxx年x月初至xx月底. */
export function blankDates(text: string, mark: string): string {
  const one = mark.charAt(0);
  return DATES.reduce((said, pattern) => said.replace(pattern, (digits) => one.repeat(digits.length)), text);
}

/** `document` for publication: no links, no figure ids, no journal head, blanked as `redaction` says. */
export function redact(document: Document, redaction: Redaction): Document {
  const say = (text: string) => redactText(text, redaction);
  const blocks = (list: readonly Block[]): Block[] =>
    published(list).map((block) => redactBlock(block, redaction));
  const { footer: _footer, redHead, addressee, imprint, notes, ...rest } = document;
  return {
    ...rest,
    title: document.title.map(say),
    issuer: say(document.issuer),
    ...(redHead ? { redHead: redactHead(redHead, say) } : {}),
    ...(addressee ? { addressee: say(addressee) } : {}),
    ...(notes ? { notes: say(notes) } : {}),
    blocks: blocks(document.blocks),
    // A table of figures has nothing left to say once they are blank.
    attachments: redaction.numbers
      ? []
      : document.attachments.map((a) => ({ title: say(a.title), blocks: blocks(a.blocks) })),
    signature: {
      ...document.signature,
      agency: say(document.signature.agency),
      ...(redaction.dates
        ? { dateText: blankDates(formatDay(document.signature.date, 'zh'), redaction.mark) }
        : {}),
    },
    // The imprint names the day of printing.
    ...(imprint && !redaction.dates
      ? {
          imprint: {
            ...imprint,
            issuer: say(imprint.issuer),
            ...(imprint.cc ? { cc: imprint.cc.map(say) } : {}),
          },
        }
      : {}),
  };
}

/** Without what is internal, and without the headings that then stand over nothing. */
function published(blocks: readonly Block[]): Block[] {
  const isInternal = (block: Block | undefined) => block?.b === 'para' && block.internal === true;
  return blocks.filter((block, i) => {
    if (isInternal(block)) return false;
    if (block.b !== 'heading' || !isInternal(blocks[i + 1])) return true;
    const after = blocks.slice(i + 1).find((next) => !isInternal(next));
    return after !== undefined && !(after.b === 'heading' && after.level <= block.level);
  });
}

/** Who signed and which copy it is are nobody's business outside. */
function redactHead(head: RedHead, say: (text: string) => string): RedHead {
  const { signer: _signer, copyNo: _copyNo, docNo, ...rest } = head;
  return { ...rest, agency: say(head.agency), ...(docNo ? { docNo: say(docNo) } : {}) };
}

function redactBlock(block: Block, redaction: Redaction): Block {
  if (block.b === 'table') {
    const say = (text: string) => redactText(text, redaction);
    return { ...block, caption: say(block.caption), rows: block.rows.map((row) => row.map(say)) };
  }
  return { ...block, inlines: block.inlines.map((inline) => redactInline(inline, redaction)) };
}

function redactInline(inline: Inline, redaction: Redaction): Inline {
  if (inline.t === 'text') return { ...inline, text: redactText(inline.text, redaction) };
  const text = redaction.blank.has(inline.id) ? blankNumber(inline.text, redaction.mark) : inline.text;
  return { t: 'text', text };
}

function redactText(text: string, redaction: Redaction): string {
  const { place, county, city, villages, mark } = redaction;
  let said = text;
  for (const village of villages) said = said.replaceAll(village, `${mark === 'xx' ? 'x' : mark}村`);
  for (const name of [county, city].filter((name) => name !== '').sort((a, b) => b.length - a.length))
    said = said.replaceAll(name, `${place}${name.slice(-1)}`);
  return redaction.dates ? blankDates(said, mark) : said;
}
