// How does money come into the books and go back to the treasury? By document, never erased: a wrong entry is taken back.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { linesOf, type RewardMatter } from '../../domain/reward/ledger.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { loadRule } from './rule.ts';
import { balanceOf, findMove, holdFund, insertEntries, isVoided } from './store.ts';

type Body = ActionBody<'reward.fund'>;

interface Move {
  readonly matter: RewardMatter;
  readonly amount: number;
  readonly of: string | null;
}

export async function moveFund(tx: Tx, acting: Acting, body: Body): Promise<Outcome<Effect>> {
  const { app, county, actor, act } = acting;
  if (!has(actor, 'reward.pay'))
    return refuse('access.denied', ['您的角色不能登记奖励经费', 'Your role may not enter reward money']);
  const at = instant(app);
  if (body.on > dayOfInstant(at))
    return refuse('step.future', ['日期不能晚于今天', 'The date may not lie in the future'], { where: 'on' });
  await holdFund(tx, county);
  const move = await moveFor(tx, county, body);
  if (!move.ok) return move;
  const { matter, amount, of } = move.value;
  const takes = matter === 'giveBack' || matter === 'voidGrant';
  if (
    takes &&
    (await loadRule(tx, county)).withinBudget &&
    (await balanceOf(tx, county, 'available')) < amount
  )
    return refuse('reward.budget', [
      '可用额度不足，这笔钱已经批出',
      'That much is no longer available: it has been awarded',
    ]);
  const id = act?.id ?? body.id;
  await insertEntries(
    tx,
    linesOf(matter, amount).map((line) => ({
      ...{ county, id, on: body.on, at, by: actor.account, matter, reward: null, turn: 0 },
      ...{ ...line, document: body.document, note: body.note ?? '', of },
    })),
  );
  return ok({ subject: null, body: { ...body, matter, amount }, result: { id } });
}

async function moveFor(tx: Tx, county: string, body: Body): Promise<Outcome<Move>> {
  if (body.matter !== 'void') return ok({ matter: body.matter, amount: body.amount, of: null });
  const lines = body.of ? await findMove(tx, county, body.of) : [];
  const [first] = lines;
  const matter =
    first?.matter === 'grant' ? 'voidGrant' : first?.matter === 'giveBack' ? 'voidGiveBack' : null;
  if (!first || !matter || (await isVoided(tx, county, first.id)))
    return refuse('reward.void', ['没有这笔可以冲销的登记', 'There is no such entry to take back']);
  return ok({ matter, amount: Math.abs(first.amount), of: first.id });
}
