// By which invented rule does the demo county reward its informants? Fictional: no real county has this document.
import { addDays } from '../domain/kernel/day.ts';
import type { RewardRule } from '../domain/reward/rule.ts';

const ALL = { results: [], violations: [], valueFrom: null, valueTo: null } as const;

/** In force for two years before `today`, so that every clue of the demo ledger falls under it. */
export function demoRewardRule(today: string): RewardRule {
  return {
    withinBudget: true,
    versions: [
      {
        docNo: '示自然资规〔示例〕1号',
        title: '示范县破坏野生动物资源违法行为有奖举报办法（虚构）',
        from: addDays(today, -900),
        until: null,
        cap: 1_000_000,
        yearCap: 10_000_000,
        claimDays: 60,
        note: '示例数据，不是任何县的规定',
        brackets: [
          {
            ...ALL,
            ...{
              id: 'handled',
              label: '行政处理、移送',
              basis: 'result',
              results: ['handled', 'transferred'],
            },
            pay: { kind: 'flat', amount: 20_000 },
          },
          {
            ...ALL,
            ...{ id: 'filed', label: '立案查实', basis: 'result', results: ['filed'] },
            pay: { kind: 'flat', amount: 50_000 },
          },
          {
            ...ALL,
            ...{ id: 'penalised', label: '作出行政处罚', basis: 'result', results: ['penalised'] },
            pay: { kind: 'percent', of: 'fine', rate: 300, min: 50_000, max: 500_000 },
          },
          {
            ...ALL,
            ...{ id: 'criminal', label: '刑事立案', basis: 'result', results: ['criminal'] },
            pay: { kind: 'flat', amount: 300_000 },
          },
          {
            ...ALL,
            ...{ id: 'value', label: '案值一万元以上', basis: 'value', valueFrom: 1_000_000 },
            pay: { kind: 'percent', of: 'value', rate: 500, min: null, max: 800_000 },
          },
        ],
      },
    ],
  };
}

/** Fifteen digits of the receipt whose reward waits at the demo counter; the sixteenth follows. */
export const REWARD_RECEIPT = '202600010020000';
