// What is a command of the command line, and what does it get to work with?
import type { Label } from '../domain/kernel/label.ts';
import type { Refusal } from '../domain/kernel/outcome.ts';
import type { Speaker } from './speak.ts';

export interface Option {
  /** Long name without dashes, e.g. `dry-run`. */
  readonly name: string;
  readonly short?: string;
  /** What stands in for the value in the help; absent: the option takes none. */
  readonly value?: string;
  /** May be given more than once. */
  readonly many?: boolean;
  readonly label: Label;
}

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  readonly label: Label;
}

export interface Command {
  /** One or two words, as typed. */
  readonly name: string;
  readonly label: Label;
  readonly argument?: Argument;
  /** Arguments after the first, in order. */
  readonly more?: readonly Argument[];
  readonly options: readonly Option[];
  /** What a person needs to know before the first use. */
  readonly notes?: readonly Label[];
  readonly examples: readonly string[];
  /** Resolves with the exit code. */
  readonly run: (call: Call) => Promise<number>;
}

export interface Call {
  readonly speaker: Speaker;
  /** The argument as typed; '' when left out. */
  readonly argument: string;
  /** The arguments after the first, as typed. */
  readonly more: readonly string[];
  /** Value of an option, undefined when it was not given. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  list(name: string): readonly string[];
  readonly json: boolean;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

export const EXIT = { ok: 0, refused: 1, unproven: 2, usage: 64, unavailable: 69, fault: 70 } as const;

export const EXIT_LABELS: readonly { readonly code: number; readonly label: Label }[] = [
  { code: EXIT.ok, label: ['成功', 'Done'] },
  { code: EXIT.refused, label: ['被拒绝，什么都没有改动', 'Refused; nothing was changed'] },
  { code: EXIT.unproven, label: ['核验未通过', 'The proof failed'] },
  { code: EXIT.usage, label: ['命令写法不对', 'The command was not written correctly'] },
  {
    code: EXIT.unavailable,
    label: ['数据库、端口或文件暂不可用', 'A database, port or file is not available'],
  },
  { code: EXIT.fault, label: ['程序内部错误', 'A fault of the program'] },
];

/** The command was not written correctly; exits 64. */
export class UsageError extends Error {
  readonly label: Label;
  constructor(label: Label) {
    super(label[1]);
    this.label = label;
  }
}

/** The house said no; exits 1. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code ?? 'refused');
    this.refusals = refusals;
  }
}

/** Something outside the program is not there; exits 69. */
export class UnavailableError extends Error {
  readonly label: Label;
  constructor(label: Label) {
    super(label[1]);
    this.label = label;
  }
}
