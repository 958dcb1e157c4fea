// What do real phones' recordings look like, with words planted where a recorder, a phone or an owner would leave them?
import type { Page } from 'playwright-core';

/** Recorded by the browser itself, from a tone (and a flickering canvas); resolves to the file. */
export async function recordIn(page: Page, type: string, film = false): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ({ type, film }) => {
      const context = new AudioContext();
      const tone = context.createOscillator();
      const out = context.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      const tracks = [...out.stream.getTracks()];
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const flicker = setInterval(() => {
        pen.fillStyle = `hsl(${Math.floor(performance.now()) % 360} 80% 50%)`;
        pen.fillRect(0, 0, 160, 120);
      }, 40);
      if (film) tracks.push(...canvas.captureStream(20).getTracks());
      const recorder = new MediaRecorder(new MediaStream(tracks), { mimeType: type });
      const parts: Blob[] = [];
      recorder.ondataavailable = (event) => parts.push(event.data);
      const ended = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start(250);
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      recorder.stop();
      await ended;
      clearInterval(flicker);
      await context.close();
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    },
    { type, film },
  );
  return Buffer.from(bytes);
}

/** An EBML element (RFC 8794) with a size of eight octets. */
export function element(id: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 1;
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
}

const CLUSTER = Buffer.from('1f43b675', 'hex');

/** A recording as another phone's program would have written it: its own name in place of Chrome's, and tags before the first cluster. */
export function plantInWebm(webm: Buffer, words: string): Buffer {
  const at = webm.indexOf(CLUSTER);
  const tag = element('7373', element('67c8', element('45a3', 'ARTIST'), element('4487', words)));
  const file = element('61a7', element('466e', `${words}.jpg`), element('465c', words));
  const planted = Buffer.concat([
    webm.subarray(0, at),
    element('1254c367', tag),
    element('1941a469', file),
    webm.subarray(at),
  ]);
  const program = planted.indexOf('Chrome');
  if (program < 0) throw new Error('the browser did not write its name');
  planted.write(words.slice(0, 6).padEnd(6), program, 'latin1');
  return planted;
}

/** The Opus packets of a live recording: its clusters have no size. */
function opusPackets(webm: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  for (let at = webm.indexOf(CLUSTER); at >= 0 && at < webm.length; ) {
    if (webm.subarray(at, at + 4).equals(CLUSTER)) {
      at += 12;
      continue;
    }
    const first = webm[at + 1] ?? 0;
    const width = Math.clz32(first) - 23;
    let size = first & (0xff >> width);
    for (let i = 1; i < width; i++) size = size * 256 + (webm[at + 1 + i] ?? 0);
    const body = at + 1 + width;
    if (webm[at] === 0xa3) packets.push(webm.subarray(body + 4, body + size));
    at = body + size;
  }
  return packets;
}

/** RFC 3533's sum of a page, bit by bit. */
function oggSum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

export function oggPage(n: number, flags: number, granule: number, packet: Buffer): Buffer {
  const segments = Math.floor(packet.length / 255) + 1;
  const head = Buffer.alloc(27 + segments, 255);
  head.write('OggS', 0, 'latin1');
  head[4] = 0;
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(77, 14);
  head.writeUInt32LE(n, 18);
  head.writeUInt32LE(0, 22);
  head[26] = segments;
  head[26 + segments] = packet.length % 255;
  const page = Buffer.concat([head, packet]);
  page.writeUInt32LE(oggSum(page), 22);
  return page;
}

const counted = (text: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(text));
  return Buffer.concat([size, Buffer.from(text)]);
};

/** OpusTags with `words` as program and in a comment long enough to need two segments. */
export function opusTags(words: string): Buffer {
  const many = `LOCATION=${words} ${'+38.48+106.23/'.repeat(30)}`;
  return Buffer.concat([
    Buffer.from('OpusTags'),
    counted(words),
    Buffer.from([2, 0, 0, 0]),
    counted(`ARTIST=${words}`),
    counted(many),
  ]);
}

/** The same sound as an OGG file of another recorder, with `words` in its comments. */
export function oggOf(webm: Buffer, words: string): Buffer {
  const head = webm.subarray(webm.indexOf('OpusHead'), webm.indexOf('OpusHead') + 19);
  const packets = opusPackets(webm);
  const sound = packets.map((packet, i) =>
    oggPage(i + 2, i === packets.length - 1 ? 4 : 0, (i + 1) * 2_880, packet),
  );
  return Buffer.concat([oggPage(0, 2, 0, head), oggPage(1, 0, 0, opusTags(words)), ...sound]);
}
