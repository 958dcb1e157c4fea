// Which commands are there? A literal list; help, parsing and docs/cli.md follow from it.
import { actCommand } from './act.ts';
import { assessCommand } from './assess.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { caseCommands } from './case.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { figuresCommand } from './figures.ts';
import { importCommand, templateCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lawCommands } from './law.ts';
import { opinionCommands } from './opinion.ts';
import { reportCommands } from './report.ts';
import { serveCommand } from './serve.ts';
import { stepCommand } from './step.ts';
import { userCommands } from './user.ts';
import { verifyCommand } from './verify.ts';
import { workCommands } from './work.ts';

export const COMMANDS: readonly Command[] = [
  serveCommand,
  initCommand,
  ...userCommands,
  templateCommand,
  importCommand,
  ...opinionCommands,
  actCommand,
  stepCommand,
  ...workCommands,
  figuresCommand,
  ...reportCommands,
  ...lawCommands,
  assessCommand,
  ...caseCommands,
  verifyCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
];
