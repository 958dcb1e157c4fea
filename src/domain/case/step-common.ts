// Which fields, roles and conditions do the steps of a case share?
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { Progress, StepRule } from '../kernel/procedure.ts';
import type { Code, Field, Values } from '../kernel/record.ts';
import type { CaseFacts } from './fact.ts';

export type Rule = StepRule<CaseFacts>;
type Need = NonNullable<Rule['needs']>;
type Check = NonNullable<Rule['check']>;

/** Who handles a case; another agency's people only its own (the access of records sees to that). */
export const HANDLE = ['clerk', 'officer', 'otherAgency'] as const;
/** 行政机关负责人. */
export const HEAD = ['leader'] as const;
/** 从事行政处罚决定法制审核的人员 (行政处罚法58). */
export const REVIEW = ['reviewer'] as const;

export const REASON = {
  type: 'text',
  long: true,
  required: true,
  label: ['理由', 'Reason'],
} as const satisfies Field;
export const DOC_NO = { type: 'text', label: ['文号', 'Document no.'] } as const satisfies Field;
export const DOC_NO_DUE = { ...DOC_NO, required: true } as const satisfies Field;
export const OFFICERS = {
  type: 'refs',
  kind: 'person',
  required: true,
  label: ['执法人员', 'Officers'],
  hint: ['不得少于两人', 'At least two'],
} as const satisfies Field;
export const APPROVER = {
  type: 'ref',
  kind: 'person',
  required: true,
  label: ['批准的负责人', 'Approved by'],
} as const satisfies Field;
export const YES_NO = [
  { code: 'yes', label: ['是', 'Yes'] },
  { code: 'no', label: ['否', 'No'] },
] as const satisfies readonly Code[];
export const SIGNED = {
  type: 'code',
  codes: [
    { code: 'signed', label: ['核对无误签字', 'Signed'] },
    { code: 'refused', label: ['拒绝签字', 'Refused to sign'] },
    { code: 'absent', label: ['不在场', 'Absent'] },
  ],
  label: ['当事人签字', 'Signature of the party'],
} as const satisfies Field;

/** A choice that must be made. */
export function choice(label: Label, codes: readonly Code[]): Field {
  return { type: 'code', codes, required: true, label };
}

/** A text; long unless it fits a line. */
export function words(
  label: Label,
  more: { required?: boolean; line?: boolean; personal?: boolean } = {},
): Field {
  return {
    type: 'text',
    label,
    ...(more.line ? {} : { long: true }),
    ...(more.required === false ? {} : { required: true }),
    ...(more.personal ? { personal: true } : {}),
  };
}

export function lacking(message: Label, article?: string): Refusal {
  return { code: 'step.lacking', where: 'step', message, ...(article ? { article } : {}) };
}

export function wrong(where: string, message: Label, article?: string): Refusal {
  return { code: 'step.value', where, message, ...(article ? { article } : {}) };
}

/** The first need that is not met. */
export function needs(...list: readonly Need[]): Need {
  return (progress, record) => {
    for (const need of list) {
      const refusal = need(progress, record);
      if (refusal) return refusal;
    }
    return undefined;
  };
}

export function checks(...list: readonly Check[]): Check {
  return (asked) => list.flatMap((check) => check(asked));
}

/** A fact that must be there (or must not). */
export function fact(
  holds: (facts: CaseFacts, record: Values) => boolean,
  message: Label,
  article?: string,
): Need {
  return ({ facts }: Progress<CaseFacts>, record) =>
    holds(facts, record) ? undefined : lacking(message, article);
}

/** While a case is suspended only what keeps evidence and rights goes on. */
export const active: Need = fact(
  (facts) => facts.suspendedOn === null,
  ['案件已中止，请先恢复办理', 'The case is suspended; resume it first'],
);

/** Nothing registered or sealed is left without a decision when a case ends. */
export const kept: Need = fact(
  (facts) => facts.evidenceOn === null && facts.sealedOn === null,
  [
    '登记保存或查封扣押的物品尚未作出处理决定',
    'Evidence registered or goods sealed still wait for a decision',
  ],
);

export const notCriminal: Need = fact(
  (_, record) => record.track !== 'criminal',
  [
    '刑事案件由公安机关立案；确需按行政案件办理的，先变更案件类别并说明理由',
    'A criminal case is filed by the police; to handle it otherwise, change its track and say why',
  ],
);

/** At least two officers by this article, none of them recused. */
export function atLeastTwo(article: string): Check {
  return ({ step, progress }) => {
    const officers = (step.values.officers ?? []) as readonly string[];
    const refusals: Refusal[] = [];
    if (officers.length < 2)
      refusals.push(wrong('officers', ['执法人员不得少于两人', 'At least two officers are needed'], article));
    if (officers.some((person) => progress.facts.recused.includes(person)))
      refusals.push(
        wrong(
          'officers',
          ['已决定回避的人员不能参加', 'An officer recused may not take part'],
          '行政处罚法第43条',
        ),
      );
    return refusals;
  };
}

export const twoOfficers: Check = atLeastTwo('行政处罚法第42条');

/** Those of `values.officers` join the officers of the case. */
export function withOfficers(facts: CaseFacts, values: Values): readonly string[] {
  return [...new Set([...facts.officers, ...((values.officers ?? []) as readonly string[])])];
}

export function filled(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Fields that one choice makes due: refused by name when empty. */
export function dueWith(field: string, code: string, names: Readonly<Record<string, Label>>): Check {
  return ({ step }) =>
    step.values[field] !== code
      ? []
      : Object.entries(names)
          .filter(([name]) => !filled(step.values[name]))
          .map(([name, label]) => wrong(name, [`${label[0]}：必填`, `${label[1]}: is required`]));
}

export const money = (values: Values, name: string): number => (values[name] as number | undefined) ?? 0;
export const textOf = (values: Values, name: string): string | null =>
  (values[name] as string | undefined) ?? null;
export const ITEMS = words(['物品', 'Items']);
/** Who is penalised, and what each is fined by which number when they are several: a record of penalty for each. */
export const PENALISED = {
  parties: { type: 'texts', personal: true, label: ['被处罚当事人', 'Parties penalised'] },
  fines: {
    type: 'texts',
    label: ['分别罚款（多名当事人，按顺序）', 'Fine of each, in their order'],
    minor: true,
  },
  docNos: {
    type: 'texts',
    label: ['分别文号（多名当事人，按顺序）', 'Number of each decision, in their order'],
    hint: [
      '不填的，在决定书文号后加“之一”“之二”',
      'Left empty, 之一, 之二 follow the number of the decision',
    ],
    minor: true,
  },
} as const satisfies Record<string, Field>;
