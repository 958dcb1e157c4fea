// How does the house seal to a public key, and open with shares of a secret that is never put together?
import { createCipheriv, createDecipheriv, createECDH, createHmac } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { ENC_LENGTH, hpkeKey, join } from '../../domain/tip/hpke.ts';
import { mod, weightOf } from '../../domain/tip/share.ts';

const CURVE = 'prime256v1';
const TAG = 16;
const hmac = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(message).digest();

export interface KeyPair {
  /** 32 bytes. */
  readonly secret: Buffer;
  /** Uncompressed, 65 bytes. */
  readonly publicKey: Buffer;
}

export function newKeyPair(): KeyPair {
  const pair = createECDH(CURVE);
  const publicKey = pair.generateKeys();
  return { secret: scalarBytes(BigInt(`0x${pair.getPrivateKey('hex')}`)), publicKey };
}

export function publicOf(secret: Uint8Array): Buffer {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(secret);
  return pair.getPublicKey();
}

export function scalarBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}

export function readScalar(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** enc ‖ ciphertext ‖ tag (RFC 9180, single shot, base mode). */
export function sealTo(publicKey: Uint8Array, info: Uint8Array, plain: Uint8Array): Buffer {
  const ephemeral = createECDH(CURVE);
  const enc = ephemeral.generateKeys();
  const { key, nonce } = hpkeKey(hmac, ephemeral.computeSecret(publicKey), enc, publicKey, info);
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  return Buffer.concat([enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openWith(dh: Uint8Array, publicKey: Uint8Array, info: Uint8Array, sealed: Buffer): Buffer {
  const enc = sealed.subarray(0, ENC_LENGTH);
  const { key, nonce } = hpkeKey(hmac, dh, enc, publicKey, info);
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(ENC_LENGTH, -TAG)), decipher.final()]);
}

/** Opens what was sealed to the key pair of `secret`; throws when it was not. */
export function openSealed(secret: Uint8Array, info: Uint8Array, sealed: Buffer): Buffer {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(secret);
  return openWith(pair.computeSecret(sealed.subarray(0, ENC_LENGTH)), pair.getPublicKey(), info, sealed);
}

/** What one share gives for one sealed text: a point that opens nothing by itself and serves no other text. */
export function partOf(share: bigint, sealed: Buffer): Buffer {
  const point = p256.Point.fromBytes(sealed.subarray(0, ENC_LENGTH));
  return Buffer.from(point.multiply(mod(share)).toBytes(false));
}

/** Opens `sealed` with two shares' parts for it: the shared point is their weighted sum, so no secret is put together. */
export function openWithParts(
  publicKey: Uint8Array,
  info: Uint8Array,
  sealed: Buffer,
  a: { x: number; part: Uint8Array },
  b: { x: number; part: Uint8Array },
): Buffer {
  const one = p256.Point.fromBytes(a.part).multiply(weightOf(a.x, b.x));
  const other = p256.Point.fromBytes(b.part).multiply(weightOf(b.x, a.x));
  const shared = one.add(other).toBytes(false);
  return openWith(join(shared.subarray(1, 33)), publicKey, info, sealed);
}
