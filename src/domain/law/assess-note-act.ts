// What should the officer read beside the results of the acts done: what an article does not reach, and where it is dealt with?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { type Case, has, isInQuestion, isPlainFish, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { foodPurpose } from './assess-leaf.ts';
import { inTarget } from './penalty-target.ts';

export function actNotes(c: Case): readonly Label[] {
  const { acts } = c.facts;
  const done = (code: Parameters<typeof stateOfAct>[1][number]) => stateOfAct(acts, [code]) === 'yes';
  const out: Label[] = [];
  if (done('possess')) {
    const [seize, state] = [cite('wildlife', 36, 0, 4), cite('wildlife', 3, 1)];
    out.push([
      zh`持有、捡拾本身在野生动物保护法第四章没有对应罚则；应当查明来源，无合法来源证明的可以查封、扣押（${seize}），系收购、猎捕所得的按相应行为判断；野生动物资源属于国家所有（${state}）`,
      en`Possessing or picking up has no penalty of its own in Chapter IV of the Wildlife Protection Law. Find out the origin: without proof of lawful origin the items may be sealed or seized (${seize}); if they were bought or hunted, that act is judged. Wildlife resources belong to the state (${state})`,
    ]);
  }
  const taken = isInQuestion(acts, ['hunt', 'gunHunt', 'sell', 'transport']) || done('buy');
  if (
    taken &&
    foodPurpose(c.facts).state === 'unknown' &&
    c.subjects.some((s) => inTarget(s, 'food') !== 'no')
  ) {
    const article = cite('wildlife', 50, 1);
    out.push([
      zh`如以食用为目的且系野外自然生长繁殖的，从重处罚（${article}）`,
      en`If for the purpose of food and of animals grown and bred naturally in the wild: penalised more heavily (${article})`,
    ]);
  }
  const strong = c.subjects.filter((s) => s.national === 'yes').map((s) => s.name);
  if (strong.length > 0 && (done('eat') || done('use') || done('breed') || done('possess'))) {
    const [crime, buying, names] = [cite('criminal', 341, 1), cite('interpretation', 5, 1), listed(strong)];
    out.push([
      zh`食用、利用、繁育、持有本身不是${crime}列举的行为；应当查明${names}的来源，系收购（含自用）、猎捕所得的依该款判断（${buying}）`,
      en`Eating, using, breeding or possessing is not in itself an act named by ${crime}; find out where ${names} came from: if bought (for own use too) or hunted, that paragraph applies (${buying})`,
    ]);
  }
  return [...out, ...limitNotes(c, done)];
}

/** What the articles do not reach, and where it is dealt with instead. */
function limitNotes(
  c: Case,
  done: (code: Parameters<typeof stateOfAct>[1][number]) => boolean,
): readonly Label[] {
  const { acts, methods } = c.facts;
  const out: Label[] = [];
  if (isInQuestion(acts, ['fish']) && c.subjects.some((s) => s.item.speciesId === null)) {
    const [crime, penalty] = [cite('criminal', 341, 1), cite('wildlife', 48, 1)];
    out.push([
      zh`未识别的渔获物如系国家重点保护水生野生动物，依${crime}、${penalty}判断`,
      en`If the catch not identified is nationally protected aquatic wildlife, ${crime} and ${penalty} apply`,
    ]);
  }
  const fish = c.subjects.filter(isPlainFish).map((s) => s.name);
  if (fish.length > 0) {
    const [article, names] = [cite('wildlife', 2, 4), listed(fish)];
    out.push([
      zh`${names}如不属于珍贵、濒危的水生野生动物，其保护适用《中华人民共和国渔业法》等（${article}），该法未收录`,
      en`${names}: unless precious or endangered aquatic wildlife, protected under the Fisheries Law and others (${article}), which are not held`,
    ]);
  }
  out.push(...fenceNote(c));
  if (done('release') && c.subjects.every((s) => s.foreign !== 'yes')) {
    const article = cite('wildlife', 41);
    out.push([
      zh`随意放生造成他人损害或者危害生态系统的，依法承担法律责任（${article}）`,
      en`Random release that harms others or endangers the ecosystem brings legal liability according to law (${article})`,
    ]);
  }
  if (
    done('kill') &&
    !isInQuestion(acts, ['hunt', 'gunHunt']) &&
    c.subjects.some((s) => s.national !== 'yes')
  ) {
    const article = cite('wildlife', 49);
    out.push([
      zh`杀害国家重点保护以外的野生动物，${article}只规定猎捕；以猎捕方式杀害的请载明猎捕`,
      en`For killing wildlife that is not nationally protected, ${article} speaks of hunting only; if it was killed by hunting, state hunting`,
    ]);
  }
  if (
    done('buy') &&
    c.subjects.some((s) => s.national !== 'yes' && (s.sanyou === 'yes' || s.local === 'yes'))
  ) {
    const [trade, food] = [cite('wildlife', 52, 2), cite('wildlife', 53, 1)];
    out.push([
      zh`${trade}不含购买；为食用购买的适用${food}`,
      en`${trade} does not cover buying; buying for food falls under ${food}`,
    ]);
  }
  if (isInQuestion(acts, ['gunHunt']) || methods.some((m) => /枪|铳/.test(m.text))) {
    const [guns, police] = [cite('criminal', 128), cite('wildlife', 49, 3)];
    out.push([
      zh`涉枪的，另由公安机关依枪支管理规定处理（${guns}、${police}）`,
      en`Where a gun is involved the police deal with it separately under the rules on firearms (${guns}, ${police})`,
    ]);
  }
  return out;
}

/** Art. 9 asks for knowledge and for a crime upstream; where neither is told it is raised, not judged. */
function fenceNote(c: Case): readonly Label[] {
  const taken = isInQuestion(c.facts.acts, ['buy', 'sell']);
  const told = has(c.facts, 'knowsCrime') !== 'unknown' || isInQuestion(c.facts.acts, ['conceal']);
  if (!taken || told || !c.subjects.some((s) => s.national !== 'yes' && s.wild !== 'no')) return [];
  const [article, crime] = [cite('interpretation', 9), cite('criminal', 312)];
  return [
    [
      zh`如明知是非法捕捞、非法狩猎犯罪所得而收购、贩卖，且上游构成犯罪的，依${crime}判断（${article}）；请查明来源和是否明知`,
      en`If bought or sold in the knowledge that it is the proceeds of illegal fishing or illegal hunting, and that was a crime, ${crime} applies (${article}): find out the origin and whether it was known`,
    ],
  ];
}
