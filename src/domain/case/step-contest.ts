import { UNDECIDED } from './fact.ts';
import { CASE_STATUSES, DECIDED } from './status.ts';
import {
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  HANDLE,
  PENALISED,
  REASON,
  type Rule,
  words,
  YES_NO,
} from './step-common.ts';

const contested = fact((facts) => facts.contest !== null, ['没有进行中的复议或诉讼', 'Nothing is contested']);

export const CONTEST_STEPS: readonly Rule[] = [
  {
    name: 'publish',
    label: ['公开处罚决定', 'Publish the decision'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第48条第1款',
    fields: { where: words(['公开平台', 'Where'], { line: true }) },
    needs: fact(
      (facts) => facts.decision !== null && !facts.published,
      ['没有可以公开的决定', 'Nothing to publish'],
    ),
    apply: (facts) => ({ ...facts, published: true }),
  },
  {
    name: 'withdrawInformation',
    label: ['撤回公开信息', 'Withdraw what was published'],
    from: CASE_STATUSES.map((status) => status.code),
    by: HANDLE,
    article: '行政处罚法第48条第2款',
    fields: { reason: { ...REASON, label: ['公开说明的理由', 'Reason published'] } },
    needs: fact((facts) => facts.published, ['没有公开的信息', 'Nothing was published']),
    stops: ['APL-48'],
    apply: (facts) => ({ ...facts, published: false }),
  },
  {
    name: 'contest',
    label: ['申请复议、提起诉讼', 'Review or lawsuit'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第73条',
    fields: {
      kind: choice(
        ['途径', 'Which'],
        [
          { code: 'review', label: ['行政复议', 'Administrative review'] },
          { code: 'lawsuit', label: ['行政诉讼', 'Lawsuit'] },
        ],
      ),
      authority: words(['受理机关', 'Before'], { line: true }),
      docNo: DOC_NO,
    },
    needs: fact(
      (facts, { outcome }) =>
        (facts.decision !== null || outcome === 'penalised' || outcome === 'notPenalised') &&
        facts.contest === null,
      ['没有可以复议、诉讼的决定，或者已在进行', 'No decision to contest, or it is contested already'],
    ),
    apply: (facts, { values }) => ({ ...facts, contest: values.kind as 'review' | 'lawsuit' }),
  },
  {
    name: 'contestKept',
    label: ['复议诉讼结果：维持或变更', 'Contest: the decision stands or is changed'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第48条第2款、第73条',
    fields: {
      result: choice(
        ['结果', 'Result'],
        [
          { code: 'upheld', label: ['维持、驳回', 'Upheld'] },
          { code: 'dropped', label: ['撤回申请、撤诉', 'Dropped'] },
          { code: 'changed', label: ['变更', 'Changed'] },
          { code: 'unlawful', label: ['确认违法', 'Found unlawful'] },
        ],
      ),
      docNo: DOC_NO_DUE,
      fine: { type: 'money', label: ['变更后的罚款（元）', 'Fine as changed (yuan)'] },
      fines: PENALISED.fines,
      published: { type: 'code', codes: YES_NO, label: ['原决定已公开', 'It was published'] },
    },
    needs: contested,
    check: dueWith('result', 'changed', { published: ['原决定已公开', 'It was published'] }),
    starts: [
      { deadline: 'APL-48', when: { result: 'changed', published: 'yes' } },
      { deadline: 'APL-48', when: { result: 'unlawful', published: 'yes' } },
    ],
    apply: (facts, { values }) => ({
      ...facts,
      contest: null,
      published: facts.published || values.published === 'yes',
      fine: values.result === 'changed' && typeof values.fine === 'number' ? values.fine : facts.fine,
    }),
  },
  {
    name: 'contestRevoked',
    label: ['复议诉讼结果：撤销重作', 'Contest: the decision is revoked'],
    from: DECIDED,
    to: 'concluded',
    by: HANDLE,
    article: '行政处罚法第48条第2款、第57条',
    fields: {
      docNo: DOC_NO_DUE,
      reason: REASON,
      published: choice(['原决定已公开', 'It was published'], YES_NO),
    },
    needs: contested,
    stops: ['APL-61', 'APL-67'],
    starts: ['APL-60', { deadline: 'APL-48', when: { published: 'yes' } }],
    sets: () => ({ outcome: null }),
    // A case the police had returned goes on as an administrative one.
    apply: (facts, { on, values }, record) => ({
      ...facts,
      ...UNDECIDED,
      published: facts.published || values.published === 'yes',
      downgraded: record.track === 'criminal' ? on : facts.downgraded,
    }),
  },
];
