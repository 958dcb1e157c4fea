// What does a step of a reward do to the money? Booked in the same transaction, so that books and steps never part.

import { formatFen } from '../../domain/kernel/money.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { linesOf, moveOf, type RewardMatter } from '../../domain/reward/ledger.ts';
import type { RewardFacts } from '../../domain/reward/procedure.ts';
import type { StepEffect, StepMade } from '../procedure/index.ts';
import { listSteps } from '../progress/index.ts';
import { findRecord } from '../record/index.ts';
import { tellClue } from './clue-step.ts';
import { codeHash, pickUpCode } from './code.ts';
import { clueEnded } from './offer.ts';
import { loadRule } from './rule.ts';
import { balanceOf, holdFund, insertCode, insertEntries, isCodeUsedBy, isIdentityOpened } from './store.ts';

/** Steps that moved money: they are put right by another step, never undone. */
const BOOKED = ['confirm', 'pay', 'bounce', 'expire', 'renew', 'cancel'];

const NOT_UNDONE = refuse('reward.booked', [
  '这一步已经入账，不能撤销或更正；请办理“款项退回”“取消”或“重新开放领取”',
  'This step is in the books; take the step that puts it right instead of undoing it',
]);

/** For every step of a reward that may move money; also for undoing one. */
export const followMoney: StepEffect = async (made) => {
  const { step, row, before, after, acting } = made;
  if (step.name === 'revoke' || step.name === 'amend') return mayUndo(made);
  const matter = moveOf(before.status, after.status);
  if (matter) {
    const allowed = await mayMove(made, matter);
    if (!allowed.ok) return allowed;
    await book(made, matter);
  }
  const facts = after.facts as RewardFacts;
  if (after.status === 'payable' && row.values.tip)
    await insertCode(made.tx, {
      county: acting.county,
      reward: row.id,
      turn: facts.turn,
      hash: codeHash(acting.app, acting.county, pickUpCode(acting.app, acting.county, row.id, facts.turn)),
    });
  const told = await toClue(made, matter);
  return told.ok ? ok(matter ? { more: { money: { matter, amount: row.values.amount } } } : {}) : told;
};

async function mayUndo({ tx, acting, row, step, before, after }: StepMade): ReturnType<StepEffect> {
  const steps = await listSteps(tx, acting.county, 'reward', row.id);
  const about =
    step.name === 'amend'
      ? steps.find((other) => other.seq === step.values.of)?.name
      : before.status !== after.status && moveOf(before.status, after.status)
        ? 'confirm'
        : undefined;
  return about !== undefined && BOOKED.includes(about) ? NOT_UNDONE : ok({});
}

async function mayMove(made: StepMade, matter: RewardMatter): Promise<Outcome<null>> {
  const { tx, acting, row, step, before } = made;
  const { county } = acting;
  if (matter === 'approve') return mayOwe(made);
  if (matter !== 'pay') return ok(null);
  const { way } = step.values;
  const { turn } = before.facts as RewardFacts;
  if (way === 'pickup' && !(await isCodeUsedBy(tx, county, row.id, turn, acting.act?.id ?? '')))
    return refuse(
      'reward.code',
      [
        '凭码领取须在“领奖”页面核对领取码或回执后办理',
        'Pay by code at the counter, where the code or receipt is checked',
      ],
      { where: 'way' },
    );
  if (way === 'bank' && !(await isIdentityOpened(tx, county, String(row.values.tip))))
    return refuse(
      'reward.unopened',
      [
        '转账须由举报人提出，并经两名保管人打开其身份信息；尚未打开，请改为凭码领取',
        'A transfer needs the identity opened by its two keepers; pay by code instead',
      ],
      { where: 'way' },
    );
  return ok(null);
}

async function mayOwe({ tx, acting, row }: StepMade): Promise<Outcome<null>> {
  const clue = await findRecord(tx, acting.county, getKind('clue'), String(row.values.clue));
  const ended = clueEnded(clue ?? { values: {} });
  if (!ended.ok) return ended;
  const rule = await loadRule(tx, acting.county);
  await holdFund(tx, acting.county);
  if (!rule.withinBudget) return ok(null);
  const available = await balanceOf(tx, acting.county, 'available');
  const amount = Number(row.values.amount);
  return amount <= available
    ? ok(null)
    : refuse('reward.budget', [
        `可用额度 ${formatFen(available)} 元，不足以支付 ${formatFen(amount)} 元；请先登记预算拨入`,
        `${formatFen(available)} yuan are available, ${formatFen(amount)} are needed; enter the grant first`,
      ]);
}

async function book({ tx, acting, row, step, after }: StepMade, matter: RewardMatter): Promise<void> {
  const { turn } = after.facts as RewardFacts;
  await insertEntries(
    tx,
    linesOf(matter, Number(row.values.amount)).map((line) => ({
      ...{ county: acting.county, id: step.id, on: step.on, at: step.recordedAt, by: step.by },
      ...{ matter, reward: row.id, turn, ...line, of: null },
      document: String(step.values.voucher ?? row.values.rule ?? ''),
      note: row.no,
    })),
  );
}

async function toClue(
  { tx, acting, row, step }: StepMade,
  matter: RewardMatter | null,
): Promise<Outcome<null>> {
  if (matter !== 'pay' && matter !== 'bounce') return ok(null);
  const amount = (row as RecordRow).values.amount;
  return tellClue(tx, acting, row, {
    on: step.on,
    values: matter === 'pay' ? { amount } : { returned: amount },
  });
}
