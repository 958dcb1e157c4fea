// What is seen of a thing while it is in custody: its picture, its label, its condition, its number, its place?
import type { StepRule } from '../kernel/procedure.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Place } from '../kernel/record.ts';
import { amountOf, minus, plus, within } from './amount.ts';
import { type Custody, findHolding, possible, withHolding } from './custody.ts';
import { FROM, HANDLERS, notBefore, PLACE_TEXT, QUANTITY, refusal, STATE, stateOf } from './step-field.ts';
import { notYours } from './step-hand.ts';

const ALWAYS = ['held', 'ended'] as const;
const WHICH = refusal('custody.from', 'from', ['请选择是哪一处保管', 'Say which of the places']);

const photo: StepRule<Custody> = {
  name: 'photo',
  label: ['拍照固定', 'Photograph'],
  from: ALWAYS,
  by: HANDLERS,
  fields: {
    file: { type: 'text', max: 64, required: true, label: ['照片（SHA-256）', 'Picture (SHA-256)'] },
    size: { type: 'int', required: true, min: 1, label: ['字节数', 'Bytes'], minor: true },
    takenAt: { type: 'text', max: 40, label: ['拍摄时间', 'Taken at'], minor: true },
    place: { type: 'place', label: ['拍摄位置', 'Taken where'], minor: true },
    caption: { type: 'text', max: 120, label: ['说明', 'Caption'] },
  },
  check: ({ step, progress: { facts } }) => {
    if (!/^[0-9a-f]{64}$/.test(String(step.values.file)))
      return [
        refusal('custody.photo', 'file', [
          '照片的校验值应为 64 位十六进制 SHA-256',
          'A picture is named by its SHA-256, 64 hexadecimal digits',
        ]),
      ];
    return facts.photos.some((each) => each.file === step.values.file)
      ? [refusal('custody.photo', 'file', ['这张照片已经登记过', 'This picture is there already'])]
      : [];
  },
  apply: (facts, step) => ({
    ...facts,
    photos: [
      ...facts.photos,
      {
        seq: step.seq,
        file: String(step.values.file),
        size: Number(step.values.size),
        takenAt: (step.values.takenAt as string | null | undefined) ?? null,
        place: (step.values.place as Place | null | undefined) ?? null,
        caption: String(step.values.caption ?? ''),
        ...{ by: step.by, at: step.at },
      },
    ],
  }),
};

const label: StepRule<Custody> = {
  name: 'label',
  label: ['贴标签', 'Label'],
  from: ALWAYS,
  by: HANDLERS,
  fields: {
    labelNo: { type: 'text', max: 60, required: true, label: ['标签或封签编号', 'No. of label or seal'] },
  },
  apply: (facts, step) => ({ ...facts, label: String(step.values.labelNo) }),
};

const check: StepRule<Custody> = {
  name: 'check',
  label: ['查验状况', 'Check'],
  from: ['held'],
  by: HANDLERS,
  fields: {
    from: FROM,
    condition: { type: 'text', required: true, max: 400, label: ['状况', 'Condition'] },
    deaths: { type: 'int', label: ['死亡（只）', 'Died (head)'] },
    births: { type: 'int', label: ['出生（只）', 'Born (head)'] },
  },
  check: ({ step, progress: { facts } }) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return [WHICH];
    const early = notBefore(step, holding.since);
    if (early) return [early];
    const deaths = Number(step.values.deaths ?? 0);
    if ((deaths > 0 || step.values.births) && facts.form !== 'live')
      return [
        refusal('custody.form', 'deaths', ['只有活体才有死亡和出生', 'Only live animals die and bear']),
      ];
    return deaths > 0 && !within(possible(facts, holding.kept), { low: deaths, high: deaths })
      ? [refusal('custody.over', 'deaths', ['死亡数多于该处在管活体', 'More deaths than live animals there'])]
      : [];
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return facts;
    const exactly = (n: number) => ({ low: n, high: n });
    const [deaths, births] = [Number(step.values.deaths ?? 0), Number(step.values.births ?? 0)];
    return {
      ...facts,
      ...{ died: facts.died + deaths, born: facts.born + births },
      holdings: withHolding(facts.holdings, holding.key, (it) => ({
        ...it,
        kept: plus(minus(it.kept, exactly(deaths)), exactly(births)),
        dead: plus(it.dead, exactly(deaths)),
      })),
      condition: { text: String(step.values.condition), on: step.on },
    };
  },
};

/** Somebody counted: what was inexact is known; what is more or less than it can have been is on the books as such. */
const count: StepRule<Custody> = {
  name: 'count',
  label: ['清点', 'Count'],
  from: ['held'],
  by: HANDLERS,
  fields: {
    from: FROM,
    state: STATE,
    quantity: { ...QUANTITY, label: ['清点数量', 'Counted'] },
    witness: { type: 'text', max: 60, required: true, personal: true, label: ['见证人', 'Witness'] },
    reason: { type: 'text', required: true, max: 400, label: ['清点情况', 'What was found'] },
  },
  check: ({ step, progress: { facts } }) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return [WHICH];
    const early = notBefore(step, holding.since);
    if (early) return [early];
    return (step.values.quantity as Quantity).bound === 'exact'
      ? []
      : [refusal('custody.inexact', 'quantity', ['清点须得出确切数量', 'A count gives an exact number'])];
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return facts;
    const state = stateOf(step);
    const counted = amountOf(step.values.quantity as Quantity);
    const can = possible(facts, holding[state]);
    const short = Math.max(0, can.low - counted.low);
    const more = can.high === null ? 0 : Math.max(0, counted.low - can.high);
    return {
      ...facts,
      ...{ missing: facts.missing + short, found: facts.found + more },
      holdings: withHolding(facts.holdings, holding.key, (it) => ({ ...it, [state]: counted })),
    };
  },
};

const move: StepRule<Custody> = {
  name: 'move',
  label: ['变更存放地点', 'Move'],
  from: ['held'],
  by: HANDLERS,
  fields: { from: FROM, place: { ...PLACE_TEXT, label: ['新的存放地点', 'New place'] } },
  check: ({ step, progress: { facts } }) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return [WHICH];
    return [notBefore(step, holding.since), notYours(holding, step)].filter((each) => each !== undefined);
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return facts;
    const place = String(step.values.place);
    return {
      ...facts,
      holdings: withHolding(facts.holdings, holding.key, (it) => ({ ...it, place })),
    };
  },
};

export const STATE_STEPS = [photo, label, check, count, move] as const;
