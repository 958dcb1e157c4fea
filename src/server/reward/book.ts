// What do the books say: the balance of a year, every move, as a sheet, and do they add up?
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Fen, formatFen } from '../../domain/kernel/money.ts';
import {
  balancesOf,
  ledgerFaults,
  REWARD_ACCOUNTS,
  REWARD_MATTERS,
  type SheetRow,
  sheetOf,
} from '../../domain/reward/ledger.ts';
import { type App, instant } from '../app.ts';
import type { Db, Tx } from '../db/connection.ts';
import { writeWorkbook } from '../workbook/index.ts';
import { loadRule } from './rule.ts';
import { type EntryRow, listEntries, listStanding, listUnfounded } from './store.ts';

export interface RewardMove {
  readonly id: string;
  readonly on: string;
  readonly by: string;
  readonly matter: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Fen;
  readonly document: string;
  readonly note: string;
  readonly reward: string | null;
  readonly voided: boolean;
}

function movesOf(entries: readonly EntryRow[], year: number): RewardMove[] {
  const voided = new Set(entries.flatMap((entry) => entry.of ?? []));
  const byId = new Map<string, EntryRow[]>();
  for (const entry of entries) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
  return [...byId.values()].flatMap(([from, to]) =>
    from && to && from.on.startsWith(`${year}-`)
      ? [
          {
            ...{ id: from.id, on: from.on, by: from.by, matter: from.matter, from: from.account },
            ...{ to: to.account, amount: to.amount, document: from.document, note: from.note },
            ...{ reward: from.reward, voided: voided.has(from.id) },
          },
        ]
      : [],
  );
}

export interface RewardBook {
  readonly year: number;
  readonly sheet: readonly SheetRow[];
  readonly moves: readonly RewardMove[];
  readonly years: readonly number[];
  readonly available: Fen;
  readonly withinBudget: boolean;
}

/** The books of a calendar year; those of every other year with a move are named. */
export async function bookOf(app: App, county: string, asked?: number): Promise<RewardBook> {
  const thisYear = Number(dayOfInstant(instant(app)).slice(0, 4));
  const entries = await listEntries(app.db, county);
  const years = new Set([thisYear, ...entries.map((entry) => Number(entry.on.slice(0, 4)))]);
  const year = asked ?? thisYear;
  return {
    year,
    sheet: sheetOf(entries, year),
    moves: movesOf(entries, year),
    years: [...years].sort((a, b) => b - a),
    available: balancesOf(entries).available,
    withinBudget: (await loadRule(app.db, county)).withinBudget,
  };
}

const nameOf = (table: readonly { code: string; label: readonly [string, string] }[], code: string) =>
  table.find((row) => row.code === code)?.label[0] ?? code;

export async function bookWorkbook(app: App, county: string, asked?: number): Promise<Uint8Array> {
  const { year, sheet, moves } = await bookOf(app, county, asked);
  const money = (heading: string) => ({ heading, kind: 'money' as const, width: 16 });
  return writeWorkbook([
    {
      name: '收支平衡表',
      title: `${year}年举报奖励经费收支平衡表（元）`,
      columns: [
        { heading: '科目', width: 18 },
        ...['年初余额', '本年增加', '本年减少', '年末余额'].map(money),
      ],
      rows: [
        ...sheet.map((row) => [
          nameOf(REWARD_ACCOUNTS, row.account),
          ...[row.opening, row.inflow, row.outflow, row.closing].map((fen) => fen / 100),
        ]),
        [
          '合计',
          ...(['opening', 'inflow', 'outflow', 'closing'] as const).map(
            (name) => sheet.reduce((sum, row) => sum + row[name], 0) / 100,
          ),
        ],
      ],
      prepared: 0,
    },
    {
      name: '明细账',
      columns: [
        { heading: '日期', kind: 'day', width: 12 },
        { heading: '事项', width: 14 },
        { heading: '由科目', width: 14 },
        { heading: '转入科目', width: 14 },
        money('金额（元）'),
        { heading: '凭证或文号', kind: 'code', width: 28 },
        { heading: '奖励编号、备注', width: 28 },
      ],
      rows: moves.map((move) => [
        ...[move.on, nameOf(REWARD_MATTERS, move.matter)],
        ...[nameOf(REWARD_ACCOUNTS, move.from), nameOf(REWARD_ACCOUNTS, move.to), move.amount / 100],
        ...[move.document, move.note],
      ]),
      prepared: 0,
    },
  ]);
}

/** Whether books, rewards and the steps behind them agree; what is wrong, in words. */
export async function checkBooks(db: Db | Tx, county: string): Promise<string[]> {
  const [entries, standing, unfounded, rule] = [
    await listEntries(db, county),
    await listStanding(db, county),
    await listUnfounded(db, county),
    await loadRule(db, county),
  ];
  const sums = balancesOf(entries);
  const rest = Object.values(sums).reduce((a, b) => a + b, 0);
  return [
    ...ledgerFaults(entries, standing),
    ...standing
      .filter(({ state, status }) => state !== status)
      .map(({ no, state, status }) => `reward ${no} says ${state}, its steps say ${status}`),
    ...unfounded.map((id) => `money moved by ${id}, which no step and no entry stands behind`),
    ...(rest === 0 ? [] : [`the books are out by ${formatFen(rest)}`]),
    ...(rule.withinBudget && sums.available < 0
      ? [`more was awarded than granted: ${formatFen(sums.available)}`]
      : []),
  ];
}
