// How does a thing pass from one hand to another? Offered by the one, taken by the other, never by the same account.
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { StepRule, StepTaken } from '../kernel/procedure.ts';
import { quantityOf } from './amount.ts';
import {
  type Custody,
  findHolding,
  findOffer,
  give,
  type Holding,
  type Offer,
  outsideKey,
  STORE,
  whoOf,
  withHolding,
} from './custody.ts';
import {
  FROM,
  HANDLERS,
  notBefore,
  PLACE_TEXT,
  QUANTITY,
  refusal,
  STATE,
  stateOf,
  takeOut,
} from './step-field.ts';

export const PURPOSES = [
  { code: 'custody', label: ['保管', 'Custody'] },
  { code: 'escrow', label: ['寄养救护', 'Fostered with a rescue centre'] },
  { code: 'appraisal', label: ['送检鉴定', 'For appraisal'] },
  { code: 'evidence', label: ['随案移交', 'With the case'] },
] as const;

const TAKERS = [
  { code: 'account', label: ['本系统人员', 'Somebody with an account'] },
  { code: 'outside', label: ['外单位或个人', 'Outside body or person'] },
] as const;

/** Whose hand it is in must be the one that gives: an account's own things are given by that account alone. */
export function notYours(holding: Holding, step: StepTaken): Refusal | undefined {
  return holding.account !== null && holding.account !== step.by
    ? refusal('custody.notHolder', 'from', [
        '这批物品由他人保管，只能由保管人本人交出；保管人不能到场的，由负责人办理“接管”',
        'Somebody else holds these; only the holder may give them. If the holder cannot, a leader takes them over',
      ])
    : undefined;
}

const SAME_HAND: Label = [
  '交出人本人不能接收，必须由另一人确认',
  'Who gave may not take: another person must confirm',
];

const offer: StepRule<Custody> = {
  name: 'offer',
  label: ['移交（交出）', 'Hand over'],
  from: ['held'],
  likely: ['held'],
  by: HANDLERS,
  own: true,
  fields: {
    from: FROM,
    toKind: { type: 'code', codes: TAKERS, required: true, label: ['交给', 'To'] },
    taker: { type: 'text', max: 36, label: ['接收人账号', 'Account of the taker'], minor: true },
    to: { type: 'text', max: 60, label: ['接收单位或个人', 'Body or person that takes it'] },
    state: STATE,
    quantity: QUANTITY,
    purpose: { type: 'code', codes: PURPOSES, required: true, label: ['目的', 'Purpose'] },
    place: { ...PLACE_TEXT, label: ['交接后存放地点', 'Where it will be kept'] },
    condition: { type: 'text', required: true, max: 400, label: ['交接时状况', 'Condition when given'] },
  },
  asks: (v) => [
    ...['from', 'toKind', v.toKind === 'outside' ? 'to' : 'taker'],
    ...['state', 'quantity', 'purpose', 'place', 'condition'],
  ],
  prefill: ({ progress }) => {
    const [only] = progress.facts.holdings;
    return only ? { quantity: quantityOf(only.kept), toKind: 'account', purpose: 'custody' } : {};
  },
  needs: ({ facts }) => (facts.holdings.length === 0 ? NOTHING : undefined),
  check: ({ step, progress: { facts } }) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return [WHICH];
    const wrong = [
      notBefore(step, holding.since),
      notYours(holding, step),
      takeOut(facts, holding, step).refusal,
      step.values.toKind === 'outside' && !step.values.to
        ? refusal('field.required', 'to', ['请写明接收单位或个人', 'Say which body or person takes it'])
        : undefined,
      step.values.taker === step.by ? refusal('custody.sameHand', 'taker', SAME_HAND) : undefined,
    ];
    return wrong.filter((each) => each !== undefined);
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    const out = holding && takeOut(facts, holding, step).parted;
    if (!holding || !out) return facts;
    const state = stateOf(step);
    const outside = step.values.toKind === 'outside';
    const made: Offer = {
      ...{ seq: step.seq, by: step.by, from: whoOf(holding), state, amount: out.part },
      taker: outside ? null : ((step.values.taker as string | null | undefined) ?? null),
      outside: outside ? String(step.values.to) : null,
      quantity: quantityOf(out.part),
      place: String(step.values.place),
      purpose: String(step.values.purpose),
      condition: String(step.values.condition),
      ...{ on: step.on, at: step.at },
    };
    const holdings = withHolding(facts.holdings, holding.key, (it) => ({ ...it, [state]: out.rest }));
    return { ...facts, holdings, pending: [...facts.pending, made] };
  },
};

const NOTHING = refusal('custody.none', 'step', ['已没有在管物品', 'Nothing is left in custody']);
const WHICH = refusal('custody.from', 'from', [
  '物品在几个人手中，请选择由谁交出',
  'Several hands hold parts of it; say which gives',
]);
const NO_OFFER = refusal('custody.noOffer', 'offer', [
  '没有等待接收的移交；如有几笔，请写明是第几步',
  'There is no handover waiting; if there are several, say which step',
]);

/** The offer a taker's step answers, or why this hand may not answer it. */
function answering(facts: Custody, step: StepTaken): { offer?: Offer; wrong?: Refusal } {
  const found = findOffer(facts, step.values.offer);
  if (!found) return { wrong: NO_OFFER };
  if (step.by === found.by) return { wrong: refusal('custody.sameHand', 'step', SAME_HAND) };
  if (found.taker !== null && step.by !== found.taker)
    return {
      wrong: refusal('custody.notTaker', 'step', [
        '这笔移交指定了接收人，只能由接收人本人确认',
        'This handover names its taker; nobody else may confirm it',
      ]),
    };
  const early = notBefore(step, found.on);
  return early ? { wrong: early } : { offer: found };
}

