// In which ways can the open facts about the animals and the acts prove true together?

import type { Subject } from './assess-animal.ts';
import { type Case, caseOf, isInQuestion } from './assess-case.ts';
import type { ActStatement, Animal } from './fact.ts';
import type { State } from './fact-state.ts';
import type { ProtectionLevel } from './taxonomy.ts';

/** More ways than this are not tried: the answer then stays open. */
const MOST_WORLDS = 512;

const MADE = new WeakMap<Case, readonly Case[]>();

/**
 * Each way the class, origin and kind of the animals and the acts that may be one of several can prove true; empty where nothing
 * of these is open, or too much. One animal cannot be wild for one article and captive-bred for the next: an answer that is the
 * same in every world does not depend on what is open.
 */
export function worldsOf(c: Case): readonly Case[] {
  const known = MADE.get(c);
  if (known !== undefined) return known;
  const worlds = makeWorlds(c);
  MADE.set(c, worlds);
  return worlds;
}

function makeWorlds(c: Case): readonly Case[] {
  const animals = c.given.animals.map((item, i) => ways(c, item, c.subjects[i]));
  const acts = c.given.acts.map(actWays);
  const count = [...animals, ...acts].reduce((n, list) => n * list.length, 1);
  if (count < 2 || count > MOST_WORLDS) return [];
  return product(acts).flatMap((done) =>
    product(animals).map((items) => caseOf({ ...c.given, acts: done, animals: items }, c.more)),
  );
}

/** The one answer of all worlds, or undefined where they differ or there are none. */
export function agreed<T>(answers: readonly T[]): T | undefined {
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

function actWays(statement: ActStatement): readonly ActStatement[] {
  return statement.codes.length < 2
    ? [statement]
    : statement.codes.map((code) => ({ ...statement, codes: [code] }));
}

function ways(c: Case, item: Animal, subject: Subject | undefined): readonly Animal[] {
  if (subject === undefined) return [item];
  const open: readonly (readonly Partial<Animal>[])[] = [
    item.origin === undefined && subject.wild === 'unknown' ? [{ origin: 'wild' }, { origin: 'bred' }] : [],
    approvals(item, subject),
    item.statedLevel === undefined ? levelsOf(subject).map((statedLevel) => ({ statedLevel })) : [],
    either(item.terrestrial, subject.terrestrial).map((terrestrial) => ({ terrestrial })),
    either(item.former, subject.former).map((former) => ({ former })),
    isInQuestion(c.facts.acts, ['smuggle'])
      ? either(item.cites, subject.cites).map((cites) => ({ cites }))
      : [],
  ];
  return product(open.filter((list) => list.length > 0)).map((parts) => Object.assign({}, item, ...parts));
}

function either(said: boolean | undefined, state: State): readonly boolean[] {
  return said === undefined && state === 'unknown' ? [true, false] : [];
}

/** A foreign animal is managed as of one of the classes where that was approved (37(4)), else it is of none; its value goes with it. */
function approvals(item: Animal, { foreign, protection }: Subject): readonly Partial<Animal>[] {
  if (foreign !== 'yes' || protection.level !== 'unknown') return [];
  const as = (approved: boolean, statedLevel: ProtectionLevel) => ({ approved, statedLevel });
  const all = [as(true, 'national1'), as(true, 'national2'), as(false, 'other')];
  return all.filter(({ approved }) => item.approved === undefined || item.approved === approved);
}

const BELOW: readonly ProtectionLevel[] = ['sanyou', 'provincialKey', 'other'];

function levelsOf({ protection, national, foreign, terrestrial }: Subject): readonly ProtectionLevel[] {
  if (protection.level !== 'unknown' || foreign === 'yes' || national === 'yes') return [];
  // 三有 are 陆生野生动物 (野生动物保护法第2条第2款): a fish is none.
  const below = terrestrial === 'no' ? BELOW.filter((level) => level !== 'sanyou') : BELOW;
  return national === 'no' ? below : ['national2', ...below];
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((head) => list.map((next) => [...head, next])),
    [[]],
  );
}
