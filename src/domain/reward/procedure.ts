// How does a reward move from proposal to payment, by whose hands, and never twice?
import { addDays } from '../kernel/day.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineProcedure, type StepRule, type StepTaken } from '../kernel/procedure.ts';
import type { Field, Values } from '../kernel/record.ts';
import { REWARD_STATES, REWARD_WAYS } from './reward.ts';

export interface RewardFacts {
  /** Accounts that approved, in order: two different ones before money is owed. */
  readonly approvers: readonly string[];
  readonly claimUntil: string | null;
  /** Grows when money came back or a lapsed reward is owed again: each turn is paid at most once. */
  readonly turn: number;
}

type Rule = StepRule<RewardFacts>;

const REASON = {
  type: 'text',
  long: true,
  required: true,
  max: 500,
  label: ['理由', 'Reason'],
} as const satisfies Field;
const OPINION = { type: 'text', long: true, max: 500, label: ['审批意见', 'Opinion'] } as const;
const UNTIL = { type: 'day', label: ['领取期限', 'To be picked up by'] } as const satisfies Field;
const APPROVERS = ['reviewer', 'leader'] as const;
const PAYERS = ['clerk'] as const;

const refusal = (code: string, where: string, zh: string, en: string): Refusal => ({
  code,
  where,
  message: [zh, en],
});

function inOrder(step: StepTaken, record: Values): readonly Refusal[] {
  return typeof record.day === 'string' && step.on < record.day
    ? [
        refusal(
          'step.early',
          'on',
          `日期不能早于提出日期（${record.day}）`,
          `It may not lie before the proposal (${record.day})`,
        ),
      ]
    : [];
}

function untilRefusals({ values, on }: StepTaken): Refusal[] {
  return typeof values.claimUntil === 'string' && values.claimUntil < on
    ? [
        refusal(
          'reward.until',
          'claimUntil',
          '领取期限不能早于本步骤日期',
          'It cannot lapse before this step',
        ),
      ]
    : [];
}

const approve: Rule = {
  name: 'approve',
  label: ['初审同意', 'Approve'],
  from: ['proposed'],
  to: 'approvedOnce',
  likely: ['proposed'],
  by: APPROVERS,
  review: true,
  fields: { reason: OPINION },
  sets: () => ({ state: 'approvedOnce' }),
  apply: (facts, { by }) => ({ ...facts, approvers: [by] }),
};

const confirm: Rule = {
  name: 'confirm',
  label: ['复审同意', 'Approve, second'],
  from: ['approvedOnce'],
  to: 'payable',
  likely: ['approvedOnce'],
  by: APPROVERS,
  review: true,
  fields: { claimUntil: UNTIL, reason: OPINION },
  stops: ['COUNTY-REWARD'],
  starts: [{ deadline: 'COUNTY-CLAIM', due: 'claimUntil' }],
  prefill: ({ record, today }) =>
    typeof record.claimDays === 'number' ? { claimUntil: addDays(today, record.claimDays) } : {},
  sets: ({ values }) => ({ state: 'payable', claimUntil: values.claimUntil ?? null }),
  apply: (facts, { by, values }) => ({
    ...facts,
    approvers: [...facts.approvers, by],
    claimUntil: (values.claimUntil as string | null | undefined) ?? null,
  }),
  check: ({ step, progress: { facts } }) => [
    ...untilRefusals(step),
    ...(facts.approvers.includes(step.by)
      ? [
          refusal(
            'step.sameHand',
            'step',
            '初审、复审须由两个人分别办理',
            'Whoever approved it first may not approve it again; another must',
          ),
        ]
      : []),
  ],
};

const refuse: Rule = {
  name: 'refuse',
  label: ['不予奖励', 'Refuse'],
  from: ['proposed', 'approvedOnce'],
  to: 'refused',
  by: APPROVERS,
  review: true,
  fields: { reason: { ...REASON, label: ['不予奖励的理由', 'Why'] } },
  stops: ['COUNTY-REWARD'],
  sets: () => ({ state: 'refused' }),
};

/** Which ways are open to it: who is known only by a receipt is paid by code, who is on paper against a signature. */
export function waysFor(record: Values): readonly string[] {
  return record.tip ? ['pickup', 'bank'] : ['signed'];
}

