// Does the file of a case still say what was sealed? Without any database, naming each thing that does not.
import { createHash } from 'node:crypto';
import { type Keys, publicKeyOf } from '../keys.ts';
import { checkLedger, type Known, type Ledger } from './check.ts';
import {
  HEADS,
  JOURNAL,
  KEY,
  MANIFEST,
  type Manifest,
  manifestMessage,
  type Part,
  RECORDS,
  readManifest,
  SIGNATURE,
} from './manifest.ts';
import { NotOurZip, type Opened, readZip } from './zip.ts';

export interface ArchiveFault {
  readonly code: string;
  readonly what: string;
}

export interface ArchiveProof {
  readonly county: string;
  readonly name: string;
  readonly case: { readonly no: string; readonly name: string } | null;
  readonly at: string;
  readonly ok: boolean;
  readonly entries: number;
  readonly rows: number;
  readonly records: number;
  readonly steps: number;
  readonly documents: number;
  readonly keyId: string;
  readonly head: { readonly size: number; readonly root: string; readonly at: string } | null;
  /** Whether the key was compared with one given from elsewhere. */
  readonly keyCompared: boolean;
  readonly headCompared: boolean;
  /** Evidence the house had lost when the archive was made. */
  readonly absent: readonly string[];
  readonly faults: readonly ArchiveFault[];
}

const FAULTS_MAX = 200;
/** Parts that are read whole; evidence is only hashed. A larger one is none of ours. */
const TEXT_MAX = 256 * 1024 * 1024;
const KEPT = (name: string) =>
  !name.startsWith('evidence/') &&
  (/\.json$|\.ndjson$|\.pem$|\.sig$/.test(name) || name.startsWith('document/'));

interface Found {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: Buffer | null;
}

/** Proves the file; `known` holds what was kept elsewhere. Throws only when there is no such file to read. */
export async function verifyCaseArchive(file: string, known: Known = {}): Promise<ArchiveProof> {
  const faults: ArchiveFault[] = [];
  const fault = (code: string, what: string) => {
    if (faults.length < FAULTS_MAX) faults.push({ code, what });
  };
  const found = new Map<string, Found>();
  try {
    await readZip(file, async (entry) => {
      found.set(entry.name, await read(entry));
    });
  } catch (error) {
    if (!(error instanceof NotOurZip)) throw error;
    fault('file.changed', error.message);
  }
  const key = keyOf(found.get(KEY), fault);
  const manifest = manifestOf(found, key, fault);
  if (known.key !== undefined && key?.keyId !== known.key)
    fault('key.differs', `${key?.keyId ?? '—'}, ${known.key}`);
  const ledger = manifest && key ? readLedger(found, fault) : undefined;
  const counts =
    manifest && key && ledger
      ? guarded(() => checkLedger({ manifest, key, ledger, known, fault }), fault)
      : undefined;
  const head = ledger?.heads?.head;
  return {
    county: manifest?.county ?? '',
    name: manifest?.place ?? '',
    case: manifest ? { no: manifest.case.no, name: manifest.case.name } : null,
    at: manifest?.at ?? '',
    ok: faults.length === 0,
    entries: found.size,
    rows: counts?.rows ?? 0,
    records: counts?.records ?? 0,
    steps: counts?.steps ?? 0,
    documents: counts?.documents ?? 0,
    keyId: key?.keyId ?? '',
    head: head ? { size: head.size, root: head.root, at: head.at } : null,
    keyCompared: known.key !== undefined,
    headCompared: known.head !== undefined,
    absent: manifest?.absent ?? [],
    faults,
  };
}

type Fault = (code: string, what: string) => void;

/** What is JSON but not of the shape it should be must be named, not thrown. */
function guarded<T>(check: () => T, fault: Fault): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError))
      throw error;
    fault('file.shape', error.message.slice(0, 200));
    return undefined;
  }
}

async function read(entry: Opened): Promise<Found> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  const keep = KEPT(entry.name) && entry.size <= TEXT_MAX;
  for await (const chunk of entry.chunks()) {
    hash.update(chunk);
    if (keep) kept.push(chunk);
  }
  return { sha256: hash.digest('hex'), size: entry.size, bytes: keep ? Buffer.concat(kept) : null };
}

function keyOf(found: Found | undefined, fault: Fault): Pick<Keys, 'keyId' | 'verify'> | undefined {
  try {
    if (found?.bytes) return publicKeyOf(found.bytes.toString('utf8'));
  } catch {
    // Said below.
  }
  fault('key.unreadable', KEY);
  return undefined;
}

function manifestOf(
  found: ReadonlyMap<string, Found>,
  key: Pick<Keys, 'keyId' | 'verify'> | undefined,
  fault: Fault,
): Manifest | undefined {
  const file = found.get(MANIFEST);
  const manifest = file?.bytes ? readManifest(file.bytes.toString('utf8')) : undefined;
  if (!manifest || !file) {
    fault('file.format', MANIFEST);
    return undefined;
  }
  const signature = found.get(SIGNATURE)?.bytes?.toString('utf8') ?? '';
  // One form only: base64 ignores what is no base64.
  const whole = /^[A-Za-z0-9+/]{86}==\n$/.test(signature);
  if (!whole || !key?.verify(manifestMessage(manifest.county, file.sha256), signature.trim()))
    fault('manifest.signature', SIGNATURE);
  if (key && key.keyId !== manifest.keyId) fault('key.differs', `${key.keyId}, ${manifest.keyId}`);
  checkParts(manifest.files, found, fault);
  return manifest;
}

function checkParts(parts: readonly Part[], found: ReadonlyMap<string, Found>, fault: Fault): void {
  const named = new Set<string>([MANIFEST, SIGNATURE]);
  for (const { name, size, sha256 } of parts) {
    const there = found.get(name);
    if (named.has(name)) fault('part.repeated', name);
    named.add(name);
    if (!there) fault('part.removed', name);
    else if (there.size !== size || there.sha256 !== sha256) fault('part.changed', name);
    const own = /^evidence\/([0-9a-f]{64})/.exec(name)?.[1];
    if (own !== undefined && there && own !== there.sha256) fault('evidence.changed', name);
  }
  for (const name of found.keys()) if (!named.has(name)) fault('part.inserted', name);
}

function readLedger(found: ReadonlyMap<string, Found>, fault: Fault): Ledger {
  const parse = (name: string): unknown => {
    try {
      return JSON.parse(found.get(name)?.bytes?.toString('utf8') ?? 'null');
    } catch {
      fault('part.unreadable', name);
      return null;
    }
  };
  const lines: unknown[] = [];
  for (const [i, text] of (found.get(JOURNAL)?.bytes?.toString('utf8') ?? '').split('\n').entries()) {
    if (text === '') continue;
    try {
      lines.push(JSON.parse(text));
    } catch {
      fault('line.unreadable', `${JOURNAL} ${i + 1}`);
    }
  }
  const papers = [...found.keys()]
    .filter((name) => /^document\/.*\.json$/.test(name))
    .map((name) => ({
      name,
      paper: parse(name),
      docxSha256: found.get(name.replace(/json$/, 'docx'))?.sha256 ?? '',
    }));
  return {
    lines,
    heads: parse(HEADS) as Ledger['heads'],
    records: parse(RECORDS),
    papers,
    evidence: new Set(
      [...found].filter(([name]) => name.startsWith('evidence/')).map(([, { sha256 }]) => sha256),
    ),
  };
}
