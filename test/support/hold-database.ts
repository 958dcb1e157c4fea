// A process that serves the embedded database until told to stop: what a test kills.
import { startPostgres } from '../../src/server/db/embedded.ts';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: hold-database.ts DIR');
const running = await startPostgres({ dataDir });
process.on('SIGTERM', () => running.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: running.url })}\n`);
setInterval(() => {}, 60_000);
