// Does the English answer say the same as the Chinese: every text, no Chinese left, the same articles and amounts?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssessMore, assessJson } from './assess.ts';
import { judged } from './assess-fixture.ts';
import { assessmentText } from './assess-text.ts';
import { NATIONAL_BASE } from './base-value.ts';
import { ACTS } from './fact-act.ts';
import { CIRCUMSTANCES } from './fact-circumstance.ts';
import { readItems } from './read-items.ts';
import { SPECIES } from './species.ts';
import { SPECIES_GROUPS } from './species-group.ts';
import { PERMIT_TYPES, VIOLATION_TYPES } from './taxonomy.ts';
import { TOOL_TYPES } from './tool.ts';
import { valueAll } from './valuation.ts';
import { valuationToJson } from './valuation-json.ts';

const DAY = '2024-05-01';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const words = (rows: readonly { readonly code: string; readonly label: readonly [string, string] }[]) =>
  rows.flatMap(({ code, label }) => [code, label[0]]);
const yuan = fc.constantFrom(0.5, 999.99, 2_000, 5_000, 10_000, 20_000, 50_000, 200_000, 2_000_000);
const name = fc.oneof(
  fc.constantFrom('画眉', '麻雀', '野猪', '非洲象', '某种鸟', '鲫鱼', '球蟒', '高鼻羚羊'),
  fc.constantFrom(...SPECIES.map((s) => s.zh), ...SPECIES_GROUPS.map((g) => g.zh)),
);
const animal = fc.record(
  {
    species: name,
    count: maybe(fc.constantFrom<number | string>(1, 3, 500, '30余', '约30', '若干')),
    mass: maybe(fc.constantFrom('490公斤', '约490公斤', '490余公斤', '60公斤')),
    form: maybe(fc.constantFrom('活体', '死体', '制品', '部分', '卵')),
    origin: maybe(fc.constantFrom('野外', '人工繁育', '列入名录的人工繁育')),
    appraisedYuan: maybe(yuan),
    actualPriceYuan: maybe(yuan),
    marketPriceYuan: maybe(yuan),
    manualBaseYuan: maybe(yuan),
    part: maybe(fc.constantFrom(0.25, 1)),
    partDocument: maybe(fc.constant('doc. 1')),
    protection: maybe(fc.constantFrom('二级', '三有', '地方重点', '其他', '怪')),
    approved: maybe(fc.boolean()),
    odd: maybe(fc.constant(1)),
  },
  { requiredKeys: ['species'] },
);
const ban = fc.constantFrom<unknown>(true, false, '县禁猎通告', { notice: '通告一', from: '2023-01-01' });
const act = fc.constantFrom(
  ...words(ACTS),
  ...words(VIOLATION_TYPES),
  '交易',
  '加工',
  '做坏事',
  '在饭店出售',
);
const facts = fc.record(
  {
    day: maybe(fc.constantFrom('2020-01-01', '2021-06-01', '2022-05-01', '2023-05-01', DAY)),
    from: maybe(fc.constant('2020-01-01')),
    acts: fc.array(act, { minLength: 1, maxLength: 3 }),
    animals: fc.array(animal, { maxLength: 3 }),
    methods: maybe(
      fc.array(fc.constantFrom(...words(TOOL_TYPES), '弹弓', '媒鸟', '怪工具', '徒手', '电鱼'), {
        maxLength: 2,
      }),
    ),
    banArea: maybe(ban),
    banPeriod: maybe(ban),
    place: maybe(fc.constantFrom('野味馆', '国家公园', '近海', '水产种质资源保护区')),
    permit: maybe(
      fc.constantFrom<unknown>(true, false, ...words(PERMIT_TYPES), '神秘证', {
        kind: '狩猎证',
        violated: true,
      }),
    ),
    proceedsYuan: maybe(fc.constantFrom(0, 100, 5_000, 6_000.5)),
    circumstances: fc.array(
      fc.constantFrom(...words(CIRCUMSTANCES), '如实供述', '天气晴', '饭店', '未全部退赃', '不以食用为目的'),
      { maxLength: 6 },
    ),
    priorActs: fc.array(
      fc.record(
        {
          day: maybe(fc.constantFrom('2018-06-06', '2021-01-01', '2023-01-01')),
          acts: fc.array(act, { maxLength: 1 }),
          valueYuan: maybe(yuan),
          animals: fc.array(animal, { maxLength: 1 }),
          handled: maybe(fc.boolean()),
          prosecutable: maybe(fc.boolean()),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 2 },
    ),
    discoveredOn: maybe(fc.constantFrom('2024-06-01', '2026-10-10')),
    age: maybe(fc.constantFrom(13, 16)),
    valueYuan: maybe(yuan),
  },
  { requiredKeys: ['acts', 'animals', 'circumstances', 'priorActs'] },
);

type Pair = readonly [english: string, chinese: string, at: string];

/** The texts of both answers side by side; everything that is no text must be the same. */
function pairs(english: unknown, chinese: unknown, at = ''): readonly Pair[] {
  if (typeof english === 'string' && typeof chinese === 'string')
    return /\.(?:charge|chargeName\[\d\])$/.test(at) ? same(english, chinese, at) : [[english, chinese, at]];
  if (typeof english !== 'object' || typeof chinese !== 'object' || english === null || chinese === null)
    return same(english, chinese, at);
  if (Array.isArray(english) && Array.isArray(chinese)) {
    expect(english.length, at).toBe(chinese.length);
    return english.flatMap((each, i) => pairs(each, chinese[i], `${at}[${i}]`));
  }
  expect(Object.keys(english), at).toEqual(Object.keys(chinese));
  return Object.entries(english).flatMap(([key, each]) =>
    pairs(each, (chinese as Record<string, unknown>)[key], `${at}.${key}`),
  );
}

function same(english: unknown, chinese: unknown, at: string): readonly Pair[] {
  expect(english, at).toEqual(chinese);
  return [];
}

const CHINESE = /[\p{Script=Han}，。；：（）、]/u;

/** What stands in quotation marks was written by a person, and stands in the facts; several places are joined. */
function leftIn(english: string, told: string): string {
  return english.replace(/“([^“”]*)”/g, (all, inside: string) => {
    const parts = inside.split('，');
    return parts.every((part) => told.includes(part)) ? '' : all;
  });
}

const articlesZh = (text: string) =>
  [...text.matchAll(/第(\d+)条(?:第(\d+)款)?(?:第(\d+)项)?/g)].map((m) => m.slice(1).join('.')).sort();
const articlesEn = (text: string) =>
  [...text.matchAll(/art\. (\d+)(?:\((\d+)\))?(?:, item \((\d+)\))?/g)]
    .map((m) => m.slice(1).join('.'))
    .sort();
const amountsZh = (text: string) =>
  [...text.matchAll(/(\d[\d,.]*)(万)?元/g)].map(([, n = '', wan]) =>
    (Number(n.replaceAll(',', '')) * (wan ? 10_000 : 1)).toFixed(2),
  );
const amountsEn = (text: string) =>
  [...text.matchAll(/¥(\d[\d,]*(?:\.\d+)?)/g)].map(([, n = '']) => Number(n.replaceAll(',', '')).toFixed(2));

function expectSame(found: readonly Pair[], told: string): void {
  for (const [english, chinese, at] of found) {
    expect(leftIn(english, told), at).not.toMatch(CHINESE);
    expect(articlesEn(english), `${at}: ${english}`).toEqual(articlesZh(chinese));
    expect(amountsEn(english), `${at}: ${english}`).toEqual(expect.arrayContaining(amountsZh(chinese)));
  }
}

const MORE: AssessMore = {
  localBans: ['媒鸟'],
  localLists: [
    { speciesId: 'Sus scrofa', level: 'provincialKey', docNo: 'No. 1', from: '2000-01-01', until: null },
    { speciesId: 'Passer montanus', level: 'provincial', docNo: 'No. 1', from: '2000-01-01', until: null },
  ],
};

describe('the English answer', () => {
  it('is the Chinese one in other words, for any facts', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom({}, MORE), (given, more) => {
        const json: unknown = JSON.parse(JSON.stringify(given));
        const [english, chinese] = (['en', 'zh'] as const).map((language) =>
          assessJson(json, { ...more, language }),
        );
        expect(english?.ok).toBe(chinese?.ok);
        if (!english?.ok || !chinese?.ok) return;
        const told = JSON.stringify(given);
        expectSame(pairs(english.value, chinese.value), told);
        for (const line of assessmentText(english.value, 'en'))
          expect(leftIn(line, told)).not.toMatch(CHINESE);
      }),
      { numRuns: 200 },
    );
  });

  it('values animals in the same numbers', () => {
    fc.assert(
      fc.property(fc.array(animal, { minLength: 1, maxLength: 4 }), (animals) => {
        const read = readItems(JSON.parse(JSON.stringify(animals)));
        if (!read.ok) return;
        const valuation = valueAll(read.value.animals, { day: DAY });
        const [english, chinese] = [valuationToJson(valuation, 'en'), valuationToJson(valuation, 'zh')];
        expectSame(pairs(english, chinese), JSON.stringify(animals));
      }),
      { numRuns: 200 },
    );
  });

  it('has words for every row of the base values', () => {
    for (const row of NATIONAL_BASE) {
      const [species] = row.covers;
      if (species === undefined) continue;
      const form = row.stage === 'egg' ? ('egg' as const) : ('live' as const);
      const { lines } = valueAll([{ speciesId: species, name: 'x', count: 1, form }], {
        day: DAY,
        rows: [row],
      });
      expect(lines[0]?.base?.id).toBe(row.id);
      expect(JSON.stringify(valuationToJson({ ...valueAll([], { day: DAY }), lines }, 'en'))).not.toMatch(
        CHINESE,
      );
    }
  });

  it('keeps the statutory name of the charge, beside its name in both languages', () => {
    const a = judged({ acts: ['出售'], animals: [{ species: '画眉', count: 5 }] }, { language: 'en' });
    expect(a.offences[0]).toMatchObject({
      charge: '危害珍贵、濒危野生动物罪',
      chargeName: ['危害珍贵、濒危野生动物罪', 'Endangering precious and endangered wildlife'],
      article: 'Criminal Law art. 341(1)',
      interpretation: 'Fa Shi 〔2022〕 No. 12 art. 6(1)',
      tier: 'basic',
    });
    expect(a.offences[0]?.reasons).toContain(
      'Value of the nationally protected wildlife and products involved: ¥25,000, which reaches ¥20,000 (Fa Shi 〔2022〕 No. 12 art. 6(1))',
    );
  });
});

it('a kind of violation is asked about by its words, not by its code', () => {
  const asked = (language: 'zh' | 'en') =>
    judged({ acts: ['T8'], animals: [{ species: '野猪', count: 1 }] }, { language }).administrative.flatMap(
      (p) => p.missing,
    );
  expect(asked('zh')).toContain('行为“非法加工、经营、利用(食用)”究竟是生产经营食品还是利用还是食用');
  expect(asked('en')).toContain(
    'Which of these the act “Illegal processing, trade or use as food” was: production or sale as food; use; eating',
  );
});
