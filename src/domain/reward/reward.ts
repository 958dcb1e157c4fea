// What is owed to an informant, by which rule of the county, and has it been paid?
import { defineKind } from '../kernel/record.ts';

/** Where a reward stands; the same codes as the statuses of its procedure. */
export const REWARD_STATES = [
  { code: 'proposed', label: ['待初审', 'Proposed'] },
  { code: 'approvedOnce', label: ['待复审', 'Approved once'] },
  { code: 'payable', label: ['待领取', 'Ready to be picked up'] },
  { code: 'paid', label: ['已发放', 'Paid'] },
  { code: 'refused', label: ['不予奖励', 'Refused'] },
  { code: 'cancelled', label: ['已取消', 'Cancelled'] },
  { code: 'expired', label: ['逾期未领', 'Not picked up in time'] },
] as const;
/** A reward that stands in the way of another for the same tip. */
export const LIVE_STATES = ['proposed', 'approvedOnce', 'payable', 'paid'] as const;
export type RewardState = (typeof REWARD_STATES)[number]['code'];

/** Ways money reaches an informant. Only a transfer needs to know who that is. */
export const REWARD_WAYS = [
  { code: 'pickup', label: ['凭码领取（不问身份）', 'By pick-up code, identity not asked'] },
  { code: 'bank', label: ['银行转账（本人要求）', 'Bank transfer, asked for by the informant'] },
  { code: 'signed', label: ['签收单领取（线下举报）', 'Against a signed receipt, tip outside the system'] },
] as const;
export type RewardWay = (typeof REWARD_WAYS)[number]['code'];

/**
 * One share of what a clue earned. Made by proposing it and moved by steps only (EVERY_KIND, domain/kind.ts): neither a form
 * nor a sheet may write money. `tip` is the id of the citizen's report; who that is stays sealed there.
 */
export const reward = defineKind({
  name: 'reward',
  label: ['举报奖励', 'Reward'],
  room: 'case',
  prefix: 'JL',
  day: 'day',
  title: ['tipNo', 'bracketLabel'],
  key: ['clue', 'tip'],
  fields: {
    day: { type: 'day', required: true, label: ['提出日期', 'Proposed'] },
    clue: { type: 'ref', kind: 'clue', required: true, label: ['线索', 'Clue'] },
    tip: { type: 'text', max: 36, label: ['举报', 'Tip'], minor: true },
    tipNo: { type: 'text', max: 40, label: ['举报编号', 'Tip no.'] },
    amount: { type: 'money', required: true, label: ['奖励金额（元）', 'Reward (yuan)'] },
    state: { type: 'code', codes: REWARD_STATES, label: ['状态', 'State'] },
    rule: { type: 'text', max: 120, required: true, label: ['依据文号', 'By rule'] },
    bracket: { type: 'text', max: 40, label: ['档次代码', 'Bracket id'], minor: true },
    bracketLabel: { type: 'text', max: 120, label: ['适用档次', 'Bracket'] },
    proposed: { type: 'money', label: ['按规定应为（元）', 'By the rule (yuan)'] },
    total: { type: 'money', label: ['线索奖励总额（元）', 'Whole reward of the clue (yuan)'], minor: true },
    weight: { type: 'int', min: 1, label: ['份额', 'Weight'], minor: true },
    reckoning: { type: 'text', max: 2_000, long: true, label: ['计算过程', 'Reckoning'] },
    departure: { type: 'text', max: 500, long: true, label: ['与规定不一致的理由', 'Why it departs'] },
    claimDays: { type: 'int', min: 1, label: ['领取天数', 'Days to pick it up'], minor: true },
    claimUntil: { type: 'day', label: ['领取期限', 'To be picked up by'] },
    paidOn: { type: 'day', label: ['发放日期', 'Paid'] },
    way: { type: 'code', codes: REWARD_WAYS, label: ['发放方式', 'Way'] },
    voucher: { type: 'text', max: 80, label: ['凭证号', 'Voucher'] },
  },
});
