// A process that saves an import slowly enough to be killed in the middle of it.
import type { Actor } from '../../src/domain/access/access.ts';
import { createApp } from '../../src/server/app.ts';
import { connect } from '../../src/server/db/connection.ts';
import { importFile } from '../../src/server/import/index.ts';
import { loadKeys } from '../../src/server/keys.ts';

const [url, keys, file, actorJson] = process.argv.slice(2);
if (!url || !keys || !file || !actorJson) throw new Error('usage: hold-import.ts URL KEYS FILE ACTOR');
const actor = JSON.parse(actorJson) as Actor;
const app = createApp(connect(url), await loadKeys(keys));
const done = await importFile({ app, actor, county: actor.region }, file, {
  onProgress: (job) => process.stdout.write(`${job.status} ${job.progress.done}\n`),
});
process.stdout.write(`${done.ok ? done.value.status : JSON.stringify(done.refusals)}\n`);
await app.db.destroy();
