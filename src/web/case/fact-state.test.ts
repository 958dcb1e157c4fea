// Does a question of the assessment lead to the same field of the form in both languages?
import { expect, it } from 'vitest';
import { assessJson } from '../../domain/law/assess.ts';
import { ACTS } from '../../domain/law/fact-act.ts';
import { fieldOf, questionOf } from './fact-state.ts';

const ANIMALS = [
  { species: '画眉', form: '制品' },
  { species: '某种鸟', count: '约3' },
  { species: '非洲灰鹦鹉', count: 1, actualPriceYuan: 1 },
  { species: '蛇', count: 2, form: '卵' },
  { species: '麻雀', mass: '3公斤' },
];
const PRIORS = [{}, { day: '2019-01-01', acts: ['猎捕'], valueYuan: 1_000_000 }];

function missingIn(facts: unknown, language: 'zh' | 'en'): readonly string[] {
  const read = assessJson(facts, { language });
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  const { offences, administrative, exits } = read.value;
  return [...offences, ...administrative, ...exits].flatMap(({ missing }) => missing);
}

it('the same field in both languages, and never a bare key', () => {
  const fields = new Set<string>();
  const acts = [...ACTS.map(({ label }) => [label[0]]), ['T8'], ['T2'], ['某事'], []];
  for (const stated of acts)
    for (const methods of [undefined, ['弹弓'], ['怪工具']]) {
      const facts = { day: '2024-05-01', acts: stated, animals: ANIMALS, methods, priorActs: PRIORS };
      const [chinese, english] = [missingIn(facts, 'zh'), missingIn(facts, 'en')];
      expect(english.map((text) => [text, fieldOf(text)])).toEqual(
        english.map((text, i) => [text, fieldOf(chinese[i] ?? '')]),
      );
      for (const question of chinese) fields.add(fieldOf(question));
      for (const question of english) expect(questionOf(question)).toMatch(/^[A-Z“]/);
    }
  expect([...fields].sort()).toEqual([
    ...['acts', 'animals', 'banArea', 'banPeriod', 'circumstances'],
    ...['methods', 'permit', 'place', 'priorActs', 'proceedsYuan'],
  ]);
});
