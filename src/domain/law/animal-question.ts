// What is asked about an animal while its class, origin or value is not known?
import type { Label } from '../kernel/label.ts';
import { amount, en, zh } from '../kernel/wording.ts';
import { animalName } from './animal-name.ts';
import { cite } from './assess-law.ts';
import type { Animal } from './fact.ts';
import type { State } from './fact-state.ts';
import type { Protection } from './protection.ts';
import type { Species } from './species.ts';
import { isFarFinding } from './valuation-choice.ts';
import type { ValuationLine } from './valuation-line.ts';

export function classMissing(
  item: Animal,
  protection: Protection,
  national: State,
  species: readonly Species[],
): readonly Label[] {
  const name = animalName(item);
  if (species.length === 0 && protection.level === 'unknown') {
    const article = cite('interpretation', 17);
    return [[zh`${name}：物种鉴定（${article}）`, en`${name}: identification of the species (${article})`]];
  }
  if (national === 'unknown' && species.some((s) => s.kind === 'foreign')) {
    const article = cite('interpretation', 4, 0, 2);
    return [
      [
        zh`${name}：是否经核准按国家重点保护野生动物管理（${article}）`,
        en`${name}: whether approved to be managed as nationally protected wildlife (${article})`,
      ],
    ];
  }
  if (protection.level === 'unknown')
    return [[zh`${name}：行为当日的保护级别`, en`${name}: its class of protection on the day of the act`]];
  return national === 'unknown' ? [originMissing(name)] : [];
}

/** Wild or captive-bred: asked for wherever it decides. */
export function originMissing(name: Label): Label {
  return [zh`${name}：来源（野外或者人工繁育）`, en`${name}: origin (wild or captive-bred)`];
}

/** Whether it lives on land: asked where its class leaves it open. */
export function landMissing({ name }: { readonly name: Label }): Label {
  return [zh`${name}：是否陆生野生动物`, en`${name}: whether it is terrestrial wildlife`];
}

export function valueMissing(item: Animal, line: ValuationLine): readonly Label[] {
  const name = animalName(item);
  const out: Label[] = [];
  if (line.value === null)
    out.push(...line.missing.map((m): Label => [zh`${name}：${m}`, en`${name}: ${m}`]));
  if (line.value === null && out.length === 0) out.push([zh`${name}：价值`, en`${name}: value`]);
  if (line.alternative !== null) {
    const article = cite('interpretation', 15, 0, 2);
    out.push([
      zh`${name}：销赃数额是否明显偏低（${article}）`,
      en`${name}: whether the price paid is clearly too low (${article})`,
    ]);
  }
  if (isFarFinding(line)) {
    const [found, reckoned] = [amount(line.value), amount(line.assessed)];
    const [article, method] = [cite('interpretation', 16), cite('interpretation', 15)];
    out.push([
      zh`${name}：鉴定、认定${found}不到核算${reckoned}的一半，是否属于依${method}难以确定价值（${article}）`,
      en`${name}: the finding of ${found} is less than half of the ${reckoned} reckoned; whether the value can hardly be settled by ${method} (${article})`,
    ]);
  }
  if (line.value !== null && line.bound !== 'exact')
    out.push([zh`${name}：准确数量`, en`${name}: exact number`]);
  return out;
}

/** A captive stock whose wild kin alone are on the list: whether 29(2) took it off, to be managed in another way. */
export function formerMissing(name: Label): Label {
  const article = cite('wildlife', 29, 2);
  return [
    zh`${name}：人工种群是否依法调出国家重点保护野生动物名录（${article}）`,
    en`${name}: whether the captive population was taken off the national list by law (${article})`,
  ];
}
