// Which command was typed, with which options? Wrong writing is a UsageError that says what would be right.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Language } from '../domain/kernel/label.ts';
import { type Call, type Command, type Option, UsageError } from './command.ts';
import { argumentsOf, GLOBAL_OPTIONS, synopsis } from './help.ts';
import type { Speaker } from './speak.ts';

const DEFAULT_DATA = fileURLToPath(new URL('../../.data', import.meta.url));

/** `--lang`, else the environment; Chinese unless it says English. */
export function languageOf(words: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = words.lastIndexOf('--lang');
  const given = at >= 0 ? words[at + 1] : words.findLast((word) => word.startsWith('--lang='))?.slice(7);
  const locale = given ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The command the first words name and the words after it; undefined when they name none. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command) return { command, rest: words.slice(length) };
  }
  return undefined;
}

function optionsOf(options: readonly Option[]) {
  return Object.fromEntries(
    options.map(({ name, short, value, many }) => [
      name,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        ...(short ? { short } : {}),
        ...(many ? { multiple: true } : {}),
      },
    ]),
  );
}

/** Reads the words after the command; throws UsageError. */
export function readCall(
  command: Command,
  rest: readonly string[],
  speaker: Speaker,
  env: NodeJS.ProcessEnv,
): Call {
  const known = [...command.options, ...GLOBAL_OPTIONS];
  const { values, positionals } = parseWords(rest, known, command);
  const wanted = argumentsOf(command);
  const extra = positionals[wanted.length];
  if (extra !== undefined)
    throw new UsageError([
      `多余的参数：${extra}\n${synopsis(command)}`,
      `Unexpected: ${extra}\n${synopsis(command)}`,
    ]);
  const missing = wanted.find(({ required }, n) => required && !positionals[n]);
  if (missing && !values.help)
    throw new UsageError([
      `缺少 ${missing.name}（${missing.label[0]}）\n${synopsis(command)}`,
      `Missing ${missing.name} (${missing.label[1]})\n${synopsis(command)}`,
    ]);
  const [argument = '', ...more] = positionals;
  const text = (name: string) => values[name] as string | undefined;
  return {
    speaker,
    argument,
    more,
    text,
    flag: (name) => values[name] === true,
    list: (name) => (values[name] as string[] | undefined) ?? [],
    json: values.json === true,
    dataDir: path.resolve(text('data') ?? DEFAULT_DATA),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function parseWords(rest: readonly string[], known: readonly Option[], command: Command) {
  try {
    const parsed = parseArgs({ args: [...rest], options: optionsOf(known), allowPositionals: true });
    return { values: parsed.values as Record<string, unknown>, positionals: parsed.positionals };
  } catch (error) {
    const message = (error as Error).message.split('. ')[0] ?? '';
    throw new UsageError([
      `命令写法不对：${message}\n${synopsis(command)}\n说明：shouye ${command.name} --help`,
      `${message}\n${synopsis(command)}\nHelp: shouye ${command.name} --help`,
    ]);
  }
}
