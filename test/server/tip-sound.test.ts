// Is a voice note or a film of any recorder free of words when officers hear it, and never broken into something else?
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MediaType, sniff } from '../../src/domain/tip/media.ts';
import { shownCopy } from '../../src/server/file/picture.ts';
import { element, oggPage, opusTags } from '../support/sound.ts';

const MARK = '慕容示例-PHONE7';
const hex = (text: string) => Buffer.from(text, 'hex');
const SOUND = randomBytes(90);

/** A file that was finished: every size known, a seek head, date, title, names, cues, tags, an attachment, and a checksum. */
function webm(codec = 'A_OPUS'): Buffer {
  const info = element(
    '1549a966',
    element('2ad7b1', hex('0f4240')),
    element('4489', hex('459c4000')),
    element('4461', hex('0a1b2c3d4e5f6071')),
    element('7ba9', MARK),
    element('4d80', MARK),
    element('5741', MARK),
    element('73a4', randomBytes(16)),
  );
  const track = element(
    'ae',
    element('d7', hex('01')),
    element('73c5', hex('01')),
    element('83', hex('02')),
    element('536e', `${MARK} microphone`),
    element('22b59c', 'chi'),
    element('86', codec),
    element('63a2', 'OpusHead'),
    element('e1', element('9f', hex('01'))),
  );
  const cluster = element(
    '1f43b675',
    element('e7', hex('00')),
    element('a3', hex('81000080'), SOUND),
    element('ec', `left over ${MARK}`),
    element('a0', element('a1', hex('81000080'), SOUND), element('75a1', MARK)),
  );
  const segment = element(
    '18538067',
    element('bf', hex('01020304')),
    element('114d9b74', element('4dbb', element('53ab', hex('1549a966')))),
    info,
    element('1654ae6b', track),
    element('1254c367', element('7373', element('67c8', element('4487', MARK)))),
    cluster,
    element('1941a469', element('61a7', element('465c', MARK))),
    element('1c53bb6b', element('bb', element('b3', hex('00')))),
  );
  return Buffer.concat([element('1a45dfa3', element('4282', 'webm')), segment]);
}

const OPUS_HEAD = Buffer.concat([Buffer.from('OpusHead'), hex('0101380180bb0000000000')]);
const ogg = () =>
  Buffer.concat([
    oggPage(0, 2, 0, OPUS_HEAD),
    oggPage(1, 0, 0, opusTags(MARK)),
    oggPage(2, 0, 960, SOUND),
    oggPage(3, 4, 1_920, SOUND),
  ]);
const vorbis = () => {
  const comment = Buffer.concat([Buffer.from('\x03vorbis'), opusTags(MARK).subarray(8), hex('01')]);
  return Buffer.concat([
    oggPage(0, 2, 0, Buffer.concat([Buffer.from('\x01vorbis'), Buffer.alloc(23, 1)])),
    oggPage(1, 0, 0, comment),
    oggPage(2, 0, 0, Buffer.concat([Buffer.from('\x05vorbis'), Buffer.alloc(64_900, 7)])),
    oggPage(3, 4, 960, SOUND),
  ]);
};
const chunk = (name: string, body: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
};
const wav = () => {
  const chunks = [
    chunk('fmt ', hex('0100010040 1f0000803e000002001000'.replace(' ', ''))),
    chunk('LIST', Buffer.from(`INFOIART${MARK}`)),
    chunk('data', SOUND),
    chunk('id3 ', Buffer.from(MARK)),
  ];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
};
/** 64 kbit/s at 44.1 kHz: 208 bytes. */
const frame = () => Buffer.concat([hex('fffb5000'), randomBytes(204)]);
const mp3 = () => {
  const words = Buffer.from(`TPE1${MARK}`);
  const tail = Buffer.concat([Buffer.from(`TAG${MARK}`), Buffer.alloc(100)]);
  return Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0'),
    Buffer.from([words.length]),
    words,
    frame(),
    frame(),
    tail,
  ]);
};

