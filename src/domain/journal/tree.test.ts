// Does the planted tree give the very proofs the definition gives?
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consistencyProof, inclusionProof, treeRoot } from './merkle.ts';
import { consistencyIn, inclusionIn, plantTree, rootAt } from './tree.ts';

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const leavesOf = (n: number) => Array.from({ length: n }, (_, i) => hash(Buffer.from(`leaf ${i}`)));
const flat = (leaves: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(leaves));

it('for every tree of up to 40 leaves, every leaf and every older tree', () => {
  const all = leavesOf(40);
  const tree = plantTree(flat(all), hash);
  for (let size = 1; size <= 40; size += 1) {
    const leaves = all.slice(0, size);
    expect(rootAt(tree, size)).toEqual(treeRoot(leaves, hash));
    for (let i = 0; i < size; i += 1)
      expect(inclusionIn(tree, i, size)).toEqual(inclusionProof(leaves, i, hash));
    for (let first = 0; first <= size; first += 1)
      expect(consistencyIn(tree, first, size)).toEqual(consistencyProof(leaves, first, hash));
  }
});

it('for larger trees at random', () => {
  const all = leavesOf(3000);
  const tree = plantTree(flat(all), hash);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (size, draw) => {
      const leaves = all.slice(0, size);
      expect(inclusionIn(tree, draw % size, size)).toEqual(inclusionProof(leaves, draw % size, hash));
    }),
    { numRuns: 20 },
  );
});
