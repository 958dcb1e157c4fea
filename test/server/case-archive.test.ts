// Is the file of a case whole, does it prove itself without a database, and is every change to it named?
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headMessage } from '../../src/domain/journal/row.ts';
import { archiveCase, verifyCaseArchive } from '../../src/server/case-archive/index.ts';
import { manifestMessage } from '../../src/server/case-archive/manifest.ts';
import { directory, entryOf, localHeader } from '../../src/server/case-archive/zip.ts';
import { sha256Of } from '../../src/server/file/index.ts';
import { publicKeyOf } from '../../src/server/keys.ts';
import { keepPhoto } from '../../src/server/seizure/index.ts';
import { fined, issue, PARTY_FILLS, type Story, setPapers } from '../support/case-story.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  COUNTY,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

let office: Office;
let story: Story;
let whole: Buffer;
const dir = mkdtempSync(join(tmpdir(), 'shouye-case-'));

const archive = async (id = story.id, actor = CLERK) => {
  const made = must(await archiveCase(office.app, actor, COUNTY, id));
  const bytes = await buffer(made.stream());
  expect(bytes.length).toBe(made.size);
  return bytes;
};

beforeAll(async () => {
  office = await openOffice(6);
  await setPapers(office.app);
  story = await fined(office.app);
  must(await act(office.app, 'document.fill', { case: story.id, fills: PARTY_FILLS }));
  for (const name of [
    'filing',
    'question-5',
    'penaltyNotice-11',
    'penaltyDecision',
    'penaltyDecision',
    'closing',
  ])
    must(await issue(office.app, story.id, name));
  whole = await archive();
});
afterAll(async () => {
  await office.close();
  rmSync(dir, { recursive: true, force: true });
});

let n = 0;
async function verify(bytes: Uint8Array, known = {}) {
  const file = join(dir, `${n++}.zip`);
  writeFileSync(file, bytes);
  const proof = await verifyCaseArchive(file, known);
  rmSync(file);
  return proof;
}
const codes = async (bytes: Uint8Array, known = {}) =>
  [...new Set((await verify(bytes, known)).faults.map((fault) => fault.code))].sort();

type Parts = Map<string, Buffer>;
const open = (): Parts =>
  new Map(
    Object.entries(unzipSync(new Uint8Array(whole))).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );
const zip = (parts: Parts): Buffer => {
  const entries = [...parts].map(([name, bytes]) => entryOf(name, bytes));
  return Buffer.concat([
    ...entries.flatMap((entry) => [localHeader(entry), parts.get(entry.name) as Buffer]),
    directory(entries),
  ]);
};

