// How is an informant's identity sealed? HPKE (RFC 9180) base mode, one message:
// DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. Both ends bring their own HMAC and curve.

export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const utf8 = new TextEncoder();
const EMPTY = new Uint8Array(0);
const KEM_ID = [0x00, 0x10];
const KDF_ID = [0x00, 0x01];
const AEAD_ID = [0x00, 0x03];

export function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const KEM_SUITE = join(utf8.encode('KEM'), KEM_ID);
const HPKE_SUITE = join(utf8.encode('HPKE'), KEM_ID, KDF_ID, AEAD_ID);

/** RFC 9180 section 4: LabeledExtract (RFC 5869 extract; an empty salt is 32 zero bytes). */
function extract(
  hmac: Hmac,
  suite: Uint8Array,
  salt: Uint8Array,
  label: string,
  ikm: Uint8Array,
): Uint8Array {
  const key = salt.length === 0 ? new Uint8Array(32) : salt;
  return hmac(key, join(utf8.encode('HPKE-v1'), suite, utf8.encode(label), ikm));
}

/** RFC 9180 section 4: LabeledExpand, for up to 32 bytes (one round of RFC 5869 expand). */
function expand(
  hmac: Hmac,
  suite: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const labeled = join([length >> 8, length & 255], utf8.encode('HPKE-v1'), suite, utf8.encode(label), info);
  return hmac(prk, join(labeled, [1])).slice(0, length);
}

/**
 * Key and nonce of the one message. `dh` is the x-coordinate (32 bytes) of the shared point, `enc` the ephemeral and
 * `publicKey` the recipient's public key, both uncompressed (65 bytes); `info` binds the message to its place.
 */
export function hpkeKey(
  hmac: Hmac,
  dh: Uint8Array,
  enc: Uint8Array,
  publicKey: Uint8Array,
  info: Uint8Array,
): { key: Uint8Array; nonce: Uint8Array } {
  const prk = extract(hmac, KEM_SUITE, EMPTY, 'eae_prk', dh);
  const shared = expand(hmac, KEM_SUITE, prk, 'shared_secret', join(enc, publicKey), 32);
  const context = join(
    [0x00],
    extract(hmac, HPKE_SUITE, EMPTY, 'psk_id_hash', EMPTY),
    extract(hmac, HPKE_SUITE, EMPTY, 'info_hash', info),
  );
  const secret = extract(hmac, HPKE_SUITE, shared, 'secret', EMPTY);
  return {
    key: expand(hmac, HPKE_SUITE, secret, 'key', context, 32),
    nonce: expand(hmac, HPKE_SUITE, secret, 'base_nonce', context, 12),
  };
}

/** What a sealed identity is bound to: it cannot be moved to another tip. */
export function identityInfo(county: string, tip: string): Uint8Array {
  return utf8.encode(`shouye tip identity 1 ${county} ${tip}`);
}

/** Length of `enc`, an uncompressed point of P-256, at the head of a sealed text. */
export const ENC_LENGTH = 65;
