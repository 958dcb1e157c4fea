// How is an act named in a sentence, in both languages?
import type { Label } from '../kernel/label.ts';
import { listed } from '../kernel/wording.ts';
import type { ActStatement } from './fact.ts';
import { ACTS, type ActCode } from './fact-act.ts';
import { VIOLATION_TYPES } from './taxonomy.ts';

/** Said of a case at its end that names no act: animals were seized of somebody, so one of these was done. */
export const ONE_OF_ACTS: Label = [
  '猎捕、收购、运输、出售之一',
  'one of hunting, buying, transporting or selling',
];
/** What selling in a restaurant may be besides (野生动物保护法第53条第2款). */
export const SOLD_AS_FOOD: Label = [
  '在餐饮单位等作为食品销售',
  'sold as food in a catering place or the like',
];

/** The English noun of each act; the Chinese word of the table serves as verb and noun. */
const NOUNS: Readonly<Record<ActCode, string>> = {
  hunt: 'hunting',
  kill: 'killing',
  buy: 'purchase',
  transport: 'transport',
  sell: 'sale',
  smuggle: 'smuggling',
  eat: 'eating',
  use: 'use',
  breed: 'captive breeding',
  breedUnrecorded: 'captive breeding without filing a record',
  huntUnreported: 'failure to file the catch for the record',
  gunHunt: 'hunting with a gun',
  makeFood: 'production or sale as food',
  advertise: 'advertising',
  provideVenue: 'provision of a place to trade',
  carryUnchecked: 'carriage without inspection',
  forgePermit: 'forging or trading permits',
  introduce: 'introduction of alien species',
  releaseAlien: 'release or abandonment of alien species',
  release: 'release',
  rescueTrade: 'trade under cover of rescue',
  giveGenetic: 'supply of genetic resources abroad',
  fish: 'illegal fishing',
  conceal: 'concealing the proceeds of crime',
  dereliction: 'dereliction of duty',
  possess: 'possession',
};
const WORD = new Map<ActCode, Label>(ACTS.map(({ code, label }) => [code, [label[0], NOUNS[code]]] as const));
/** Texts of ours among the stated: codes and labels of kinds of violation, labels of acts. */
const OURS: ReadonlyMap<string, Label> = new Map([
  ...ACTS.map(({ label }): [string, Label] => [label[0], label]),
  ...VIOLATION_TYPES.flatMap(({ code, label }): [string, Label][] => [
    [code, label],
    [label[0], label],
  ]),
  [ONE_OF_ACTS[0], ONE_OF_ACTS],
  [SOLD_AS_FOOD[0], SOLD_AS_FOOD],
]);

export function actWord(code: ActCode): Label {
  return WORD.get(code) ?? [code, code];
}

/** The stated words among `codes`, in the table's order: 猎捕、出售 · hunt, sell. */
export function actWords(statements: readonly ActStatement[], codes: readonly ActCode[]): Label {
  const done = ACTS.filter((a) => codes.includes(a.code) && statements.some((s) => s.codes.includes(a.code)));
  return listed(done.map((a) => actWord(a.code)));
}

/** As it was stated; a kind of violation by its words (T4 says nothing to a reader), anything else as written. */
export function actText(text: string): Label {
  return OURS.get(text.trim()) ?? [text, text];
}
