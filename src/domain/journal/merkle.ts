// Which one hash stands for the whole journal, and how is a row, or an older journal, proved to lie within it?
// Hashing and proofs of RFC 9162 section 2.1 (the same trees as RFC 6962). A "leaf" below is always a leaf
// hash, see `leafHash`; sizes and indexes count leaves from 0.

/** SHA-256, passed in because the domain holds no cryptography of its own. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Roots of the perfect subtrees of a tree, largest (leftmost) first: one for each 1 bit of its size. */
export type Frontier = readonly Uint8Array[];

/** The root of the tree without leaves. */
export function emptyRoot(hash: Hash): Uint8Array {
  return hash(new Uint8Array(0));
}

/** The hash of one entry; the 0x00 in front keeps an entry from passing as a node. */
export function leafHash(entry: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return hash(bytes);
}

/** The hash of two subtrees; 0x01 in front. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}

/** The frontier of `size` + 1 leaves, from that of `size` leaves; amortised one node hash a leaf. */
export function appendLeaf(frontier: Frontier, size: number, leaf: Uint8Array, hash: Hash): Frontier {
  checkFrontier(frontier, size);
  const next = [...frontier, leaf];
  for (let n = size; n % 2 === 1; n = Math.floor(n / 2)) {
    const right = next.pop()!;
    const left = next.pop()!;
    next.push(nodeHash(left, right, hash));
  }
  return next;
}

/** The root of the tree of `size` leaves with this frontier. */
export function rootOf(frontier: Frontier, size: number, hash: Hash): Uint8Array {
  checkFrontier(frontier, size);
  if (size === 0) return emptyRoot(hash);
  return frontier.reduceRight((right, left) => nodeHash(left, right, hash));
}

/** The root over all `leaves`, from the definition: independent of `appendLeaf`, so that each checks the other. */
export function treeRoot(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  return leaves.length === 0 ? emptyRoot(hash) : rangeRoot(leaves, 0, leaves.length, hash);
}

/** The siblings from leaf `index` up to the root, lowest first (RFC 9162 section 2.1.3.1). Hashes every leaf. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number, hash: Hash): Uint8Array[] {
  if (!isCount(index) || index >= leaves.length) throw new RangeError(`no leaf ${index} of ${leaves.length}`);
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = leaves.length;
  while (end - start > 1) {
    const middle = start + leftSize(end - start);
    if (index < middle) {
      proof.push(rangeRoot(leaves, middle, end, hash));
      end = middle;
    } else {
      proof.push(rangeRoot(leaves, start, middle, hash));
      start = middle;
    }
  }
  return proof.reverse();
}

/**
 * Whether `proof` shows `leaf` at `index` of the tree of `size` leaves with `root` (RFC 9162 section 2.1.3.2).
 * Takes `size` and `root` together from one signed head: trees of neighbouring sizes can share the shape of a
 * path, so the proof alone does not fix the size. Never throws, whatever it is given.
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  hash: Hash,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, ...proof].every((part) => part.length === root.length)) return false;
  let at = index;
  let last = size - 1;
  let result = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      result = nodeHash(sibling, result, hash);
      [at, last] = climbWhile(0, at, last);
    } else {
      result = nodeHash(result, sibling, hash);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(result, root);
}

/**
 * What shows that the first `first` of `leaves` have only been appended to (RFC 9162 section 2.1.4.1); empty
 * when `first` is 0 or all. Hashes every leaf.
 */
export function consistencyProof(leaves: readonly Uint8Array[], first: number, hash: Hash): Uint8Array[] {
  if (!isCount(first) || first > leaves.length) throw new RangeError(`no tree ${first} in ${leaves.length}`);
  if (first === 0 || first === leaves.length) return [];
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = leaves.length;
  while (first < end) {
    const middle = start + leftSize(end - start);
    if (first <= middle) {
      proof.push(rangeRoot(leaves, middle, end, hash));
      end = middle;
    } else {
      proof.push(rangeRoot(leaves, start, middle, hash));
      start = middle;
    }
  }
  // The verifier already has the old root when the old tree is itself a subtree of the new one.
  if (start > 0) proof.push(rangeRoot(leaves, start, end, hash));
  return proof.reverse();
}

/**
 * Whether `proof` shows that the tree (`first`, `firstRoot`) is the beginning of the tree (`second`,
 * `secondRoot`) (RFC 9162 section 2.1.4.2). The empty tree begins every tree. Never throws.
 */
export function verifyConsistency(
  first: number,
  firstRoot: Uint8Array,
  second: number,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
  hash: Hash,
): boolean {
  if (!isCount(first) || !isCount(second) || first > second) return false;
  if (![firstRoot, ...proof].every((part) => part.length === secondRoot.length)) return false;
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, emptyRoot(hash));
  let [at, last] = climbWhile(1, first - 1, second - 1);
  // A perfect old tree is its own starting point; otherwise the proof brings one.
  const [start, ...rest] = at === 0 ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let older = start;
  let newer = start;
  for (const part of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(part, older, hash);
      newer = nodeHash(part, newer, hash);
      [at, last] = climbWhile(0, at, last);
    } else {
      newer = nodeHash(newer, part, hash);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(older, firstRoot) && sameBytes(newer, secondRoot);
}

/** Goes up while the node is a right child (parity 1), or a left child that is not the leftmost (parity 0). */
function climbWhile(parity: 0 | 1, at: number, last: number): [at: number, last: number] {
  let [a, l] = [at, last];
  while (a !== 0 && a % 2 === parity) {
    a = Math.floor(a / 2);
    l = Math.floor(l / 2);
  }
  return [a, l];
}

/** The root over leaves `start` up to but not including `end`; at least one. */
function rangeRoot(leaves: readonly Uint8Array[], start: number, end: number, hash: Hash): Uint8Array {
  if (end - start === 1) return leaves[start]!;
  const middle = start + leftSize(end - start);
  return nodeHash(rangeRoot(leaves, start, middle, hash), rangeRoot(leaves, middle, end, hash), hash);
}

/** The largest power of two smaller than `size` (≥ 2). Not bitwise: sizes may pass 2^31. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function checkFrontier(frontier: Frontier, size: number): void {
  if (!isCount(size)) throw new RangeError(`not a size: ${size}`);
  let ones = 0;
  for (let n = size; n > 0; n = Math.floor(n / 2)) ones += n % 2;
  if (frontier.length !== ones)
    throw new RangeError(`a frontier of ${frontier.length} cannot have size ${size}`);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
