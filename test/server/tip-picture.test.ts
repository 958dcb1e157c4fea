// Is what officers are shown free of what a phone wrote into it, whatever it was?
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { blankBoxes, checkImage, shownCopy } from '../../src/server/file/picture.ts';

const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const text = (words: string) => Buffer.from(words, 'utf8');
/** Version 0 header: flags, creation and modification, timescale, duration. */
const times = (name: string) => {
  const body = Buffer.alloc(20);
  body.writeUInt32BE(3_900_000_001, 4);
  body.writeUInt32BE(3_900_000_002, 8);
  body.writeUInt32BE(600, 12);
  body.writeUInt32BE(6_000, 16);
  return box(name, body);
};
const SOUND = randomBytes(300);
const film = () =>
  Buffer.concat([
    box('ftyp', text('isom'), Buffer.alloc(4)),
    box(
      'moov',
      times('mvhd'),
      box(
        'trak',
        times('tkhd'),
        box('mdia', times('mdhd'), box('hdlr', Buffer.alloc(24), text('FictionalCam SoundHandle'))),
        box('udta', text('named-by-the-owner')),
      ),
      box('udta', box('\u00a9xyz', text('+38.4820+106.2310/')), box('meta', text('FICTIONAL-PHONE-7'))),
    ),
    box('uuid', randomBytes(16), text('vendor 张三')),
    box('mdat', SOUND),
    box('free', text('left over words')),
  ]);

describe('a film', () => {
  it('keeps picture and sound where they were, and loses place, device, owner and time', async () => {
    const original = film();
    const shown = (await shownCopy('video/mp4', original))?.bytes as Buffer;
    expect(shown.length).toBe(original.length);
    expect(shown.indexOf(SOUND)).toBe(original.indexOf(SOUND));
    for (const word of ['38.4820', 'FICTIONAL', 'owner', '张三', 'left over', 'FictionalCam'])
      expect([original.includes(word), shown.includes(word)], word).toEqual([true, false]);
    expect(
      shown.includes(original.subarray(original.indexOf('mvhd') + 8, original.indexOf('mvhd') + 16)),
    ).toBe(false);
    // The duration stays: a player needs it.
    expect(shown.readUInt32BE(shown.indexOf('mvhd') + 20)).toBe(6_000);
  });

  it('whose boxes do not add up is not shown, and never ends the house', () => {
    const whole = film();
    expect(blankBoxes(whole.subarray(0, -5))).toBeNull();
    expect(blankBoxes(Buffer.concat([whole, box('evil', text('x'))]))).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (slips) => {
          const broken = Buffer.from(whole);
          for (const [at, byte] of slips) broken[at] = byte;
          const shown = blankBoxes(broken);
          expect(shown === null || shown.length === broken.length).toBe(true);
        },
      ),
    );
  });
});

describe('a picture', () => {
  const plain = sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } });
  it.each(['jpeg', 'png', 'webp'] as const)('in %s loses everything but what is seen', async (format) => {
    const marked = plain.clone().withExif({ IFD0: { Artist: '张三丰收', Orientation: '6' } });
    const original = await marked
      .toFormat(format)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">needle</x:xmpmeta>')
      .toBuffer();
    expect((await sharp(original).metadata()).xmp?.includes('needle')).toBe(true);
    expect(await checkImage(original)).toBe(true);
    const shown = await shownCopy(`image/${format}`, original);
    const { exif, xmp, icc, iptc } = await sharp(shown?.bytes).metadata();
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(shown?.bytes.includes('needle') || shown?.bytes.includes('张三')).toBe(false);
  });

  it('of many frames counts all of them', async () => {
    // Each frame is four megapixels, all of them together more than we unpack; equal frames would be stored as one.
    const frame = (i: number) =>
      sharp({
        create: {
          width: 2_000,
          height: 2_000,
          channels: 3,
          background: { r: i * 12, g: 255 - i * 12, b: i },
        },
      })
        .png()
        .toBuffer();
    const frames = await Promise.all(Array.from({ length: 20 }, (_, i) => frame(i)));
    const flood = await sharp(frames, { join: { animated: true } })
      .webp({ effort: 0 })
      .toBuffer();
    expect(await checkImage(frames[0] as Buffer)).toBe(true);
    expect(await checkImage(flood)).toBe(false);
    expect(await checkImage(randomBytes(1_000))).toBe(false);
    expect(
      await checkImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>')),
    ).toBe(false);
  });

  it('that has no safe copy is not shown at all', async () => {
    for (const type of ['image/heic', 'video/webm', 'audio/ogg', 'audio/wav', 'audio/mpeg'] as const)
      expect(await shownCopy(type, randomBytes(200))).toBeNull();
  });
});
