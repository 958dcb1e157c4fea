// Which row of an edited ledger is which record? By number, unchanged content, key, place among its neighbours.

/** A row of the file now. `content` is what stands in its cells. */
export interface NowRow {
  readonly row: number;
  /** Null when its key could not be read. */
  readonly key: string | null;
  readonly content: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A row of the same source as it was imported before. */
export interface PastRow {
  readonly row: number;
  readonly key: string;
  readonly record: string;
  readonly content: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Index of the past row for each row now, or undefined; `taken` rows are matched already. In turn: the k-th row of the same
 * content, the k-th of the same key (the same row number first), then, `byPlaceToo`, rows standing alone between two
 * matched neighbours.
 */
export function matchPast(
  now: readonly NowRow[],
  past: readonly PastRow[],
  byPlaceToo: boolean,
): (number | undefined)[] {
  const match: (number | undefined)[] = now.map(() => undefined);
  const free = new Set(past.map((_, at) => at));
  const take = (i: number, at: number) => {
    match[i] = at;
    free.delete(at);
  };
  const byPlace = new Map(past.map((row, at) => [row.row, at]));
  const pair = (nowKey: (row: NowRow) => string | null, pastKey: (row: PastRow) => string) => {
    now.forEach((row, i) => {
      const at = byPlace.get(row.row);
      if (match[i] === undefined && at !== undefined && free.has(at) && pastKey(past[at]!) === nowKey(row))
        take(i, at);
    });
    const waiting = new Map<string, number[]>();
    for (const at of free) {
      const key = pastKey(past[at]!);
      const list = waiting.get(key);
      if (list) list.push(at);
      else waiting.set(key, [at]);
    }
    now.forEach((row, i) => {
      const key = nowKey(row);
      const at = match[i] === undefined && key !== null ? waiting.get(key)?.shift() : undefined;
      if (at !== undefined) take(i, at);
    });
  };
  pair(
    (row) => row.text,
    (row) => row.text,
  );
  pair(
    (row) => row.key,
    (row) => row.key,
  );
  // A file emptied and filled anew under its old name is another ledger, not an edit of every row.
  if (byPlaceToo && free.size <= Math.max(3, past.length / 2)) pairGaps(now, past, match, free, take);
  return match;
}

function pairGaps(
  now: readonly NowRow[],
  past: readonly PastRow[],
  match: readonly (number | undefined)[],
  free: ReadonlySet<number>,
  take: (i: number, at: number) => void,
): void {
  for (let i = 0; i < now.length; i += 1) {
    if (match[i] !== undefined) continue;
    let end = i;
    while (end < now.length && match[end] === undefined) end += 1;
    const before = i === 0 ? -1 : match[i - 1]!;
    const after = end === now.length ? past.length : match[end]!;
    const gap: number[] = [];
    for (let at = before + 1; at < after; at += 1) if (free.has(at)) gap.push(at);
    if (gap.length === end - i)
      gap.forEach((at, k) => {
        if (akin(now[i + k]!, past[at]!)) take(i + k, at);
      });
    i = end;
  }
}

/** Whether one row may be the other with an edited key: a row that cannot be read, or one with half its cells the same. */
function akin(now: NowRow, past: PastRow): boolean {
  if (now.key === null) return true;
  const names = new Set([...Object.keys(now.content), ...Object.keys(past.content)]);
  let same = 0;
  for (const name of names) if (now.content[name] === past.content[name]) same += 1;
  return same * 2 >= names.size;
}
