// What does docs/procedure.md say? Prints it from the tables; a test asserts that it is current.
import { procedurePage } from './procedure-page.ts';

process.stdout.write(procedurePage());
