// How does a browser seal an informant's identity to the county's key before anything leaves the phone?
// Written with small JavaScript rather than the browser's own cryptography, which a page over plain HTTP does not get.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { p256 } from '@noble/curves/nist.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hpkeKey, identityInfo, join } from '../../domain/tip/hpke.ts';
import type { TipIdentity } from '../../domain/tip/tip.ts';

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** `identity` sealed to `publicKey` (base64, uncompressed P-256) for this tip alone: RFC 9180, base64 of enc ‖ ciphertext. */
export function sealIdentity(publicKey: string, county: string, tip: string, identity: TipIdentity): string {
  const recipient = fromBase64(publicKey);
  const { secretKey, publicKey: enc } = ephemeral();
  const dh = p256.getSharedSecret(secretKey, recipient, false).slice(1, 33);
  const mac = (key: Uint8Array, message: Uint8Array) => hmac(sha256, key, message);
  const { key, nonce } = hpkeKey(mac, dh, enc, recipient, identityInfo(county, tip));
  const plain = new TextEncoder().encode(JSON.stringify(identity));
  return base64(join(enc, chacha20poly1305(key, nonce).encrypt(plain)));
}

function ephemeral(): { secretKey: Uint8Array; publicKey: Uint8Array } {
  const secretKey = p256.utils.randomSecretKey(crypto.getRandomValues(new Uint8Array(48)));
  return { secretKey, publicKey: p256.getPublicKey(secretKey, false) };
}
