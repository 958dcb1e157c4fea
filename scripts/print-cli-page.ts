// What does docs/cli.md say? Prints it from the table of commands; a test asserts that it is current.
import { commandPage } from '../src/cli/help.ts';
import { COMMANDS } from '../src/cli/table.ts';

process.stdout.write(commandPage(COMMANDS));
