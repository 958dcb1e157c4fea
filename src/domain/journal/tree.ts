// How are many proofs taken from one large tree without hashing all of it again for each?
import { type Hash, nodeHash } from './merkle.ts';

const SIZE = 32;

/** The perfect subtrees of a tree, level by level: level 0 is the leaves, 32 bytes each. */
export interface Tree {
  readonly size: number;
  readonly levels: readonly Uint8Array[];
  readonly hash: Hash;
}

/** `leaves` are the leaf hashes one after the other, 32 bytes each. Hashes each node once. */
export function plantTree(leaves: Uint8Array, hash: Hash): Tree {
  if (leaves.length % SIZE !== 0) throw new RangeError('not a row of hashes');
  const levels = [leaves];
  for (let below = leaves; below.length >= 2 * SIZE; ) {
    const count = Math.floor(below.length / (2 * SIZE));
    const level = new Uint8Array(count * SIZE);
    for (let i = 0; i < count; i += 1)
      level.set(nodeHash(nodeAt(below, 2 * i), nodeAt(below, 2 * i + 1), hash), i * SIZE);
    levels.push(level);
    below = level;
  }
  return { size: leaves.length / SIZE, levels, hash };
}

function nodeAt(level: Uint8Array, i: number): Uint8Array {
  return level.subarray(i * SIZE, (i + 1) * SIZE);
}

/** The root over leaves `start` up to but not including `end`, where `start` begins a subtree of the whole. */
function rangeRoot(tree: Tree, start: number, end: number): Uint8Array {
  const width = end - start;
  const height = Math.log2(width);
  if (Number.isInteger(height) && start % width === 0) {
    const level = tree.levels[height];
    if (level) return nodeAt(level, start / width).slice();
  }
  const middle = start + leftSize(width);
  return nodeHash(rangeRoot(tree, start, middle), rangeRoot(tree, middle, end), tree.hash);
}

/** The root of the first `size` leaves; at least one. */
export function rootAt(tree: Tree, size: number): Uint8Array {
  if (size < 1 || size > tree.size) throw new RangeError(`no tree of ${size} in ${tree.size}`);
  return rangeRoot(tree, 0, size);
}

/** As `inclusionProof`, for the tree of the first `size` leaves. */
export function inclusionIn(tree: Tree, index: number, size = tree.size): Uint8Array[] {
  if (index < 0 || index >= size || size > tree.size) throw new RangeError(`no leaf ${index} of ${size}`);
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + leftSize(end - start);
    if (index < middle) {
      proof.push(rangeRoot(tree, middle, end));
      end = middle;
    } else {
      proof.push(rangeRoot(tree, start, middle));
      start = middle;
    }
  }
  return proof.reverse();
}

/** As `consistencyProof`: that the first `first` leaves begin the first `size`. */
export function consistencyIn(tree: Tree, first: number, size = tree.size): Uint8Array[] {
  if (first < 0 || first > size || size > tree.size) throw new RangeError(`no tree ${first} in ${size}`);
  if (first === 0 || first === size) return [];
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (first < end) {
    const middle = start + leftSize(end - start);
    if (first <= middle) {
      proof.push(rangeRoot(tree, middle, end));
      end = middle;
    } else {
      proof.push(rangeRoot(tree, start, middle));
      start = middle;
    }
  }
  if (start > 0) proof.push(rangeRoot(tree, start, end));
  return proof.reverse();
}

/** The largest power of two smaller than `size` (≥ 2). */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}
