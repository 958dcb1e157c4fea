// How does a browser do the work a challenge asks for, and hash a file too large for memory?
import { sha256 } from '@noble/hashes/sha2.js';
import { workText, zeroBits } from '../../domain/tip/work.ts';

export interface Challenge {
  readonly token: string;
  readonly bits: number;
}
export interface Pass {
  readonly token: string;
  readonly nonce: number;
}

/** The nonce that answers a challenge; runs for about 2^bits hashes, so not on the thread that draws. */
export function solve({ token, bits }: Challenge): Pass {
  const id = token.split('.')[3] ?? '';
  const encoder = new TextEncoder();
  for (let nonce = 0; ; nonce++)
    if (zeroBits(sha256(encoder.encode(workText(id, nonce)))) >= bits) return { token, nonce };
}

const SLICE = 1 << 20;

/** SHA-256 of a file in hex, read a megabyte at a time. */
export async function hashFile(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += SLICE)
    hash.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
