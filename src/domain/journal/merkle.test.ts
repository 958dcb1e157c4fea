// Are the trees those of RFC 6962/9162, and does every false proof fail?
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyRoot,
  type Frontier,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

// The eight entries, roots and paths of the reference tests of Certificate Transparency
// (google/certificate-transparency, merkletree/merkle_tree_test; the same in transparency-dev/merkle).
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const N12 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const N48 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const LEAF1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';

const reference = ENTRIES.map((entry) => leafHash(fromHex(entry), sha256));
const leaves = Array.from({ length: 300 }, (_, i) => leafHash(new TextEncoder().encode(`row ${i}`), sha256));
const rootAt = Array.from({ length: 301 }, (_, size) => treeRoot(leaves.slice(0, size), sha256));
const first = (size: number): Uint8Array[] => leaves.slice(0, size);

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

/** Every way to change one place of a proof: each part flipped at some bit, dropped, doubled, cut; two swapped. */
function* spoiled(proof: readonly Uint8Array[], seed: number): Generator<Uint8Array[]> {
  for (const [i, part] of proof.entries()) {
    yield proof.with(i, flipped(part, (seed * 31 + i * 7) % 256));
    yield proof.with(i, part.subarray(1));
    yield proof.toSpliced(i, 1);
    yield proof.toSpliced(i, 0, part);
    if (i > 0) yield proof.with(i, proof[i - 1]!).with(i - 1, part);
  }
  yield [...proof, new Uint8Array(32)];
}

