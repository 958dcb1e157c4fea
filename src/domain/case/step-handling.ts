// Who handles a case, with whom, on which track, and may it rest?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { CASE_TRACKS } from './case.ts';
import type { CaseFacts, JointPart } from './fact.ts';
import { BEFORE_DECISION, OPEN_STATUSES } from './status.ts';
import {
  active,
  choice,
  DOC_NO,
  fact,
  HANDLE,
  HEAD,
  REASON,
  type Rule,
  textOf,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

/** Tracks an agency may handle itself. */
export const OWN_TRACKS = CASE_TRACKS.filter(({ code }) => code !== 'criminal');

const SUSPENSION_GROUNDS = [
  { code: 'jurisdiction', label: ['管辖争议，报请指定', 'Jurisdiction in dispute'] },
  { code: 'prejudicial', label: ['须以另案结果为依据', 'Waits for another case'] },
  { code: 'law', label: ['法律适用请示', 'A question of law put to a higher body'] },
  { code: 'party', label: ['当事人无法联系或不能参加', 'The party cannot be reached or take part'] },
  { code: 'force', label: ['不可抗力', 'Force majeure'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

const agencies = (record: Values) => (record.jointAgencies ?? []) as readonly string[];

function joined(facts: CaseFacts, step: StepTaken): readonly JointPart[] {
  const part = { agency: String(step.values.agency), part: String(step.values.part) };
  return [...facts.parts, { ...part, since: step.on, until: null }];
}

function left(facts: CaseFacts, step: StepTaken): readonly JointPart[] {
  return facts.parts.map((part) =>
    part.agency === step.values.agency && part.until === null ? { ...part, until: step.on } : part,
  );
}

const suspended = fact((facts) => facts.suspendedOn !== null, ['案件没有中止', 'The case is not suspended']);

function trackRefusals(step: StepTaken, record: Values): Refusal[] {
  return step.values.track === record.track
    ? [wrong('track', ['案件已是这一类别', 'It is on that track already'])]
    : [];
}

export const HANDLING_STEPS: readonly Rule[] = [
  {
    name: 'askRecusal',
    label: ['申请回避', 'Ask for recusal'],
    from: BEFORE_DECISION,
    by: HANDLE,
    article: '行政处罚法第43条',
    fields: {
      person: { type: 'ref', kind: 'person', required: true, label: ['被申请回避人', 'Officer'] },
      asker: choice(
        ['提出人', 'Asked by'],
        [
          { code: 'self', label: ['本人', 'The officer'] },
          { code: 'party', label: ['当事人', 'The party'] },
        ],
      ),
      reason: REASON,
    },
    needs: fact(
      (facts) => facts.recusalAsked === null,
      ['上一件回避申请尚未决定', 'The last one is not decided'],
    ),
    apply: (facts, { values }) => ({ ...facts, recusalAsked: textOf(values, 'person') }),
  },
  {
    name: 'decideRecusal',
    label: ['回避决定', 'Decide on recusal'],
    from: OPEN_STATUSES,
    by: HEAD,
    article: '行政处罚法第43条第3款',
    fields: { granted: choice(['是否回避', 'Recused'], YES_NO), reason: REASON },
    needs: fact((facts) => facts.recusalAsked !== null, ['没有待决定的回避申请', 'No recusal was asked for']),
    apply: (facts, { values }) => ({
      ...facts,
      recusalAsked: null,
      recused:
        values.granted === 'yes' && facts.recusalAsked !== null
          ? [...new Set([...facts.recused, facts.recusalAsked])]
          : facts.recused,
    }),
  },
  {
    name: 'joinAgency',
    label: ['联合办案：加入', 'An agency joins'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '野生动物保护法第35条第3款',
    fields: {
      agency: { type: 'ref', kind: 'agency', required: true, label: ['联合单位', 'Agency'] },
      part: words(['分工', 'Its part'], { line: true }),
    },
    check: ({ step, record }) =>
      agencies(record).includes(String(step.values.agency)) || record.agency === step.values.agency
        ? [wrong('agency', ['该单位已在本案中', 'It takes part already'])]
        : [],
    sets: ({ values }, _, record) => ({ jointAgencies: [...agencies(record), String(values.agency)] }),
    apply: (facts, step) => ({ ...facts, parts: joined(facts, step) }),
  },
  {
    name: 'leaveAgency',
    label: ['联合办案：退出', 'An agency leaves'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '野生动物保护法第35条第3款',
    fields: {
      agency: { type: 'ref', kind: 'agency', required: true, label: ['联合单位', 'Agency'] },
      reason: REASON,
    },
    check: ({ step, record }) =>
      agencies(record).includes(String(step.values.agency))
        ? []
        : [wrong('agency', ['该单位不在联合单位中', 'It is not one of the joint agencies'])],
    sets: ({ values }, _, record) => ({
      jointAgencies: agencies(record).filter((id) => id !== values.agency),
    }),
    apply: (facts, step) => ({ ...facts, parts: left(facts, step) }),
  },
  {
    name: 'changeTrack',
    label: ['变更案件类别', 'Change the track'],
    from: ['discovered', 'investigating', 'concluded'],
    by: HEAD,
    article: '行政处罚法第22条、第23条',
    fields: { track: choice(['案件类别', 'Track'], OWN_TRACKS), reason: REASON },
    check: ({ step, record }) => trackRefusals(step, record),
    sets: ({ values }) => ({ track: values.track }),
    apply: (facts, { on }, record) => ({
      ...facts,
      downgraded: record.track === 'criminal' ? on : facts.downgraded,
    }),
  },
  {
    name: 'suspend',
    label: ['中止办理', 'Suspend'],
    from: ['investigating', 'concluded', 'notified'],
    by: HEAD,
    article: '行政处罚法第60条',
    fields: {
      ground: choice(['中止的情形', 'Ground'], SUSPENSION_GROUNDS),
      docNo: { ...DOC_NO, label: ['依据及文号', 'Rule it rests on'] },
      reason: REASON,
    },
    needs: active,
    pauses: [{ deadline: 'APL-60', reason: 'other' }],
    apply: (facts, { on }) => ({ ...facts, suspendedOn: on }),
  },
  {
    name: 'resume',
    label: ['恢复办理', 'Resume'],
    from: ['investigating', 'concluded', 'notified'],
    by: HEAD,
    article: '行政处罚法第60条',
    fields: { reason: REASON },
    needs: suspended,
    resumes: ['APL-60'],
    apply: (facts) => ({ ...facts, suspendedOn: null }),
  },
];
