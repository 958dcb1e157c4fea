// What do the steps of custody have in common: who, from whom, how much, and what stops them?
import { formatDay } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Field } from '../kernel/record.ts';
import { isNone, type Parted, partOf, quantityOf, within } from './amount.ts';
import { type Custody, type Holding, possible, type State } from './custody.ts';

/** Who handles what was seized. */
export const HANDLERS = ['officer', 'clerk', 'otherAgency'] as const;

export const FROM = {
  type: 'text',
  max: 80,
  minor: true,
  label: ['现保管人', 'From'],
  hint: ['只有一处保管时可不填', 'May stay empty while one hand holds all of it'],
} as const satisfies Field;

const STATES = [
  { code: 'kept', label: ['原形态', 'As seized'] },
  { code: 'dead', label: ['在管死亡', 'Died in custody'] },
] as const;

export const STATE = {
  type: 'code',
  codes: STATES,
  label: ['状态', 'State'],
  minor: true,
} as const satisfies Field;
export const QUANTITY = {
  type: 'quantity',
  unit: '',
  required: true,
  label: ['数量', 'Quantity'],
} as const satisfies Field;
export const PLACE_TEXT = {
  type: 'text',
  max: 120,
  required: true,
  label: ['存放地点', 'Where it is kept'],
} as const satisfies Field;

export function refusal(code: string, where: string, message: Label): Refusal {
  return { code, where, message };
}

export function stateOf(step: StepTaken): State {
  return step.values.state === 'dead' ? 'dead' : 'kept';
}

/** A hand cannot give on a day before it had the thing. */
export function notBefore(step: StepTaken, day: string): Refusal | undefined {
  return step.on < day
    ? refusal('step.early', 'on', [
        `日期不能早于${formatDay(day, 'zh')}`,
        `The date may not lie before ${formatDay(day, 'en')}`,
      ])
    : undefined;
}

/** A quantity in words, in the unit of the matter. */
export function said({ value, bound }: Quantity): Label {
  if (value === null) return ['数量不明', 'an unknown quantity'];
  if (bound === 'over') return [`${value}余`, `over ${value}`];
  return bound === 'about' ? [`约${value}`, `about ${value}`] : [`${value}`, `${value}`];
}

/** Takes what the step says out of `holding`, or says why it is not there. */
export function takeOut(
  facts: Custody,
  holding: Holding,
  step: StepTaken,
): { parted?: Parted; refusal?: Refusal } {
  const have = holding[stateOf(step)];
  const asked = step.values.quantity as Quantity;
  const parted = partOf(have, asked);
  if (parted === 'inexact')
    return {
      refusal: refusal('custody.inexact', 'quantity', [
        '只能整批办理，或写明确切数量；数量不明的先办“清点”',
        'Either all of it, or an exact number; where nobody knows how many, count first',
      ]),
    };
  if (parted && within(possible(facts, have), parted.part)) return { parted };
  const left = isNone(have) ? (['0', 'nothing'] as const) : said(quantityOf(have));
  return {
    refusal: refusal('custody.over', 'quantity', [
      `该处在管${left[0]}，不能办理${said(asked)[0]}；实际更多的，先办“清点”`,
      `There is ${left[1]} there, not ${said(asked)[1]}; if there is more, count first`,
    ]),
  };
}
