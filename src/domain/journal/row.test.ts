// Does every field of a row and of a head count, and nothing else?
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headMessage, hexOf, type JournalRow, rowLeaf, type TreeHeadBody } from './row.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const leaf = (row: JournalRow): string => hexOf(rowLeaf(row, sha256));

const row: JournalRow = {
  county: '360121',
  id: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  batch: null,
  kind: 'record.create',
  subject: { kind: 'seizure', id: '017f22e2-79b0-7cc3-98c4-dc0c0c073990' },
  at: '2023-07-05T01:02:03.004Z',
  recordedAt: '2023-07-05T01:02:04.000Z',
  by: 'a-1',
  device: null,
  body: { species: '画眉', count: 12, note: null },
};

describe('rowLeaf', () => {
  it('is SHA-256 over 0x00 and the canonical JSON', () => {
    const text =
      '\u0000{"at":"2023-07-05T01:02:03.004Z","batch":null,"body":{"count":12,"note":null,"species":"画眉"},' +
      '"by":"a-1","county":"360121","device":null,"id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f",' +
      '"kind":"record.create","recordedAt":"2023-07-05T01:02:04.000Z",' +
      '"subject":{"id":"017f22e2-79b0-7cc3-98c4-dc0c0c073990","kind":"seizure"}}';
    expect(leaf(row)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('is the same for the row as it comes back from the store', () => {
    const { batch: _, ...withoutBatch } = row;
    expect(leaf(withoutBatch)).toBe(leaf(row));
    expect(leaf({ ...row, body: { note: null, count: 12, species: '画眉', gone: undefined } })).toBe(
      leaf(row),
    );
    const withColumns = { ...row, leaf_index: 7, subject: { ...row.subject!, name: 'x' } };
    expect(leaf(withColumns)).toBe(leaf(row));
    expect(leaf({ ...row, body: undefined })).toBe(leaf({ ...row, body: null }));
  });

  it('changes with every field', () => {
    const changes: Partial<JournalRow>[] = [
      {},
      { county: '360122' },
      { id: '017f22e2-79b0-7cc3-98c4-dc0c0c073991' },
      { batch: 'b' },
      { kind: 'record.correct' },
      { subject: null },
      { subject: { kind: 'case', id: row.subject!.id } },
      { subject: { kind: 'seizure', id: row.id } },
      { at: '2023-07-05T01:02:03.005Z' },
      { recordedAt: '2023-07-05T01:02:04.001Z' },
      { by: 'a-2' },
      { device: 'd' },
      { body: { species: '画眉', count: 13, note: null } },
      { body: { species: '画眉', count: '12', note: null } },
      { body: { species: '画眉', count: 12 } },
      { body: null },
    ];
    expect(new Set(changes.map((change) => leaf({ ...row, ...change }))).size).toBe(changes.length);
  });

  it.each<Partial<JournalRow>>([
    { county: '3601' },
    { id: row.id.toUpperCase() },
    { at: '2023-07-05T01:02:03Z' },
    { at: '2023-07-05T24:00:00.000Z' },
    { recordedAt: '2023-07-05T09:02:03.004+08:00' },
  ])('throws on %j, which would come back different', (change) => {
    expect(() => leaf({ ...row, ...change })).toThrow(RangeError);
  });

  it('throws on a body the store cannot hold', () => {
    expect(() => leaf({ ...row, body: { note: 'a\u0000' } })).toThrow(TypeError);
  });
});

describe('headMessage', () => {
  const head: TreeHeadBody = {
    county: '360121',
    size: 21,
    root: 'ab'.repeat(32),
    at: '2023-07-05T01:02:05.000Z',
    keyId: 'k1',
  };

  it('is exactly these lines', () => {
    const text = `shouye tree head v1\n360121\n21\n${'ab'.repeat(32)}\n2023-07-05T01:02:05.000Z\nk1\n`;
    expect(Buffer.from(headMessage(head)).toString('utf8')).toBe(text);
  });

  it('carries a signature that ends with any change', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const signature = sign(null, headMessage(head), privateKey);
    const holds = (change: Partial<TreeHeadBody>) =>
      verify(null, headMessage({ ...head, ...change }), publicKey, signature);
    expect(holds({})).toBe(true);
    expect(holds({ county: '360122' })).toBe(false);
    expect(holds({ size: 22 })).toBe(false);
    expect(holds({ root: 'ac'.repeat(32) })).toBe(false);
    expect(holds({ at: '2023-07-05T01:02:05.001Z' })).toBe(false);
    expect(holds({ keyId: 'k2' })).toBe(false);
  });

  it.each<Partial<TreeHeadBody>>([
    { county: '360121\n' },
    { size: -1 },
    { size: 1.5 },
    { root: 'AB'.repeat(32) },
    { root: 'ab' },
    { at: 'today' },
    { keyId: '' },
    { keyId: 'k1\n9' },
  ])('throws on %j', (change) => {
    expect(() => headMessage({ ...head, ...change })).toThrow(RangeError);
  });
});
