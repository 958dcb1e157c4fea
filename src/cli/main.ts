// What did the person at the terminal ask for?
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    demo: { type: 'boolean', default: false },
    port: { type: 'string', default: process.env.PORT ?? '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string', default: fileURLToPath(new URL('../../.data', import.meta.url)) },
  },
});
if (positionals[0] === 'serve')
  await serve({
    dataDir: join(values.data),
    port: Number(values.port),
    host: values.host,
    demo: values.demo,
    databaseUrl: process.env.DATABASE_URL,
  });