/** What a forger without our key can do: change parts and write a manifest that fits them. */
function rehashed(change: (parts: Parts) => void, sealAs?: (sha256: string) => string): Buffer {
  const parts = open();
  change(parts);
  const manifest = JSON.parse(String(parts.get('manifest.json')));
  manifest.files = [...parts]
    .filter(([name]) => !name.startsWith('manifest.'))
    .map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256Of(bytes) }));
  if (sealAs) manifest.keyId = publicKeyOf(String(parts.get('proof/key.pem'))).keyId;
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  parts.set('manifest.json', bytes);
  if (sealAs) parts.set('manifest.sig', Buffer.from(`${sealAs(sha256Of(bytes))}\n`));
  return zip(parts);
}
const edit = (parts: Parts, name: string, change: (value: never) => void) => {
  const value = JSON.parse(String(parts.get(name)));
  change(value as never);
  parts.set(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
};
const find = (parts: Parts, word: string, ending: string) =>
  [...parts.keys()].find((name) => name.includes(word) && name.endsWith(ending)) ?? '';

describe('the file of a case', () => {
  it('holds cover, index, papers, records, steps, journal and proofs, and proves itself', async () => {
    const proof = await verify(whole);
    expect(proof.faults).toEqual([]);
    expect(proof).toMatchObject({ ok: true, county: COUNTY, documents: 6, absent: [] });
    expect(proof.steps).toBeGreaterThanOrEqual(story.steps);
    expect(proof.records).toBeGreaterThanOrEqual(2);
    const names = [...open().keys()];
    for (const name of [
      'README.txt',
      'manifest.json',
      '行政处罚案卷.docx',
      '卷内目录.html',
      'proof/heads.json',
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => /^document\/.*\.docx$/.test(name))).toHaveLength(6);
    expect(String(open().get('README.txt'))).toContain('shouye verify');
    expect(await verify(whole, { key: office.app.keys.keyId, head: proof.head ?? undefined })).toMatchObject({
      ok: true,
      keyCompared: true,
    });
  });

  it('opens in any reader of zips', () => {
    const parts = unzipSync(new Uint8Array(whole));
    expect(Object.keys(parts).length).toBeGreaterThan(20);
  });

  it('keeps the pictures of what was seized as they came; one changed or left out is named', async () => {
    const id = story.seizures[0]?.id ?? '';
    const bytes = await sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } })
      .jpeg()
      .toBuffer();
    const file = sha256Of(bytes);
    must(await keepPhoto(office.app, COUNTY, CLERK.account, bytes, file));
    const values = { file, size: bytes.length, caption: '正面' };
    must(await act(office.app, 'step.take', { kind: 'seizure', id, seq: 0, step: 'photo', values }));
    whole = await archive();
    expect((await verify(whole)).faults).toEqual([]);
    const name = `evidence/${file}.jpg`;
    expect(open().get(name)?.equals(bytes)).toBe(true);
    expect(await codes(rehashed((parts) => parts.set(name, Buffer.from('x'))))).toEqual(
      expect.arrayContaining(['evidence.changed', 'evidence.removed', 'manifest.signature']),
    );
    expect(await codes(rehashed((parts) => parts.delete(name)))).toEqual([
      'evidence.removed',
      'manifest.signature',
    ]);
  });

  it('is refused to who may not read its people', async () => {
    for (const role of ['leader', 'ranger', 'otherAgency', 'city'] as const)
      expect(await archiveCase(office.app, actorOf(role), COUNTY, story.id)).toMatchObject({
        ok: false,
        refusals: [{ code: 'access.denied' }],
      });
    expect(await archiveCase(office.app, CLERK, COUNTY, anId())).toMatchObject({
      refusals: [{ code: 'record.missing' }],
    });
  });

  it('leaves a clue at home that names its informant', async () => {
    const values = { day: '2025-03-01', source: 'tip', content: '市场有人卖画眉' };
    for (const [more, there] of [
      [{}, true],
      [{ informant: '某甲' }, false],
    ] as const) {
      const clue = await create(office.app, 'clue', { ...values, ...more });
      const row = await create(office.app, 'case', {
        ...{ caseNo: `示林罚立字〔2025〕第${clue.no.slice(-2)}9号`, name: '线索案', track: 'administrative' },
        ...{
          clue: clue.id,
          agency: (
            await create(office.app, 'agency', { name: `局${clue.no}`, agencyType: 'naturalResources' })
          ).id,
        },
      });
      const bytes = await archive(row.id);
      expect((await verify(bytes)).faults).toEqual([]);
      expect(bytes.includes(clue.id) && bytes.includes('市场有人卖画眉')).toBe(there);
      expect(bytes.includes('某甲')).toBe(false);
      expect(bytes.includes('举报人信息，未收入')).toBe(!there);
    }
  });
});

