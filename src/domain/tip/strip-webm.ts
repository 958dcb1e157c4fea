// What does a WebM file (Chrome and Android record it) show of whoever made it, and how is that blanked? RFC 8794, RFC 9559.

/** What a player needs, by the element it stands in. Anything else that may stand there is blanked: a list of what tells would never end. */
const ROOT = 0;
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const CLUSTER = 0x1f43b675;
const GROUP = 0xa0;
const SEEK_HEAD = 0x114d9b74;
const CUES = 0x1c53bb6b;
const VOID = 0xec;
const CODEC = 0x86;
/** Vorbis is not among them: its set-up carries words of the encoder's and the owner's. */
const CODECS: ReadonlySet<string> = new Set(['A_OPUS', 'V_VP8', 'V_VP9', 'V_AV1']);

const KEPT: Readonly<Record<number, ReadonlySet<number>>> = {
  [ROOT]: new Set([EBML, SEGMENT]),
  [EBML]: new Set([0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285]),
  [SEGMENT]: new Set([SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES]),
  // TimestampScale and Duration; not date, title, device, program.
  [INFO]: new Set([0x2ad7b1, 0x4489]),
  [TRACKS]: new Set([TRACK]),
  // Number, UID, type, flags, codec and its set-up, delays, and the forms of picture and sound; not name or language.
  [TRACK]: new Set([
    ...[0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23e383],
    ...[0x234e7a, 0x23314f, 0x55ee, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xe0, 0xe1],
  ]),
  // Timestamp, position, size of the one before, blocks.
  [CLUSTER]: new Set([0xe7, 0xa7, 0xab, 0xa3, GROUP]),
  [GROUP]: new Set([0xa1, 0x9b, 0xfb, 0xfa, 0x75a2]),
};
/** Elements whose end a live recorder does not know when it writes them. */
const ENDLESS: ReadonlySet<number> = new Set([SEGMENT, CLUSTER]);
/** Of a Segment's own, as they end a Cluster of unknown size. */
const LEVEL_ONE: ReadonlySet<number> = new Set([
  ...[SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES],
  ...[0x1254c367, 0x1941a469, 0x1043a770],
]);

interface Head {
  readonly id: number;
  /** Where its data begin and end; -1 when the size is unknown. */
  readonly body: number;
  readonly end: number;
}

/**
 * The same file with every element blanked in place that a player does not need (tags, attachments, chapters, date, title, program,
 * names), so that no offset moves. Null when the elements do not add up, or a codec is none of a recorder's.
 */
export function withoutWebmWords(original: Uint8Array): Uint8Array | null {
  const film = new Uint8Array(original);
  return blank(film, 0, film.length, ROOT) === film.length ? film : null;
}

/** Blanks the children between `from` and `until`; returns where it ended, or -1. */
function blank(film: Uint8Array, from: number, until: number, parent: number, endless = false): number {
  let at = from;
  while (at < until) {
    const head = readHead(film, at);
    if (!head) return -1;
    if (endless && parent === CLUSTER && LEVEL_ONE.has(head.id)) return at;
    const open = head.end < 0;
    if (open && !(ENDLESS.has(head.id) && KEPT[parent]?.has(head.id))) return -1;
    const end = open ? until : head.end;
    if (end > until) return -1;
    if (!KEPT[parent]?.has(head.id)) {
      // Beside what a file must begin with, nothing of unknown kind is carried along.
      if (parent === ROOT && head.id !== VOID) return -1;
      makeVoid(film, at, end);
      at = end;
    } else if (KEPT[head.id]) {
      at = blank(film, head.body, end, head.id, open);
      if (at < 0) return -1;
    } else {
      if (head.id === CODEC && !CODECS.has(latin(film, head.body, end))) return -1;
      at = end;
    }
  }
  return at;
}

const latin = (film: Uint8Array, from: number, until: number) =>
  String.fromCharCode(...film.subarray(from, Math.min(until, from + 32))).replace(/\0+$/, '');

/** Turns the element into one of the same length that every reader skips, empty. */
function makeVoid(film: Uint8Array, from: number, until: number): void {
  const rest = until - from - 2;
  film.fill(0, from, until);
  film[from] = VOID;
  if (rest < 127) {
    film[from + 1] = 0x80 | rest;
    return;
  }
  film[from + 1] = 0x01;
  for (let i = 8, size = rest - 7; i > 1; i--, size = Math.floor(size / 256)) film[from + i] = size % 256;
}

function readHead(film: Uint8Array, at: number): Head | null {
  const idWidth = widthOf(film[at]);
  const sizeAt = at + idWidth;
  const width = widthOf(film[sizeAt]);
  const body = sizeAt + width;
  if (idWidth > 4 || width > 8 || body > film.length) return null;
  let id = 0;
  for (let i = at; i < sizeAt; i++) id = id * 256 + (film[i] ?? 0);
  const mask = 0xff >> width;
  let size = (film[sizeAt] ?? 0) & mask;
  let unknown = size === mask;
  for (let i = sizeAt + 1; i < body; i++) {
    size = size * 256 + (film[i] ?? 0);
    unknown &&= film[i] === 0xff;
  }
  return { id, body, end: unknown ? -1 : body + size };
}

/** Octets of a variable-size integer by its first; 9 when there is none. */
const widthOf = (first: number | undefined): number => (first ? Math.clz32(first) - 23 : 9);
