import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { LOOKING } from './status.ts';
import {
  checks,
  choice,
  HANDLE,
  OFFICERS,
  type Rule,
  SIGNED,
  twoOfficers,
  withOfficers,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

/** 行政处罚法55: who does not show the card may be refused; a record made so proves nothing. */
function cardShown({ step }: { step: StepTaken }): Refusal[] {
  return step.values.shown === 'yes'
    ? []
    : [wrong('shown', ['应当主动出示执法证件', 'Warrant cards must be shown'], '行政处罚法第55条')];
}

export const INQUIRY_STEPS: readonly Rule[] = [
  {
    name: 'inspect',
    label: ['现场检查、勘验', 'Inspect the scene'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第55条',
    fields: {
      officers: OFFICERS,
      shown: choice(['出示执法证件', 'Warrant cards shown'], YES_NO),
      where: words(['地点', 'Place'], { line: true }),
      findings: words(['检查情况', 'What was found']),
      witness: words(['见证人', 'Witness'], { required: false, line: true, personal: true }),
      signed: SIGNED,
    },
    check: checks(twoOfficers, cardShown),
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'question',
    label: ['询问', 'Question'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第55条',
    fields: {
      officers: OFFICERS,
      shown: choice(['出示执法证件', 'Warrant cards shown'], YES_NO),
      person: words(['被询问人', 'Person questioned'], { line: true, personal: true }),
      role: choice(
        ['身份', 'As'],
        [
          { code: 'party', label: ['当事人', 'Party'] },
          { code: 'witness', label: ['证人', 'Witness'] },
          { code: 'other', label: ['其他有关人员', 'Other'] },
        ],
      ),
      record: words(['询问要点', 'What was said']),
      signed: SIGNED,
    },
    check: checks(twoOfficers, cardShown),
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'collect',
    label: ['调取、抽样取证', 'Collect or sample'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第46条、第56条',
    fields: {
      officers: OFFICERS,
      items: words(['证据', 'Evidence']),
      source: words(['来源', 'From'], { line: true }),
    },
    check: twoOfficers,
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
];
