// Who are the parties of a case, how does a paper name them, and whom does a paper penalise?
import type { Label } from '../kernel/label.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { PaperBlock, Run } from '../report/paper.ts';
import { type CaseFile, listAt, parties } from './document-file.ts';
import { field, fromRecord, given, typed } from './document-part.ts';

/** `at`: place in the list of the case, from 0; by it what was typed in for a party is known. */
export interface Party {
  readonly name: string;
  readonly at: number;
}

export function partiesOf(file: CaseFile): readonly Party[] {
  return parties(file).map((name, at) => ({ name, at }));
}

/** Whom a decision penalises: its own list, else the parties of the case. One the case does not name comes after those. */
export function penalisedBy(file: CaseFile, step: StepTaken | undefined): readonly Party[] {
  const own = listAt(step?.values, 'parties');
  if (own.length === 0) return partiesOf(file);
  const all = parties(file);
  const added = own.filter((name) => !all.includes(name));
  return own.map((name) => ({
    name,
    at: all.includes(name) ? all.indexOf(name) : all.length + added.indexOf(name),
  }));
}

/** The parties as they are addressed, or the one party; a blank when the record names none. */
export function partyRun(file: CaseFile, must = false, party?: Party): Run {
  return given(
    file,
    {
      fact: 'parties',
      hint: ['当事人姓名或者名称', 'Name of the party'],
      from: fromRecord(file.record, 'case', 'parties'),
      personal: true,
      must,
    },
    party?.name ?? parties(file).join('、'),
  );
}

const PARTY_FACTS = [
  { name: 'idNo', hint: ['身份证件名称及号码（统一社会信用代码）', 'Identity document and number'] },
  { name: 'address', hint: ['住址（住所）', 'Address'] },
  { name: 'phone', hint: ['联系电话', 'Phone'] },
] as const satisfies readonly { readonly name: string; readonly hint: Label }[];

/** What no record of the case holds of a party. */
export function partyFact(file: CaseFile, party: Party | undefined, name: string, must = false): Run {
  const { hint } = PARTY_FACTS.find((fact) => fact.name === name) ?? PARTY_FACTS[0];
  const several = parties(file).length > 1 || (party?.at ?? 0) > 0;
  const whose: Label = party && several ? [`${party.name}的${hint[0]}`, `${hint[1]} of ${party.name}`] : hint;
  return typed(file, `party.${(party?.at ?? 0) + 1}.${name}`, whose, { must, personal: true });
}

/** Three lines a party: name and phone, document, address. */
export function partyLines(
  file: CaseFile,
  must: boolean,
  whom: readonly Party[] = partiesOf(file),
): readonly PaperBlock[] {
  const list = whom.length === 0 ? [undefined] : whom;
  return list.flatMap((party) => [
    field('当事人：', partyRun(file, must, party), '　联系电话：', partyFact(file, party, 'phone')),
    field('证件名称及号码：', partyFact(file, party, 'idNo')),
    field('住址（住所）：', partyFact(file, party, 'address', must)),
  ]);
}