describe('reference vectors', () => {
  it('has the known roots, both ways', () => {
    let frontier: Frontier = [];
    for (let size = 0; size <= 8; size += 1) {
      expect(hex(treeRoot(reference.slice(0, size), sha256))).toBe(ROOTS[size]);
      expect(hex(rootOf(frontier, size, sha256))).toBe(ROOTS[size]);
      if (size < 8) frontier = appendLeaf(frontier, size, reference[size]!, sha256);
    }
    expect(hex(emptyRoot(sha256))).toBe(ROOTS[0]);
  });

  it('has the known inclusion proofs', () => {
    expect(inclusionProof(reference, 0, sha256).map(hex)).toEqual([LEAF1, N12, N48]);
    expect(inclusionProof(reference, 5, sha256).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      ROOTS[4],
    ]);
    expect(inclusionProof(reference.slice(0, 1), 0, sha256)).toEqual([]);
  });

  it('has the known consistency proofs', () => {
    expect(consistencyProof(reference, 1, sha256).map(hex)).toEqual([LEAF1, N12, N48]);
    expect(consistencyProof(reference, 6, sha256).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      ROOTS[4],
    ]);
    expect(consistencyProof(reference.slice(0, 5), 2, sha256).map(hex)).toEqual([
      N12,
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

describe('frontier', () => {
  it('agrees with the definition at every size up to 300', () => {
    let frontier: Frontier = [];
    for (let size = 0; size <= 300; size += 1) {
      expect(hex(rootOf(frontier, size, sha256))).toBe(hex(rootAt[size]!));
      if (size < 300) frontier = appendLeaf(frontier, size, leaves[size]!, sha256);
    }
    expect(new Set(rootAt.map(hex)).size).toBe(301);
  });

  it('leaves the frontier it was given as it was', () => {
    const one = appendLeaf([], 0, leaves[0]!, sha256);
    appendLeaf(one, 1, leaves[1]!, sha256);
    expect(one).toEqual([leaves[0]]);
  });

  it('refuses a frontier of another size', () => {
    expect(() => appendLeaf([], 1, leaves[0]!, sha256)).toThrow(RangeError);
    expect(() => rootOf([leaves[0]!], 3, sha256)).toThrow(RangeError);
    expect(() => rootOf([], -1, sha256)).toThrow(RangeError);
  });
});

/** The turns from leaf to root: with them equal, two trees cannot be told apart by the path alone. */
function turns(index: number, size: number): string {
  let [start, end, path] = [0, size, ''];
  while (end - start > 1) {
    const middle = start + 2 ** Math.floor(Math.log2(end - start - 1));
    if (index < middle) [end, path] = [middle, `L${path}`];
    else [start, path] = [middle, `R${path}`];
  }
  return path;
}

describe('inclusion', () => {
  it('holds for every leaf of every tree up to 64, and of some larger ones', () => {
    for (const size of [...Array.from({ length: 65 }, (_, i) => i), 127, 128, 129, 255, 256, 257, 299, 300]) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(first(size), index, sha256);
        expect(verifyInclusion(leaves[index]!, index, size, proof, rootAt[size]!, sha256)).toBe(true);
      }
    }
  });

  it('fails with another leaf, root, or any part of the proof changed', () => {
    for (const size of [1, 2, 3, 7, 8, 13, 33, 64, 300]) {
      for (let index = 0; index < size; index += size > 64 ? 37 : 1) {
        const [leaf, root] = [leaves[index]!, rootAt[size]!];
        const proof = inclusionProof(first(size), index, sha256);
        const holds = (l: Uint8Array, p: Uint8Array[], r: Uint8Array) =>
          verifyInclusion(l, index, size, p, r, sha256);
        expect(holds(leaf, proof, root)).toBe(true);
        expect(holds(leaves[(index + 1) % 300]!, proof, root)).toBe(false);
        for (let bit = 0; bit < 256; bit += 1) expect(holds(flipped(leaf, bit), proof, root)).toBe(false);
        expect(holds(leaf, proof, flipped(root, index % 256))).toBe(false);
        expect(holds(leaf, proof, root.subarray(1))).toBe(false);
        for (const bad of spoiled(proof, index)) expect(holds(leaf, bad, root)).toBe(false);
      }
    }
  });

  it('fails with any bit of the proof flipped', () => {
    const proof = inclusionProof(first(13), 9, sha256);
    for (const [i, part] of proof.entries()) {
      for (let bit = 0; bit < 256; bit += 1) {
        const bad = proof.with(i, flipped(part, bit));
        expect(verifyInclusion(leaves[9]!, 9, 13, bad, rootAt[13]!, sha256)).toBe(false);
      }
    }
  });

  it('fails at every other index, and with the head of every other size', () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(first(size), index, sha256);
        const leaf = leaves[index]!;
        for (let other = 0; other <= 41; other += 1) {
          if (other !== index)
            expect(verifyInclusion(leaf, other, size, proof, rootAt[size]!, sha256)).toBe(false);
          if (other !== size)
            expect(verifyInclusion(leaf, index, other, proof, rootAt[other]!, sha256)).toBe(false);
        }
      }
    }
  });

  it('fails with another size under the same root, unless the path has the same turns there', () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(first(size), index, sha256);
        for (let other = 0; other <= 80; other += 1) {
          const alike = index < other && turns(index, other) === turns(index, size);
          const verified = verifyInclusion(leaves[index]!, index, other, proof, rootAt[size]!, sha256);
          expect(verified).toBe(alike);
        }
      }
    }
  });

  it('does not take a node for an entry, nor nonsense for numbers', () => {
    // The two-leaf tree's root is no proof that its leaves, joined, were an entry.
    const joined = new Uint8Array([...leaves[0]!, ...leaves[1]!]);
    expect(hex(leafHash(joined, sha256))).not.toBe(hex(nodeHash(leaves[0]!, leaves[1]!, sha256)));
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(verifyInclusion(leaves[0]!, bad, 1, [], rootAt[1]!, sha256)).toBe(false);
      expect(verifyInclusion(leaves[0]!, 0, bad, [], rootAt[1]!, sha256)).toBe(false);
      expect(() => inclusionProof(first(3), bad, sha256)).toThrow(RangeError);
    }
    expect(() => inclusionProof(first(3), 3, sha256)).toThrow(RangeError);
  });

  it('works beyond 2^31 leaves', () => {
    // A perfect tree of 2^32 equal leaves: every level has one hash, so it needs no memory.
    const levels = [leaves[0]!];
    for (let i = 0; i < 32; i += 1) levels.push(nodeHash(levels[i]!, levels[i]!, sha256));
    const proof = levels.slice(0, 32);
    const check = (size: number) =>
      verifyInclusion(leaves[0]!, 2 ** 32 - 2, size, proof, levels[32]!, sha256);
    expect(check(2 ** 32)).toBe(true);
    expect(check(2 ** 33)).toBe(false);
    expect(hex(rootOf([levels[32]!], 2 ** 32, sha256))).toBe(hex(levels[32]!));
    expect(appendLeaf([levels[32]!], 2 ** 32, leaves[0]!, sha256)).toEqual([levels[32], leaves[0]]);
  });
});