const FILES: readonly [MediaType, () => Buffer][] = [
  ['audio/webm', webm],
  ['audio/ogg', ogg],
  ['audio/ogg', vorbis],
  ['audio/wav', wav],
  ['audio/mpeg', mp3],
];

describe('what officers hear', () => {
  it.each(FILES)('of %s has every sound and no word', async (type, make) => {
    const original = make();
    const kept = Buffer.from(original);
    expect(sniff(original)).toBe(type);
    const shown = (await shownCopy(type, original))?.bytes as Buffer;
    expect([original.includes(MARK), shown.includes(MARK)]).toEqual([true, false]);
    expect(original.equals(kept)).toBe(true);
    if (type !== 'audio/mpeg') expect(shown.includes(SOUND)).toBe(true);
    expect(sniff(shown)).toBe(type);
    // What has been stripped once stays as it is.
    expect((await shownCopy(type, shown))?.bytes.equals(shown)).toBe(true);
  });

  it('of a finished WebM keeps every offset, and loses date, language and names', async () => {
    const original = webm();
    const shown = (await shownCopy('audio/webm', original))?.bytes as Buffer;
    expect(shown.length).toBe(original.length);
    expect(shown.indexOf(SOUND)).toBe(original.indexOf(SOUND));
    for (const gone of [hex('0a1b2c3d4e5f6071'), 'chi', 'microphone', 'left over'])
      expect([original.includes(gone), shown.includes(gone)]).toEqual([true, false]);
    // The length of the sound stays: a player shows it.
    expect(shown.includes(hex('459c4000'))).toBe(true);
  });

  it('of an OGG is made of whole pages, numbered in turn', async () => {
    const shown = (await shownCopy('audio/ogg', vorbis()))?.bytes as Buffer;
    const numbers: number[] = [];
    for (let at = shown.indexOf('OggS'); at >= 0; at = shown.indexOf('OggS', at + 4))
      numbers.push(shown.readUInt32LE(at + 18));
    expect(numbers).toEqual(numbers.map((_, i) => i));
    // With the comment before it the set-up of 64 kB no longer fits one page, and came through whole.
    expect(numbers).toHaveLength(4);
    expect(shown.filter((byte) => byte === 7).length).toBeGreaterThanOrEqual(64_900);
  });

  it.each([
    ['Vorbis in WebM, whose set-up has words', 'audio/webm', webm('A_VORBIS')],
    ['a WebM cut short', 'audio/webm', webm().subarray(0, -5)],
    ['a WebM with something behind it', 'audio/webm', Buffer.concat([webm(), Buffer.from(MARK)])],
    ['an OGG cut short', 'audio/ogg', ogg().subarray(0, -5)],
    ['an OGG with something behind it', 'audio/ogg', Buffer.concat([ogg(), Buffer.from(MARK)])],
    ['two sounds in one OGG', 'audio/ogg', Buffer.concat([ogg(), ogg()])],
    ['a WAV cut short', 'audio/wav', wav().subarray(0, -40)],
    ['an MP3 without a frame', 'audio/mpeg', Buffer.from(`ID3\x03\0\0\0\0\0\x04TPE1${MARK}`)],
  ] as const)('%s: only the original is left', async (_, type, bytes) => {
    expect(await shownCopy(type, bytes)).toBeNull();
  });

  it.each(FILES)('%s with bytes gone wrong ends nothing and grows by nothing', (type, make) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(make().length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (slips) => {
          const broken = make();
          for (const [at, byte] of slips) if (at < broken.length) broken[at] = byte;
          const shown = await shownCopy(type, broken);
          expect(shown === null || shown.bytes.length <= broken.length + 64).toBe(true);
        },
      ),
      { numRuns: type === 'audio/ogg' ? 30 : 100 },
    ),
  );
});
