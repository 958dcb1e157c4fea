// Does screening find what writers hide, leave harmless posts alone, and keep to its stated sum?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from './data/sample.json' with { type: 'json' };
import { type CountyWord, compileLexicon, NO_SETTING, readLexiconSetting, wordsOf } from './lexicon.ts';
import { normalise, sameText } from './normal.ts';
import { type Screening, screen } from './screen.ts';

const lexicon = compileLexicon();
const see = (text: string, own: readonly CountyWord[] = []) =>
  screen(text, own.length === 0 ? lexicon : compileLexicon({ ...NO_SETTING, words: own }));
const live = (screening: Screening) =>
  screening.hits.filter((hit) => hit.idle === undefined).map((hit) => hit.word);

describe('the labelled sample', () => {
  const judged = (sample as { set: string; suspect: boolean; text: string }[]).map((post) => ({
    ...post,
    shown: see(post.text).suspect,
  }));
  // As measured when these numbers were written (docs/opinion.md); a change of words that does worse should say so.
  it.each([
    ['tune', 0.97, 0.97],
    ['held', 0.97, 0.9],
  ])('%s: precision and recall', (set, precision, recall) => {
    const posts = judged.filter((post) => post.set === set);
    const right = posts.filter((post) => post.suspect && post.shown).length;
    expect(right / posts.filter((post) => post.shown).length).toBeGreaterThanOrEqual(precision);
    expect(right / posts.filter((post) => post.suspect).length).toBeGreaterThanOrEqual(recall);
  });
});

describe('words in disguise', () => {
  it.each([
    ['画眉', '出画*眉', 'sign'],
    ['画眉', '出 画 眉 一只', 'blank'],
    ['画眉', '画🐦眉 私聊', 'sign'],
    ['画眉', 'hua眉 包邮', 'pinyin'],
    ['画眉', 'ＨＵＡ眉 包邮', 'pinyin'],
    ['画眉', '画\u200b眉 包邮', 'sign'],
    ['画眉', '畫眉 出售', undefined],
    ['野味', '野wei到店', 'pinyin'],
    ['穿山甲', '穿.山.甲 鳞片', 'sign'],
    ['八哥', 'ＢА哥 会说话', 'pinyin'],
  ] as const)('%s in %s', (word, text, evaded) => {
    const hit = see(text).hits.find((each) => each.word === word && each.idle === undefined);
    expect(hit).toBeDefined();
    expect(hit?.evaded).toBe(evaded);
  });

  it('are no words across the end of a sentence or of a Latin word', () => {
    expect(live(see('这是一幅油画。眉毛画得好，包邮'))).not.toContain('画眉');
    expect(live(see('野weixin群，包邮'))).not.toContain('野味');
    expect(live(see('chua眉 包邮'))).not.toContain('画眉');
  });

  it('are shown where they stand in the original', () => {
    const text = '🐦🐦出 画*眉 两只';
    const hit = see(text).hits.find((each) => each.word === '画眉');
    expect(text.slice(hit?.from, hit?.until)).toBe('画*眉');
  });
});

describe('everyday words', () => {
  it.each([
    ['画眉毛教程，眉笔链接，包邮', '画眉'],
    ['天鹅绒窗帘包邮', '天鹅'],
    ['三只松鼠零食批发', '松鼠'],
    ['猕猴桃包邮', '猕猴'],
    ['虎皮鹦鹉饲料包邮', '鹦鹉'],
    ['昨天在家画了老虎', '老虎'],
    ['今天带了头灯夜跑', '头灯'],
    ['象牙白连衣裙出售', '象牙'],
  ])('%s: %s does not count', (text, word) => {
    expect(live(see(text))).not.toContain(word);
  });
  it.each([
    ['出售画眉', '画眉'],
    ['天鹅肉到货，要的私聊', '天鹅'],
    ['天鹅绒窗帘和活天鹅都卖，批发', '天鹅'],
    ['头灯照着打斑鸠', '头灯'],
    ['虎骨', '虎骨'],
  ])('%s: %s counts', (text, word) => {
    expect(live(see(text))).toContain(word);
  });
});

