// Does the command judge facts from standard input, for a program and for a reader, and say what is wrong with them?
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

const FACTS = {
  day: '2024-05-01',
  acts: ['猎捕'],
  animals: [{ species: '画眉', count: 4, form: '活体', origin: '野外' }],
  methods: ['弹弓'],
  banArea: true,
};
const assess = (facts: unknown, ...more: string[]) =>
  runCli(['law', 'assess', '-', ...more], {
    input: typeof facts === 'string' ? facts : JSON.stringify(facts),
  });

it('answers a program in JSON', async () => {
  const { code, out } = await assess(FACTS, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer.mustTransfer).toBe('yes');
  expect(answer.offences[0]).toMatchObject({
    charge: '危害珍贵、濒危野生动物罪',
    reached: 'yes',
    tier: '基本',
    threshold: 20_000,
  });
});

it('answers a reader in Chinese, with articles', async () => {
  const { code, out } = await assess(FACTS);
  expect(code).toBe(0);
  expect(out).toContain('结论：应当移送公安机关');
  expect(out).toContain('法释〔2022〕12号第6条第1款');
});

it('answers in English when asked, the charge by its Chinese name', async () => {
  const text = await assess(FACTS, '--lang', 'en');
  expect(text.code).toBe(0);
  expect(text.out).toContain('Conclusion: must be transferred to the police');
  expect(text.out).toContain('Fa Shi 〔2022〕 No. 12 art. 6(1)');
  expect(text.out.replaceAll('“弹弓”', '')).not.toMatch(/[\p{Script=Han}，。；：（）、【】]/u);
  const english = JSON.parse((await assess(FACTS, '--json', '--lang', 'en')).out);
  const chinese = JSON.parse((await assess(FACTS, '--json')).out);
  expect(english.offences[0]).toMatchObject({
    ...{ charge: '危害珍贵、濒危野生动物罪', article: 'Criminal Law art. 341(1)', tier: 'basic' },
    ...{ reached: 'yes', threshold: 20_000 },
  });
  expect(Object.keys(english)).toEqual(Object.keys(chinese));
});

it('takes a tool as banned by local rule when told so', async () => {
  const small = { ...FACTS, animals: [{ species: '麻雀', count: 1 }] };
  const open = JSON.parse((await assess(small, '--json')).out);
  const banned = JSON.parse((await assess(small, '--json', '--local-ban', '弹弓')).out);
  expect([open.mustTransfer, banned.mustTransfer]).toEqual(['depends', 'yes']);
});

it('answers a list, or one case a line, in order; one refused leaves the others answered', async () => {
  const published = { id: 'HC02', act: '猎捕', species: [{ zh: '画眉', count: 5 }], period: '2023-11至12' };
  const lines = [published, { ...FACTS, day: '2024-02-30' }].map((f) => JSON.stringify(f)).join('\n');
  const { code, out } = await assess(lines, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    { id: 'HC02', mustTransfer: 'yes' },
    { id: 2, refusals: [{ where: 'day' }] },
  ]);
  expect((await assess([FACTS, published])).out).toContain('【HC02】');
});

it('refuses with the place of every fault, and a day that has not come', async () => {
  const { code, err, out } = await assess({ ...FACTS, day: '2099-01-01', age: 'x' }, '--json');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('day: ');
  expect(err).toContain('age: ');
  expect((await assess('{not json')).code).toBe(1);
  expect((await runCli(['law', 'assess', '/nowhere/facts.json'])).code).toBe(69);
});
