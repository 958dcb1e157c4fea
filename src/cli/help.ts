// What can be typed? Help in both languages and the page docs/cli.md, all from the table of commands.
import { type Label, type Language, say } from '../domain/kernel/label.ts';
import { type Argument, type Command, EXIT_LABELS, type Option } from './command.ts';
import { widthOf } from './speak.ts';

export const GLOBAL_OPTIONS: readonly Option[] = [
  {
    name: 'data',
    value: 'DIR',
    label: ['数据目录（默认为程序目录下的 .data）', 'Data folder (default: .data in the program’s folder)'],
  },
  {
    name: 'county',
    value: 'CODE',
    label: [
      '县级行政区划代码，六位（默认为 --as 账号所在的县，或账本中唯一的县）',
      'County code, six digits (default: that of the --as account, or the only one of the ledger)',
    ],
  },
  {
    name: 'as',
    value: 'LOGIN',
    label: [
      '以哪个账号操作（默认为本县第一个有此权限的账号）；权限仍以该账号为准',
      'Account to act as (default: the county’s first account with the right); its rights still apply',
    ],
  },
  { name: 'json', label: ['结果以 JSON 输出', 'Give the result as JSON'] },
  {
    name: 'lang',
    value: 'zh|en',
    label: ['语言（默认依 LC_ALL、LANG，否则中文）', 'Language (default by LC_ALL, LANG; else Chinese)'],
  },
  { name: 'help', short: 'h', label: ['显示说明', 'Show help'] },
  { name: 'version', label: ['显示版本', 'Show the version'] },
];

const WORDS = {
  usage: ['用法', 'Usage'],
  commands: ['命令', 'Commands'],
  options: ['选项', 'Options'],
  common: ['通用选项', 'Options of every command'],
  examples: ['示例', 'Examples'],
  exit: ['退出码', 'Exit codes'],
  more: ['每个命令的说明：shouye 命令 --help', 'Help on a command: shouye COMMAND --help'],
  title: [
    '守野 Shouye —— 一县一账，从记录到总结',
    'Shouye: one ledger for a county, from record to work summary',
  ],
} as const satisfies Record<string, Label>;

export function argumentsOf({ argument, more }: Command): readonly Argument[] {
  return argument ? [argument, ...(more ?? [])] : [];
}

export function synopsis(command: Command): string {
  const written = argumentsOf(command).map(({ name, required }) => (required ? ` ${name}` : ` [${name}]`));
  return `shouye ${command.name}${written.join('')}${command.options.length > 0 ? ' [OPTIONS]' : ''}`;
}

function written(option: Option): string {
  return `${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value ? ` ${option.value}` : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - widthOf(left))}  ${right}`).join('\n');
}

const optionRows = (options: readonly Option[], language: Language) =>
  columns(options.map((option) => [written(option), say(option.label, language)]));

export function overviewHelp(commands: readonly Command[], language: Language): string {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], language);
  return [
    word('title'),
    `${word('usage')}: shouye COMMAND [OPTIONS]`,
    `${word('commands')}:\n${columns(commands.map((command) => [command.name, say(command.label, language)]))}`,
    `${word('common')}:\n${optionRows(GLOBAL_OPTIONS, language)}`,
    `${word('exit')}:\n${columns(EXIT_LABELS.map(({ code, label }) => [String(code), say(label, language)]))}`,
    word('more'),
  ].join('\n\n');
}

export function commandHelp(command: Command, language: Language): string {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], language);
  const parts = [say(command.label, language), `${word('usage')}: ${synopsis(command)}`];
  const named = argumentsOf(command);
  if (named.length > 0) parts.push(columns(named.map(({ name, label }) => [name, say(label, language)])));
  if (command.notes) parts.push(command.notes.map((note) => say(note, language)).join('\n'));
  if (command.options.length > 0) parts.push(`${word('options')}:\n${optionRows(command.options, language)}`);
  parts.push(`${word('common')}:\n${optionRows(GLOBAL_OPTIONS, language)}`);
  parts.push(`${word('examples')}:\n${command.examples.map((example) => `  ${example}`).join('\n')}`);
  return parts.join('\n\n');
}

const both = (label: Label) => `${label[0]}<br>${label[1]}`;
const cell = (text: string) => text.replaceAll('|', '\\|');

function optionTable(options: readonly Option[]): string {
  const rows = options.map((option) => `| \`${cell(written(option))}\` | ${cell(both(option.label))} |`);
  return ['| | |', '|---|---|', ...rows].join('\n');
}

/** docs/cli.md. */
export function commandPage(commands: readonly Command[]): string {
  const parts = [
    '# 命令行 Command line',
    '本页由 `scripts/print-cli-page.ts` 从命令表生成。 Generated from the table of commands by `scripts/print-cli-page.ts`.',
    [
      '`bin/shouye` 可从任何目录运行，相对路径以当前目录为准；结果写到标准输出，进度与提示写到标准错误。',
      '`bin/shouye` runs from any directory, relative paths are taken from there; results go to standard output, progress and remarks to standard error.',
    ].join('\n'),
    '## 通用选项 Options of every command',
    optionTable(GLOBAL_OPTIONS),
    [
      '环境变量 `DATABASE_URL`：外部 PostgreSQL ≥ 15（不设则用自带的）；`PORT`：`serve` 的端口。',
      'Environment: `DATABASE_URL` names an outside PostgreSQL ≥ 15 (else the embedded one); `PORT` is the port of `serve`.',
    ].join('\n'),
    '## 退出码 Exit codes',
    ['| | |', '|---|---|', ...EXIT_LABELS.map(({ code, label }) => `| ${code} | ${both(label)} |`)].join(
      '\n',
    ),
    '## 命令 Commands',
  ];
  for (const command of commands) {
    parts.push(`### ${command.name}`, `${command.label[0]}\n${command.label[1]}`, `    ${synopsis(command)}`);
    for (const { name, label } of argumentsOf(command)) parts.push(`\`${name}\` — ${label.join(' ')}`);
    for (const note of command.notes ?? []) parts.push(`${note[0]}\n${note[1]}`);
    if (command.options.length > 0) parts.push(optionTable(command.options));
    parts.push(command.examples.map((example) => `    ${example}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