describe('the sum', () => {
  it('is the sum of its parts, within 0 and 100', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sample.map((post) => post.text)), { maxLength: 4 }),
        (texts) => {
          const { score, parts } = see(texts.join('\n'));
          const total = parts.reduce((sum, part) => sum + part.points, 0);
          expect(score).toBe(Math.max(0, Math.min(100, total)));
        },
      ),
    );
  });

  it('counts one concept once, by its heaviest word', () => {
    const one = see('画眉').parts.concat(see('出售画眉').parts);
    expect(see('出售画眉鸟，画眉，金画眉').parts.find((part) => part.rule === 'species')?.points).toBe(
      one.find((part) => part.rule === 'species')?.points,
    );
  });

  it('is never lowered by a word the county adds, but for harmless context', () => {
    const texts = sample.map((post) => post.text);
    const word = fc.record({
      word: fc.oneof(
        fc.constantFrom('红子鸟', '山老鼠', '到家', '价格', '画眉鸟', '出售', '一只', '鸟友'),
        fc
          .constantFrom(...texts)
          .chain((text) => fc.nat({ max: Math.max(0, text.length - 3) }).map((at) => text.slice(at, at + 3))),
      ),
      category: fc.constantFrom(
        'species',
        'slang',
        'tool',
        'trade',
        'hunt',
        'place',
      ) as fc.Arbitrary<'slang'>,
      weight: fc.integer({ min: 0, max: 50 }),
      guarded: fc.boolean(),
    });
    const ours = new Set(wordsOf(NO_SETTING).map((each) => `${each.category} ${normalise(each.word).text}`));
    fc.assert(
      fc.property(fc.constantFrom(...texts), word, (text, own) => {
        const key = normalise(own.word).text;
        fc.pre(key.length >= 2 && !ours.has(`${own.category} ${key}`));
        expect(see(text, [own]).score).toBeGreaterThanOrEqual(see(text).score);
      }),
      { numRuns: 60 },
    );
  });

  it('is not changed by punctuation marks at the end, and reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { score, hits } = see(text);
        expect(score).toBe(see(`${text}。！`).score);
        for (const hit of hits) expect(hit.from < hit.until && hit.until <= text.length).toBe(true);
      }),
    );
  });
});

describe('the county’s words', () => {
  it('add, change and disable', () => {
    expect(see('榔头哥来了').suspect).toBe(false);
    expect(live(see('榔头哥来了', [{ word: '榔头哥', category: 'slang', weight: 30 }]))).toContain('榔头哥');
    expect(live(see('野味上桌', [{ word: '野味', category: 'slang', off: true }]))).not.toContain('野味');
    expect(live(see('本店野味', [{ word: '野味', category: 'slang', exceptions: ['本店'] }]))).not.toContain(
      '野味',
    );
    expect(live(see('来点叶味', [{ word: '野味', category: 'slang', variants: ['叶味'] }]))).toContain(
      '野味',
    );
  });

  it('are refused where they are wrong, by their place', () => {
    const read = readLexiconSetting({
      threshold: 40,
      words: [
        { word: '好', category: 'slang' },
        { word: '山货', category: 'none' },
        { word: '开笼', category: 'slang', weight: 51 },
        { word: '开笼', category: 'slang' },
        null,
      ],
    });
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.where)).toEqual([
      'words.0',
      'words.1',
      'words.2',
      'words.4',
    ]);
    expect(readLexiconSetting({ threshold: 0 }).ok).toBe(false);
    expect(readLexiconSetting({ words: 'x' }).ok).toBe(false);
    expect(readLexiconSetting(null).ok).toBe(true);
  });

  it('change the revision, and only they do', () => {
    const own: CountyWord[] = [{ word: '山鸡哥', category: 'slang' }];
    expect(compileLexicon({ threshold: 50, words: [] }).revision).toBe(lexicon.revision);
    expect(compileLexicon({ ...NO_SETTING, words: own }).revision).not.toBe(lexicon.revision);
  });
});

it('the same text is the same whatever stands between', () => {
  expect(sameText('出 画*眉，两只！')).toBe(sameText('出画眉两只'));
});
