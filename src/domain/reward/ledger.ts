// Where is the reward money? Every move takes from one account what it gives to another, so that the sum is always nought.
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import type { RewardState } from './reward.ts';

/** `budget` is where money comes from and runs negative; what it gave lies in the other four. */
export const REWARD_ACCOUNTS = [
  { code: 'budget', label: ['预算拨入', 'Granted'] },
  { code: 'available', label: ['可用额度', 'Available'] },
  { code: 'payable', label: ['应付奖励', 'Owed'] },
  { code: 'paid', label: ['已付奖励', 'Paid'] },
  { code: 'returned', label: ['退回财政', 'Given back'] },
] as const satisfies readonly { code: string; label: Label }[];
export type RewardAccount = (typeof REWARD_ACCOUNTS)[number]['code'];

/** What moved the money, and between which accounts. */
export const REWARD_MATTERS = [
  { code: 'grant', label: ['拨入', 'Grant'], from: 'budget', to: 'available' },
  { code: 'giveBack', label: ['退回财政', 'Given back'], from: 'available', to: 'returned' },
  { code: 'approve', label: ['审批', 'Approved'], from: 'available', to: 'payable' },
  { code: 'pay', label: ['发放', 'Paid'], from: 'payable', to: 'paid' },
  { code: 'bounce', label: ['款项退回', 'Came back'], from: 'paid', to: 'payable' },
  { code: 'release', label: ['取消或逾期', 'Released'], from: 'payable', to: 'available' },
  { code: 'voidGrant', label: ['冲销拨入', 'Grant voided'], from: 'available', to: 'budget' },
  { code: 'voidGiveBack', label: ['冲销退回', 'Return voided'], from: 'returned', to: 'available' },
] as const satisfies readonly { code: string; label: Label; from: RewardAccount; to: RewardAccount }[];
export type RewardMatter = (typeof REWARD_MATTERS)[number]['code'];

export interface RewardLine {
  readonly line: number;
  readonly account: RewardAccount;
  /** Fen; what an account gets is positive. */
  readonly amount: Fen;
}

/** The two lines of a move. */
export function linesOf(matter: RewardMatter, amount: Fen): readonly [RewardLine, RewardLine] {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`no sum to move: ${amount}`);
  const { from, to } = REWARD_MATTERS.find((row) => row.code === matter) as (typeof REWARD_MATTERS)[number];
  return [
    { line: 1, account: from, amount: -amount },
    { line: 2, account: to, amount },
  ];
}

/** The account a reward's money lies in: nothing is set aside before it is owed. */
function holderOf(state: string): RewardAccount {
  return state === 'payable' || state === 'paid' ? state : 'available';
}

/** What a step from one state to another does to the money; null: nothing. Also when a step is undone. */
export function moveOf(before: RewardState | string, after: RewardState | string): RewardMatter | null {
  const [from, to] = [holderOf(before), holderOf(after)];
  if (from === to) return null;
  const between = ['approve', 'pay', 'bounce', 'release'];
  const found = REWARD_MATTERS.find(
    (row) => between.includes(row.code) && row.from === from && row.to === to,
  );
  if (!found) throw new RangeError(`no money goes from ${before} to ${after}`);
  return found.code;
}

export type Balances = Readonly<Record<RewardAccount, Fen>>;

export function balancesOf(lines: Iterable<{ account: string; amount: Fen }>): Balances {
  const sums: Record<RewardAccount, Fen> = { budget: 0, available: 0, payable: 0, paid: 0, returned: 0 };
  for (const { account, amount } of lines) sums[account as RewardAccount] += amount;
  return sums;
}

/** One year of the accounts: what was there, what came and went, what is there. Rows keep opening + in − out = closing. */
export interface SheetRow {
  readonly account: RewardAccount;
  readonly opening: Fen;
  readonly inflow: Fen;
  readonly outflow: Fen;
  readonly closing: Fen;
}

export function sheetOf(
  lines: Iterable<{ on: string; account: string; amount: Fen }>,
  year: number,
): readonly SheetRow[] {
  const rows = new Map(
    REWARD_ACCOUNTS.map(({ code }) => [code as string, { opening: 0, inflow: 0, outflow: 0 }]),
  );
  for (const { on, account, amount } of lines) {
    const row = rows.get(account);
    const of = Number(on.slice(0, 4));
    if (!row || of > year) continue;
    if (of < year) row.opening += amount;
    else if (amount > 0) row.inflow += amount;
    else row.outflow -= amount;
  }
  return REWARD_ACCOUNTS.map(({ code }) => {
    const { opening, inflow, outflow } = rows.get(code) ?? { opening: 0, inflow: 0, outflow: 0 };
    return { account: code, opening, inflow, outflow, closing: opening + inflow - outflow };
  });
}

/** A move as it is kept. */
export interface RewardEntry extends RewardLine {
  readonly id: string;
  readonly on: string;
  readonly matter: string;
  readonly reward: string | null;
  readonly turn: number;
}

/**
 * What is wrong with the books, in words for a log: moves that do not balance, a reward paid twice in one turn, money that
 * does not lie where the rewards say. Nothing wrong: empty.
 */
export function ledgerFaults(
  entries: readonly RewardEntry[],
  rewards: readonly { readonly id: string; readonly state: string; readonly amount: Fen }[],
): string[] {
  const faults: string[] = [];
  const moves = new Map<string, Fen>();
  const held = new Map<string, Map<string, Fen>>();
  const paid = new Set<string>();
  for (const entry of entries) {
    moves.set(entry.id, (moves.get(entry.id) ?? 0) + entry.amount);
    if (entry.reward === null) continue;
    const of = held.get(entry.reward) ?? new Map<string, Fen>();
    of.set(entry.account, (of.get(entry.account) ?? 0) + entry.amount);
    held.set(entry.reward, of);
    if (entry.matter !== 'pay' || entry.account !== 'paid') continue;
    const key = `${entry.reward} turn ${entry.turn}`;
    if (paid.has(key)) faults.push(`reward ${key} was paid twice`);
    paid.add(key);
  }
  for (const [id, sum] of moves) if (sum !== 0) faults.push(`move ${id} does not balance: ${sum}`);
  for (const { id, state, amount } of rewards) {
    const of = held.get(id) ?? new Map<string, Fen>();
    held.delete(id);
    for (const account of ['payable', 'paid'] as const) {
      const wanted = holderOf(state) === account ? amount : 0;
      const there = of.get(account) ?? 0;
      if (there !== wanted) faults.push(`reward ${id} is ${state}: ${account} holds ${there}, not ${wanted}`);
    }
  }
  for (const id of held.keys()) faults.push(`money moved for reward ${id}, which is not there`);
  return faults;
}
