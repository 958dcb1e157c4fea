// How is the desk served? Opens the house, listens, says where, and closes cleanly on a signal.
import { join } from 'node:path';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, ensureDemo } from '../server/demo.ts';
import { openHouse } from '../server/house.ts';
import { createServer } from '../server/http/server.ts';

export interface ServeOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly databaseUrl: string | undefined;
}

export async function serve(options: ServeOptions): Promise<void> {
  const say = (line: string) => console.log(line);
  const started = Date.now();
  const house = await openHouse({ dataDir: options.dataDir, databaseUrl: options.databaseUrl, log: say });
  if (options.demo) await ensureDemo(house.app, say);
  const server = await createServer({ app: house.app, folder: join(options.dataDir, 'import'), log: false });
  const stop = async () => {
    await server.close();
    await house.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const address = await server.listen({ port: options.port, host: options.host });
  say(`\n守野 Shouye  ${address}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (options.demo) {
    say(`演示账号，密码均为 ${DEMO_PASSWORD} / demo accounts, all with password ${DEMO_PASSWORD}:`);
    for (const account of DEMO_ACCOUNTS) say(`  ${account.login.padEnd(10)} ${account.name}`);
  }
  say('按 Ctrl+C 停止 / Ctrl+C stops');
}
