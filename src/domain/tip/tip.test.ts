// Do receipts, shares, the seal and the sniffing of files hold?
import { createECDH, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hpkeKey } from './hpke.ts';
import { sniff } from './media.ts';
import { groupReceipt, readReceipt, receiptFrom } from './receipt.ts';
import { joinShares, mod, ORDER, splitSecret } from './share.ts';
import { bitsFor, zeroBits } from './work.ts';

const scalar = fc.bigInt({ min: 1n, max: ORDER - 1n });

describe('a receipt', () => {
  it('has 16 digits, is read back however it was typed, and knows every slip of one digit', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(15),
        fc.integer({ min: 1, max: 9 }),
        (bytes, at, by) => {
          const receipt = receiptFrom(bytes);
          if (receipt === null) return;
          expect(receipt).toMatch(/^\d{16}$/);
          expect(readReceipt(` ${groupReceipt(receipt)} `)).toBe(receipt);
          const wrong = receipt.slice(0, at) + ((Number(receipt[at]) + by) % 10) + receipt.slice(at + 1);
          expect(readReceipt(wrong)).toBeNull();
        },
      ),
    );
  });
  it('takes no digit more often than another', () => {
    expect(receiptFrom(new Uint8Array(20).fill(255))).toBeNull();
    expect(receiptFrom(Uint8Array.from([255, ...Array(15).fill(249)]))).toMatch(/^9{15}\d$/);
  });
  it.each(['', '1234', 'abcd efgh ijkl mnop', '1234 5678 9012 34567'])('is not %j', (text) => {
    expect(readReceipt(text)).toBeNull();
  });
});

describe('a secret split between keepers', () => {
  it('comes back from any two, in either order, and from no one alone', () => {
    fc.assert(
      fc.property(scalar, scalar, fc.integer({ min: 2, max: 6 }), (secret, chance, n) => {
        const shares = splitSecret(
          secret,
          chance,
          Array.from({ length: n }, (_, i) => i + 1),
        );
        for (const a of shares)
          for (const b of shares) if (a.x !== b.x) expect(joinShares(a, b)).toBe(secret);
        // One share fits every secret: for any other there is a line through it.
        const [only] = shares;
        const other = mod(secret + 1n) || 1n;
        const slope = mod((only?.y ?? 0n) - other);
        if (slope > 0n) expect(splitSecret(other, slope, [1, 2])[0]?.y).toBe(only?.y);
      }),
      { numRuns: 60 },
    );
  });
  it('gives a new keeper a share of the same line without the secret being put together', () => {
    fc.assert(
      fc.property(scalar, scalar, (secret, chance) => {
        const [a, b, c] = splitSecret(secret, chance, [1, 2, 7]) as [never, never, { x: 7; y: bigint }];
        expect(joinShares(a, b, 7)).toBe(c.y);
      }),
      { numRuns: 30 },
    );
  });
  it('refuses what would give the secret away', () => {
    expect(() => splitSecret(5n, 7n, [0, 1])).toThrow(RangeError);
    expect(() => splitSecret(5n, 7n, [1])).toThrow(RangeError);
    expect(() => splitSecret(5n, 7n, [1, 1])).toThrow(RangeError);
    expect(() => splitSecret(0n, 7n, [1, 2])).toThrow(RangeError);
    expect(() => splitSecret(5n, 0n, [1, 2])).toThrow(RangeError);
  });
});

describe('the seal', () => {
  it('is that of RFC 9180, appendix A.5.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, base mode', () => {
    const hmac = (key: Uint8Array, message: Uint8Array) =>
      new Uint8Array(createHmac('sha256', key).update(message).digest());
    const enc = Buffer.from(
      '04c07836a0206e04e31d8ae99bfd549380b072a1b1b82e563c935c095827824fc1559eac6fb9e3c70cd3193968994e7fe9781aa103f5b50e934b5b2f387e381291',
      'hex',
    );
    const recipient = createECDH('prime256v1');
    recipient.setPrivateKey('a4d1c55836aa30f9b3fbb6ac98d338c877c2867dd3a77396d13f68d3ab150d3b', 'hex');
    const info = Buffer.from('Ode on a Grecian Urn');
    const { key, nonce } = hpkeKey(hmac, recipient.computeSecret(enc), enc, recipient.getPublicKey(), info);
    expect(Buffer.from(key).toString('hex')).toBe(
      'a8f45490a92a3b04d1dbf6cf2c3939ad8bfc9bfcb97c04bffe116730c9dfe3fc',
    );
    expect(Buffer.from(nonce).toString('hex')).toBe('726b4390ed2209809f58c693');
  });
});

describe('work', () => {
  it('counts zero bits', () => {
    expect(zeroBits(Uint8Array.from([0, 0, 0x10]))).toBe(19);
    expect(zeroBits(Uint8Array.from([0x80]))).toBe(0);
    expect(zeroBits(new Uint8Array(4))).toBe(32);
  });
  it('grows with the load and stops at a minute', () => {
    expect(bitsFor(17, { house: 0, address: 0 })).toBe(17);
    expect(bitsFor(17, { house: 60, address: 5 })).toBe(17);
    expect(bitsFor(17, { house: 240, address: 0 })).toBe(19);
    expect(bitsFor(17, { house: 0, address: 40 })).toBe(20);
    expect(bitsFor(17, { house: 1e9, address: 1e9 })).toBe(23);
    expect(bitsFor(0, { house: 1e9, address: 0 })).toBe(0);
  });
});

describe('a file', () => {
  const head = (...parts: (string | number[])[]) =>
    Buffer.concat([
      ...parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))),
      Buffer.alloc(64),
    ]);
  it.each([
    [head([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [head([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
    [head('RIFF', [1, 0, 0, 0], 'WEBP'), 'image/webp'],
    [head('RIFF', [1, 0, 0, 0], 'WAVE'), 'audio/wav'],
    [head('RIFF', [1, 0, 0, 0], 'AVI '), null],
    [head([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
    [head([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
    [head([0, 0, 0, 24], 'ftypM4A '), 'audio/mp4'],
    [head([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84], 'webm'), 'video/webm'],
    [head([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84], 'webm A_OPUS'), 'audio/webm'],
    [head([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84], 'webm A_OPUS V_VP8'), 'video/webm'],
    [head([0, 0, 0, 36], 'ftypisom hdlr\0\0\0\0\0\0\0\0soun'), 'audio/mp4'],
    [head([0, 0, 0, 36], 'ftypisom hdlr\0\0\0\0\0\0\0\0soun hdlr\0\0\0\0\0\0\0\0vide'), 'video/mp4'],
    [head([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84], 'matroska'), null],
    [head('#!AMR\n'), 'audio/amr'],
    [head('OggS'), 'audio/ogg'],
    [head('ID3'), 'audio/mpeg'],
    [head([0xff, 0xfb, 0x90]), 'audio/mpeg'],
    [head('<svg xmlns="http://www.w3.org/2000/svg">'), null],
    [head('<!doctype html>'), null],
    [head('%PDF-1.7'), null],
    [head('PK', [3, 4]), null],
    [head('MZ'), null],
    [head(''), null],
  ])('is told by its bytes: %#', (bytes, type) => {
    expect(sniff(bytes)).toBe(type);
  });
});
