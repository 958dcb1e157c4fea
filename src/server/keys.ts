// Which keys seal the journal? Kept on disk beside, never in, the database they protect.
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Keys {
  /** First 16 hex digits of SHA-256 over the public key. */
  readonly keyId: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  sign(message: Uint8Array): string;
  verify(message: Uint8Array, signature: string): boolean;
  /** Marks a journal row as written by this house; a row put in by hand has no valid mark and is never sealed. */
  mac(leaf: Uint8Array): Buffer;
  macHolds(leaf: Uint8Array, mac: Uint8Array): boolean;
  /** 32 bytes for one purpose, always the same for it (HKDF of the house's secret, RFC 5869). */
  secret(purpose: string): Buffer;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  // Two and a half times as fast as createHash on the 65 bytes of a node (measured on a million leaves).
  return hash('sha256', bytes, 'buffer');
}

async function readOrCreate(path: string, create: () => string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await writeFile(path, create(), { mode: 0o600, flag: 'wx' }).catch((wrong: NodeJS.ErrnoException) => {
      if (wrong.code !== 'EEXIST') throw wrong;
    });
    return readFile(path, 'utf8');
  }
}

/** Loads the keys under `folder`, making them on the first run (mode 0600). */
export async function loadKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem = await readOrCreate(join(folder, 'journal.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const secret = await readOrCreate(join(folder, 'journal.mac'), () => randomBytes(32).toString('hex'));
  const house = await readOrCreate(join(folder, 'house.secret'), () => randomBytes(32).toString('hex'));
  return keysOf(createPrivateKey(pem), Buffer.from(secret.trim(), 'hex'), Buffer.from(house.trim(), 'hex'));
}

/** What a stranger needs to check signatures: `pem` is SPKI; throws when it is no key. */
export function publicKeyOf(pem: string): Pick<Keys, 'keyId' | 'publicKey' | 'verify'> {
  return publicPart(createPublicKey(pem));
}

function publicPart(key: KeyObject): Pick<Keys, 'keyId' | 'publicKey' | 'verify'> {
  const der = key.export({ type: 'spki', format: 'der' });
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKey: key.export({ type: 'spki', format: 'pem' }).toString(),
    verify: (message, signature) => verify(null, message, key, Buffer.from(signature, 'base64')),
  };
}

function keysOf(privateKey: KeyObject, macKey: Buffer, house: Buffer): Keys {
  const secrets = new Map<string, Buffer>();
  const mac = (leaf: Uint8Array) => createHmac('sha256', macKey).update(leaf).digest();
  return {
    ...publicPart(createPublicKey(privateKey)),
    sign: (message) => sign(null, message, privateKey).toString('base64'),
    mac,
    macHolds: (leaf, given) => {
      const right = mac(leaf);
      return right.length === given.length && timingSafeEqual(right, given);
    },
    secret: (purpose) => {
      const known = secrets.get(purpose);
      if (known) return known;
      const made = Buffer.from(hkdfSync('sha256', house, new Uint8Array(0), purpose, 32));
      secrets.set(purpose, made);
      return made;
    },
  };
}