const pay: Rule = {
  name: 'pay',
  label: ['发放', 'Pay'],
  from: ['payable'],
  to: 'paid',
  likely: ['payable'],
  by: PAYERS,
  fields: {
    way: { type: 'code', codes: REWARD_WAYS, required: true, label: ['发放方式', 'Way'] },
    voucher: {
      type: 'text',
      max: 80,
      required: true,
      label: ['凭证号', 'Voucher'],
      hint: ['付款凭证或签收单编号', 'Number of the payment voucher or signed receipt'],
    },
  },
  stops: ['COUNTY-CLAIM'],
  prefill: ({ record }) => ({ way: record.tip ? 'bank' : 'signed' }),
  sets: ({ values, on }) => ({ state: 'paid', paidOn: on, way: values.way, voucher: values.voucher }),
  check: ({ step, record, progress: { facts } }) => {
    const wrong: Refusal[] = [];
    if (!waysFor(record).includes(String(step.values.way)))
      wrong.push(
        record.tip
          ? refusal(
              'reward.way',
              'way',
              '举报在系统内，凭领奖码领取或按本人要求转账',
              'The tip is in the system: pay by code, or by transfer if asked',
            )
          : refusal(
              'reward.way',
              'way',
              '线下举报没有领奖码，须凭签收单领取',
              'A tip on paper has no code: pay against a signed receipt',
            ),
      );
    if (facts.approvers.includes(step.by))
      wrong.push(
        refusal('step.sameHand', 'step', '审批人不能经手发放', 'Whoever approved it may not pay it out'),
      );
    return wrong;
  },
};

const bounce: Rule = {
  name: 'bounce',
  label: ['款项退回', 'Money came back'],
  from: ['paid'],
  to: 'payable',
  by: PAYERS,
  fields: {
    voucher: { type: 'text', max: 80, required: true, label: ['退回凭证号', 'Voucher of the return'] },
    reason: REASON,
  },
  starts: [{ deadline: 'COUNTY-CLAIM', due: 'claimUntil' }],
  sets: () => ({ state: 'payable', paidOn: null, way: null, voucher: null }),
  apply: (facts) => ({ ...facts, turn: facts.turn + 1 }),
};

const expire: Rule = {
  name: 'expire',
  label: ['逾期未领', 'Lapse'],
  from: ['payable'],
  to: 'expired',
  by: ['clerk', 'leader'],
  fields: { reason: REASON },
  stops: ['COUNTY-CLAIM'],
  sets: () => ({ state: 'expired' }),
  // Should it be opened again, it is another turn with another code.
  apply: (facts) => ({ ...facts, turn: facts.turn + 1 }),
  needs: ({ facts }) =>
    facts.claimUntil === null
      ? refusal(
          'reward.noUntil',
          'step',
          '没有设定领取期限，不能按逾期处理',
          'No day to pick it up by was set, so it cannot lapse',
        )
      : undefined,
  check: ({ step, progress: { facts } }) =>
    facts.claimUntil !== null && step.on <= facts.claimUntil
      ? [
          refusal(
            'reward.notDue',
            'on',
            `领取期限到 ${facts.claimUntil} 为止，尚未逾期`,
            `It may be picked up until ${facts.claimUntil}`,
          ),
        ]
      : [],
};

const renew: Rule = {
  name: 'renew',
  label: ['重新开放领取', 'Open again'],
  from: ['payable', 'expired'],
  to: 'payable',
  by: APPROVERS,
  fields: { claimUntil: { ...UNTIL, required: true }, reason: REASON },
  stops: ['COUNTY-CLAIM'],
  starts: [{ deadline: 'COUNTY-CLAIM', due: 'claimUntil' }],
  sets: ({ values }) => ({ state: 'payable', claimUntil: values.claimUntil }),
  apply: (facts, { values }) => ({ ...facts, claimUntil: String(values.claimUntil) }),
  check: ({ step }) => untilRefusals(step),
};

const cancel: Rule = {
  name: 'cancel',
  label: ['取消', 'Cancel'],
  from: ['proposed', 'approvedOnce', 'payable'],
  to: 'cancelled',
  by: ['clerk', 'leader'],
  fields: { reason: REASON },
  stops: ['COUNTY-REWARD', 'COUNTY-CLAIM'],
  sets: () => ({ state: 'cancelled' }),
};

const ENDS = ['paid', 'refused', 'cancelled', 'expired'];

export const rewardProcedure = defineProcedure<RewardFacts>({
  kind: 'reward',
  room: 'case',
  statuses: REWARD_STATES.map(({ code, label }) =>
    ENDS.includes(code) ? { code, label, end: true as const } : { code, label },
  ),
  opening: [{ when: {}, status: 'proposed', clocks: { 'COUNTY-REWARD': 'day' } }],
  owns: ['state', 'claimUntil', 'paidOn', 'way', 'voucher'],
  firm: [],
  begin: () => ({ approvers: [], claimUntil: null, turn: 0 }),
  steps: [approve, confirm, pay, refuse, cancel, bounce, expire, renew].map((rule) => ({
    ...rule,
    check: (asked) => [...inOrder(asked.step, asked.record), ...(rule.check?.(asked) ?? [])],
  })),
});
