// What did the person at the terminal ask for, and how did it end?
import { readFileSync } from 'node:fs';
import { type Label, say } from '../domain/kernel/label.ts';
import { DatabaseRefusal } from '../server/db/embedded-home.ts';
import { EXIT, RefusedError, UnavailableError, UsageError } from './command.ts';
import { commandHelp, overviewHelp } from './help.ts';
import { findCommand, languageOf, readCall } from './parse.ts';
import { createSpeaker, type Speaker } from './speak.ts';
import { COMMANDS } from './table.ts';

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function run(words: readonly string[], speaker: Speaker): Promise<number> {
  const { language } = speaker;
  if (words.includes('--version')) {
    speaker.line(`shouye ${version()}`);
    return EXIT.ok;
  }
  const asked = words[0] === 'help' ? [...words.slice(1), '--help'] : words;
  const help = asked.includes('--help') || asked.includes('-h');
  const found = findCommand(COMMANDS, asked);
  if (found && !help) return found.command.run(readCall(found.command, found.rest, speaker, process.env));
  const first = asked.find((word) => !word.startsWith('-'));
  const family = COMMANDS.filter((command) => command.name.startsWith(`${first} `));
  if (found) speaker.line(commandHelp(found.command, language));
  else if (help && (first === undefined || family.length > 0 || asked[0]?.startsWith('-')))
    speaker.line(overviewHelp(family.length > 0 ? family : COMMANDS, language));
  else
    throw unknown(
      first,
      family.map((command) => command.name),
    );
  return EXIT.ok;
}

function unknown(word: string | undefined, family: readonly string[]): UsageError {
  if (word === undefined)
    return new UsageError([
      `请给出命令。\n\n${overviewHelp(COMMANDS, 'zh')}`,
      `Name a command.\n\n${overviewHelp(COMMANDS, 'en')}`,
    ]);
  const names = family.length > 0 ? family : COMMANDS.map((command) => command.name);
  return new UsageError([
    `没有“${word}”这个命令，有：${names.join('、')}\n说明：shouye --help`,
    `There is no command ${word}; there are: ${names.join(', ')}\nHelp: shouye --help`,
  ]);
}

/** Says what went wrong without a stack where a person can mend it; the exit code. */
async function fail(error: unknown, speaker: Speaker): Promise<number> {
  const { language } = speaker;
  const said = (label: Label, code: number) => {
    speaker.note(say(label, language));
    return code;
  };
  if (error instanceof UsageError) return said(error.label, EXIT.usage);
  if (error instanceof UnavailableError || error instanceof DatabaseRefusal)
    return said(error.label, EXIT.unavailable);
  const { NewerSchema } = await import('../server/db/migrate.ts');
  if (error instanceof NewerSchema) return said([error.message, error.message], EXIT.unavailable);
  if (error instanceof RefusedError) {
    for (const { message, where } of error.refusals)
      speaker.note(`${where ? `${where}: ` : ''}${say(message, language)}`);
    return EXIT.refused;
  }
  const { code = '', message, path } = error as NodeJS.ErrnoException;
  const missing = FILE_TROUBLE[code];
  if (missing)
    return said([`${missing[0]}：${path ?? message}`, `${missing[1]}: ${path ?? message}`], EXIT.unavailable);
  if (DATABASE_TROUBLE.test(code))
    return said([`数据库不可用：${message}`, `The database is not available: ${message}`], EXIT.unavailable);
  speaker.note(
    `${say(['程序出错', 'A fault of the program'], language)}\n${(error as Error).stack ?? error}`,
  );
  return EXIT.fault;
}

const FILE_TROUBLE: Readonly<Record<string, Label>> = {
  ENOENT: ['没有这个文件或文件夹', 'There is no such file or folder'],
  EACCES: ['当前用户无权使用', 'This user may not use'],
  EPERM: ['当前用户无权使用', 'This user may not use'],
  EISDIR: ['这是文件夹，不是文件', 'This is a folder, not a file'],
  EROFS: ['这里不能写入', 'This place cannot be written to'],
  ENOSPC: ['磁盘已满', 'The disk is full'],
  EEXIST: ['已经有了', 'This is there already'],
};

/** Connection lost or refused, server ending or starting, too many connections, no right to do this. */
const DATABASE_TROUBLE = /^(ECONN\w+|EPIPE|08\w{3}|57P0\d|53\d{3}|42501|28\w{3})$/;

const words = process.argv.slice(2);
const speaker = createSpeaker(languageOf(words, process.env));
if (words[0] !== 'serve') {
  // Leaving by exit() lets the embedded database, a process of its own, be shut down as well.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
process.exitCode = await run(words, speaker).catch((error: unknown) => fail(error, speaker));