describe('a change', () => {
  it('of any byte, anywhere, is seen', async () => {
    const starts: number[] = [];
    for (let at = whole.indexOf(Buffer.from('PK')); at >= 0; at = whole.indexOf(Buffer.from('PK'), at + 1))
      starts.push(at);
    const places = fc.oneof(
      fc.nat(whole.length - 1),
      fc
        .constantFrom(...starts)
        .chain((at) => fc.integer({ min: 0, max: 80 }).map((d) => Math.min(at + d, whole.length - 1))),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        expect((await verify(bytes)).ok).toBe(false);
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('of any entry is seen by the manifest, and named', async () => {
    for (const name of open().keys()) {
      const parts = open();
      const bytes = Buffer.from(parts.get(name) as Buffer);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      parts.set(name, bytes);
      const proof = await verify(zip(parts));
      expect(proof.ok, name).toBe(false);
      if (!name.startsWith('manifest.'))
        expect(
          proof.faults.some((fault) => fault.what.includes(name)),
          name,
        ).toBe(true);
    }
  }, 60_000);

  it('of what is there: an entry dropped, one added, two papers swapped', async () => {
    const dropped = open();
    dropped.delete(find(dropped, '询问笔录', '.docx'));
    expect(await codes(zip(dropped))).toEqual(['document.changed', 'part.removed']);
    const added = open();
    added.set('document/伪造.docx', Buffer.from('x'));
    expect(await codes(zip(added))).toEqual(['part.inserted']);
    const swapped = open();
    const [a, b] = [find(swapped, '询问笔录', '.docx'), find(swapped, '结案报告', '.docx')];
    const first = swapped.get(a) as Buffer;
    swapped.set(a, swapped.get(b) as Buffer).set(b, first);
    expect(await codes(zip(swapped))).toEqual(['document.changed', 'part.changed']);
    const cut = whole.subarray(0, whole.length - 100);
    expect(await codes(cut)).toContain('file.changed');
  });

  it('with a manifest written to fit is caught by the proofs as well', async () => {
    const forgedStep = rehashed((parts) =>
      edit(
        parts,
        'record/records.json',
        (records: { record: { kind: string }; steps: { values: { fine?: number } }[] }[]) => {
          const steps = records.find(({ record }) => record.kind === 'case')?.steps ?? [];
          for (const step of steps) if (step.values.fine) step.values.fine = 1_00;
        },
      ),
    );
    expect(await codes(forgedStep)).toEqual(
      ['manifest.signature', 'progress.changed', 'step.changed'].filter(
        (code) => code !== 'progress.changed',
      ),
    );
    const forgedRow = rehashed((parts) => {
      const text = String(parts.get('proof/journal.ndjson')).replaceAll('12000000', '100');
      parts.set('proof/journal.ndjson', Buffer.from(text));
      const records = String(parts.get('record/records.json')).replaceAll('12000000', '100');
      parts.set('record/records.json', Buffer.from(records));
    });
    expect(await codes(forgedRow)).toEqual(expect.arrayContaining(['manifest.signature', 'row.unproven']));
    const lines = (keep: (line: string) => boolean) =>
      rehashed((parts) => {
        const text = String(parts.get('proof/journal.ndjson')).split('\n').filter(keep).join('\n');
        parts.set('proof/journal.ndjson', Buffer.from(text));
      });
    expect(await codes(lines((line) => !line.includes('"payFull"')))).toEqual(
      expect.arrayContaining(['row.missing', 'step.inserted']),
    );
    const noPaper = rehashed((parts) => {
      for (const name of [...parts.keys()]) if (name.includes('结案报告')) parts.delete(name);
    });
    expect(await codes(noPaper)).toEqual(['document.removed', 'manifest.signature']);
    const noRecord = rehashed((parts) =>
      edit(parts, 'record/records.json', (records: { record: { kind: string } }[]) =>
        records.splice(
          records.findIndex(({ record }) => record.kind === 'seizure'),
          1,
        ),
      ),
    );
    expect(await codes(noRecord)).toEqual(['manifest.signature', 'record.removed']);
    const otherValue = rehashed((parts) =>
      edit(parts, 'record/records.json', (records: { record: { values: Record<string, unknown> } }[]) => {
        for (const { record } of records) record.values.name = '别的案件';
      }),
    );
    expect(await codes(otherValue)).toEqual(expect.arrayContaining(['record.changed']));
  });

  it('sealed anew under another key is caught by a key or head from elsewhere', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const own = (message: Uint8Array) => sign(null, message, privateKey).toString('base64');
    const sealAs = (sha256: string) => own(manifestMessage(COUNTY, sha256));
    const resealed = rehashed((parts) => {
      parts.set('proof/key.pem', Buffer.from(pem));
      edit(
        parts,
        'proof/heads.json',
        (heads: { head: Parameters<typeof headMessage>[0] & { signature: string } }) => {
          const head = { ...heads.head, keyId: publicKeyOf(pem).keyId };
          heads.head = { ...head, signature: own(headMessage(head)) };
        },
      );
    }, sealAs);
    // Nothing was changed but the key: from inside it looks sound, and the output says that the key came with it.
    expect(await verify(resealed)).toMatchObject({ ok: true, keyCompared: false });
    expect(await codes(resealed, { key: office.app.keys.keyId })).toEqual(['key.differs']);
    const head = { size: (await verify(whole)).head?.size ?? 0, root: createHash('sha256').digest('hex') };
    expect(await codes(whole, { head })).toEqual(['head.root']);
    expect(await codes(whole, { head: { ...head, size: 3 } })).toEqual(['head.unknown']);
  });
});

describe('what is no file of a case', () => {
  it('is refused cleanly: garbage, bombs, other zips, names that leave the folder, JSON of another shape', async () => {
    expect((await verify(Buffer.from('PK\u0003\u0004 nothing else'))).ok).toBe(false);
    expect(await codes(Buffer.alloc(0))).toContain('file.changed');
    const bomb = zipSync({ 'a.json': new Uint8Array(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codes(bomb)).toContain('file.changed');
    expect(await codes(zip(new Map([['manifest.json', Buffer.from('[]')]])))).toContain('file.format');
    const outside = entryOf('../../evil', Buffer.from('x'));
    expect(
      await codes(Buffer.concat([localHeader(outside), Buffer.from('x'), directory([outside])])),
    ).toContain('file.changed');
    const shapes = [
      'null',
      '{}',
      '[1,{}]',
      '[{"record":{"kind":"case"}}]',
      '{"head":{},"older":[]}',
      'nonsense',
    ];
    for (const shape of shapes)
      for (const name of [
        'record/records.json',
        'proof/heads.json',
        'proof/journal.ndjson',
        find(open(), '结案报告', '.json'),
      ])
        expect((await verify(rehashed((parts) => parts.set(name, Buffer.from(shape))))).ok).toBe(false);
  });

  it('as a whole file of random bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verify(Buffer.concat([Buffer.from('504b0304', 'hex'), bytes]))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
