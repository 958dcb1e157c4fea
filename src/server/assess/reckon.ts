// What does the law make of a case as its records stand now?
import { type CaseProposal, type CaseRecords, factsOfCase } from '../../domain/case/case-fact.ts';
import type { Verdict } from '../../domain/case/fact.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Language } from '../../domain/kernel/label.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import { assessJson } from '../../domain/law/assess.ts';
import type { Assessment } from '../../domain/law/assess-json.ts';
import { bansOn, type CountyLaw } from './gather.ts';

/** Facts judged by the county's own tables; the tools banned are those of the day of the facts. */
export function assessBy(
  law: CountyLaw,
  facts: unknown,
  more: { readonly today?: Day; readonly language?: Language } = {},
): Outcome<Assessment> {
  const day = (facts as { day?: unknown } | null)?.day;
  return assessJson(facts, {
    ...{ rows: law.rows, localLists: law.localLists },
    localBans: bansOn(law, typeof day === 'string' ? day : null),
    ...more,
  });
}

export interface Proposal extends CaseProposal {
  /** A refusal where the records state neither act nor animal. */
  readonly assessment: Outcome<Assessment>;
}

/** What the officer stated counts as far as it can be read: unreadable, it must not keep the records from speaking. */
export function propose(law: CountyLaw, records: CaseRecords, language: Language = 'zh'): Proposal {
  const proposal = factsOfCase(records);
  const assessment = assessBy(law, proposal.facts, { language });
  if (assessment.ok || records.stated === null) return { ...proposal, assessment };
  const bare = factsOfCase({ ...records, stated: null });
  const note = [
    '上次评估所存事实已不能读出，只按记录评估',
    'The facts stated last can no longer be read; judged by the records alone',
  ] as const;
  return { ...bare, notes: [...bare.notes, note], assessment: assessBy(law, bare.facts, { language }) };
}

export interface Reckoned {
  readonly mustTransfer: Verdict;
  /** Names of the crimes reached. */
  readonly charges: readonly string[];
  readonly assumed: boolean;
}

export function reckon(law: CountyLaw, records: CaseRecords): Reckoned {
  const { assessment, assumed } = propose(law, records);
  if (!assessment.ok) return { mustTransfer: 'no', charges: [], assumed };
  const { mustTransfer, offences } = assessment.value;
  return {
    ...{ mustTransfer, assumed },
    charges: offences.filter((offence) => offence.reached === 'yes').map((offence) => offence.charge),
  };
}
