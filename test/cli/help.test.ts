// Can every command be understood in both languages, and is what was typed wrong said in words?
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { commandHelp, commandPage, overviewHelp } from '../../src/cli/help.ts';
import { findCommand, languageOf, readCall } from '../../src/cli/parse.ts';
import { createSpeaker, tableText } from '../../src/cli/speak.ts';
import { COMMANDS } from '../../src/cli/table.ts';
import { runCli } from '../support/cli.ts';

const HAN = /\p{Script=Han}/u;
const speaker = createSpeaker('zh');
const read = (line: string) => {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  const found = findCommand(COMMANDS, words);
  if (!found) throw new Error(`no command in ${line}`);
  return readCall(found.command, found.rest, speaker, {});
};

describe.each(COMMANDS)('$name', (command) => {
  it('explains itself in Chinese and in English, every option of it', () => {
    const zh = commandHelp(command, 'zh');
    const en = commandHelp(command, 'en');
    for (const { name, label } of command.options) {
      expect(zh).toContain(`--${name}`);
      expect(zh).toContain(label[0]);
      expect(en).toContain(label[1]);
    }
    expect(command.label[0]).toMatch(HAN);
    expect(command.label[1]).not.toMatch(HAN);
  });

  it('gives examples that can be typed as they stand', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      const [line = ''] = example.split(' < ');
      expect(findCommand(COMMANDS, line.split(' ').slice(1))?.command).toBe(command);
      expect(() => read(line.replace(/^shouye /, ''))).not.toThrow();
    }
  });
});

it('has no two options of one name in a command', () => {
  for (const { name, options } of COMMANDS) {
    const names = options.map((option) => option.name);
    expect(new Set(names).size, name).toBe(names.length);
  }
});

it('keeps docs/cli.md as the table of commands says (scripts/print-cli-page.ts > docs/cli.md)', () => {
  expect(readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')).toBe(commandPage(COMMANDS));
});

it('speaks the language asked for, else that of the environment, else Chinese', () => {
  expect(languageOf([], {})).toBe('zh');
  expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('zh');
  expect(languageOf([], { LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(languageOf([], { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh');
  expect(languageOf(['verify', '--lang=en'], {})).toBe('en');
  expect(languageOf(['verify', '--lang', 'zh'], { LANG: 'en_US' })).toBe('zh');
});

it.each([
  ['verify a b', /多余/],
  ['import', /缺少 FILE/],
  ['figures --frm 2026-01-01', /frm/],
  ['serve --port', /port/],
])('refuses `%s` as wrongly written', (line, said) => {
  const wrong = () => read(line);
  expect(wrong).toThrow(UsageError);
  try {
    wrong();
  } catch (error) {
    expect((error as UsageError).label[0]).toMatch(said);
  }
});

it('aligns Chinese and Latin text by the columns a terminal gives them', () => {
  const text = tableText(
    ['名', 'n'],
    [
      ['穿山甲', 1],
      ['owl', 20],
    ],
  );
  expect(text).toBe('名       n\n穿山甲   1\nowl     20');
});

describe('as a process', () => {
  it('shows all commands, exit codes and one command’s help, and its version', async () => {
    const [all, one, version] = await Promise.all([
      runCli(['--help'], { cwd: '/' }),
      runCli(['restore', '--help'], { env: { LANG: 'en_US.UTF-8' } }),
      runCli(['--version']),
    ]);
    expect(all).toEqual({ code: 0, out: `${overviewHelp(COMMANDS, 'zh')}\n`, err: '' });
    const restore = COMMANDS.find((command) => command.name === 'restore')!;
    expect(one).toEqual({ code: 0, out: `${commandHelp(restore, 'en')}\n`, err: '' });
    expect(version.out).toMatch(/^shouye \d+\.\d+\.\d+\n$/);
  });

  it('ends with 64 for what it does not know, and 69 where there is no ledger', async () => {
    const [unknown, nowhere] = await Promise.all([
      runCli(['fly']),
      runCli(['figures', '--data', '/nonexistent/守野', '--lang', 'en']),
    ]);
    expect(unknown.code).toBe(64);
    expect(unknown.err).toContain('没有“fly”这个命令');
    expect(nowhere.code).toBe(69);
    expect(nowhere.err).toContain('There is no ledger in /nonexistent/守野');
  });
});