describe('consistency', () => {
  it('holds for all pairs up to 64, and fails when anything is changed', () => {
    for (let second = 0; second <= 64; second += 1) {
      for (let older = 0; older <= second; older += 1) {
        const proof = consistencyProof(first(second), older, sha256);
        const [a, b] = [rootAt[older]!, rootAt[second]!];
        const holds = (x: Uint8Array, y: Uint8Array, p: Uint8Array[]) =>
          verifyConsistency(older, x, second, y, p, sha256);
        expect(holds(a, b, proof)).toBe(true);
        expect(holds(flipped(a, second), b, proof)).toBe(false);
        expect(holds(a.subarray(1), b, proof)).toBe(false);
        // The empty tree begins every tree, so there the later root is free.
        if (older > 0) expect(holds(a, flipped(b, older), proof)).toBe(false);
        for (const bad of spoiled(proof, second)) expect(holds(a, b, bad)).toBe(false);
      }
    }
  });

  it('fails between heads of other sizes', () => {
    for (let second = 2; second <= 24; second += 1) {
      for (let older = 1; older < second; older += 1) {
        const proof = consistencyProof(first(second), older, sha256);
        for (let other = 1; other <= 26; other += 1) {
          const heads = (x: number, y: number) =>
            verifyConsistency(x, rootAt[x]!, y, rootAt[y]!, proof, sha256);
          if (other !== older) expect(heads(other, second)).toBe(false);
          if (other !== second) expect(heads(older, other)).toBe(false);
        }
      }
    }
  });

  it('fails when an old leaf was changed, removed, inserted or moved behind the head', () => {
    const other = leafHash(new TextEncoder().encode('forged'), sha256);
    const forgeries: [string, Uint8Array[]][] = [];
    for (let i = 0; i < 21; i += 1) {
      forgeries.push(['changed', first(34).with(i, other)]);
      forgeries.push(['removed', first(34).toSpliced(i, 1)]);
      forgeries.push(['inserted', first(34).toSpliced(i, 0, other)]);
      if (i > 0)
        forgeries.push([
          'moved',
          first(34)
            .with(i, leaves[i - 1]!)
            .with(i - 1, leaves[i]!),
        ]);
    }
    for (const [how, forged] of forgeries) {
      const proof = consistencyProof(forged, 21, sha256);
      const root = treeRoot(forged, sha256);
      expect(verifyConsistency(21, rootAt[21]!, forged.length, root, proof, sha256), how).toBe(false);
      const honest = consistencyProof(first(34), 21, sha256);
      expect(verifyConsistency(21, rootAt[21]!, forged.length, root, honest, sha256), how).toBe(false);
    }
  });

  it('does not take nonsense for numbers, nor a later tree for an earlier one', () => {
    expect(verifyConsistency(3, rootAt[3]!, 2, rootAt[2]!, [], sha256)).toBe(false);
    expect(verifyConsistency(0.5, rootAt[1]!, 2, rootAt[2]!, [leaves[1]!], sha256)).toBe(false);
    expect(verifyConsistency(0, rootAt[1]!, 2, rootAt[2]!, [], sha256)).toBe(false);
    expect(() => consistencyProof(first(3), 4, sha256)).toThrow(RangeError);
  });
});