const ANSWERED = {
  offer: { type: 'int', min: 1, label: ['第几步移交', 'Which handover'], minor: true },
} as const;

const accept: StepRule<Custody> = {
  name: 'accept',
  label: ['接收确认', 'Take over'],
  from: ['held'],
  by: HANDLERS,
  own: true,
  fields: {
    ...ANSWERED,
    condition: { type: 'text', required: true, max: 400, label: ['接收时状况', 'Condition when taken'] },
    place: { ...PLACE_TEXT, required: false, label: ['存放地点', 'Where it is kept'] },
    signedBy: { type: 'text', max: 60, personal: true, label: ['外单位签收人', 'Signed for by'] },
    paperNo: { type: 'text', max: 60, label: ['签收单编号', 'No. of the paper receipt'] },
    signature: { type: 'text', max: 64, label: ['签字照片', 'Picture of the signature'], minor: true },
  },
  needs: ({ facts }) => (facts.pending.length === 0 ? NO_OFFER : undefined),
  check: ({ step, progress: { facts } }) => {
    const { offer: found, wrong } = answering(facts, step);
    if (!found) return wrong ? [wrong] : [];
    if (found.outside === null) return [];
    const { signedBy, paperNo, signature } = step.values;
    return signedBy && (paperNo || signature)
      ? []
      : [
          refusal('custody.signature', signedBy ? 'paperNo' : 'signedBy', [
            '交给外单位或个人的，须有对方签收人，并附签收单编号或签字照片；您作为见证人确认',
            'A taker without an account signs: name who signed, with the number of the paper or a picture; you are the witness',
          ]),
        ];
  },
  apply: (facts, step) => {
    const { offer: found } = answering(facts, step);
    if (!found) return facts;
    const outside = found.outside;
    const who = {
      key: outside === null ? step.by : outsideKey(outside),
      account: outside === null ? step.by : null,
      name: outside ?? '',
      place: String(step.values.place ?? found.place),
      purpose: found.purpose,
      since: step.on,
    };
    return {
      ...facts,
      holdings: give(facts.holdings, who, found.state, found.amount),
      pending: facts.pending.filter((each) => each !== found),
      condition: { text: String(step.values.condition), on: step.on },
    };
  },
};

function giveBack(facts: Custody, found: Offer): Custody {
  return {
    ...facts,
    holdings: give(facts.holdings, found.from, found.state, found.amount),
    pending: facts.pending.filter((each) => each !== found),
  };
}

const decline: StepRule<Custody> = {
  name: 'decline',
  label: ['拒绝接收', 'Decline'],
  from: ['held'],
  by: HANDLERS,
  own: true,
  fields: {
    ...ANSWERED,
    reason: { type: 'text', required: true, max: 400, label: ['拒收理由', 'Why it is declined'] },
  },
  needs: ({ facts }) => (facts.pending.length === 0 ? NO_OFFER : undefined),
  check: ({ step, progress: { facts } }) => {
    const { wrong } = answering(facts, step);
    return wrong ? [wrong] : [];
  },
  apply: (facts, step) => {
    const { offer: found } = answering(facts, step);
    return found ? giveBack(facts, found) : facts;
  },
};

const recall: StepRule<Custody> = {
  name: 'recall',
  label: ['收回移交', 'Take the offer back'],
  from: ['held'],
  by: HANDLERS,
  own: true,
  fields: { ...ANSWERED, reason: { type: 'text', max: 400, label: ['说明', 'Why'] } },
  needs: ({ facts }) => (facts.pending.length === 0 ? NO_OFFER : undefined),
  check: ({ step, progress: { facts } }) => {
    const found = findOffer(facts, step.values.offer);
    if (!found) return [NO_OFFER];
    return step.by === found.by
      ? []
      : [refusal('custody.notGiver', 'step', ['只有交出人可以收回', 'Only who gave may take it back'])];
  },
  apply: (facts, step) => {
    const found = findOffer(facts, step.values.offer);
    return found ? giveBack(facts, found) : facts;
  },
};

/** A holder who fell ill or left cannot hand over; a superior takes the things over and says why. */
const takeover: StepRule<Custody> = {
  name: 'takeover',
  label: ['接管', 'Take over for an absent holder'],
  from: ['held'],
  by: ['reviewer', 'leader'],
  fields: {
    from: FROM,
    place: { ...PLACE_TEXT, label: ['接管后存放地点', 'Where it is kept now'] },
    reason: { type: 'text', required: true, max: 400, label: ['接管理由', 'Why'] },
  },
  check: ({ step, progress: { facts } }) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return [WHICH];
    const early = notBefore(step, holding.since);
    return early ? [early] : [];
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    if (!holding) return facts;
    const place = String(step.values.place);
    const who = { key: STORE, account: null, name: place, place, purpose: 'custody', since: step.on };
    const left = facts.holdings.filter((each) => each !== holding);
    const kept = give(left, who, 'kept', holding.kept);
    return { ...facts, holdings: give(kept, who, 'dead', holding.dead) };
  },
};

export const HAND_STEPS = [offer, accept, decline, recall, takeover] as const;
