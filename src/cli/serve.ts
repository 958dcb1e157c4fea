// How is the desk served? Opens the house, listens, says where, backs up daily, closes cleanly on a signal.
import path from 'node:path';
import { type Call, type Command, EXIT, UnavailableError, UsageError } from './command.ts';
import { backUpBeforeMigrating } from './open.ts';

const FIRST_PORT = 8080;
/** How many ports after the default one are tried. */
const PORTS = 100;

type Server = Awaited<ReturnType<typeof import('../server/http/index.ts').createServer>>;

export const serveCommand: Command = {
  name: 'serve',
  label: ['启动服务，网页随之打开', 'Serve the desk'],
  options: [
    {
      name: 'demo',
      label: ['首次运行时装入示范县和演示账号', 'Load the demo county and its accounts on the first run'],
    },
    {
      name: 'port',
      value: 'N',
      label: [
        '端口（默认 8080，被占用则用下一个空闲的；也可用环境变量 PORT）',
        'Port (default 8080, or the next free one; the variable PORT works too)',
      ],
    },
    {
      name: 'host',
      value: 'HOST',
      label: [
        '监听地址（默认 127.0.0.1，仅本机）',
        'Address to listen on (default 127.0.0.1, this machine only)',
      ],
    },
    {
      name: 'no-backup',
      label: ['不自动备份（升级数据库之前也不）', 'No automatic backups, not even before migrating'],
    },
  ],
  notes: [
    [
      '自动备份在数据目录的 backup 文件夹：每天一次，升级数据库之前一次，保留 14 份，每周试恢复并核验。',
      'Automatic backups go to the folder backup of the data folder: daily and before migrating, 14 kept, test-restored and proven each week.',
    ],
  ],
  examples: ['shouye serve --demo', 'shouye serve --host 0.0.0.0 --port 9000 --data /srv/shouye'],
  run: serve,
};

function portOf(call: Call): { port: number; chosen: boolean } {
  const text = call.text('port') ?? (process.env.PORT || undefined);
  if (text === undefined) return { port: FIRST_PORT, chosen: false };
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return { port, chosen: true };
  throw new UsageError([`端口应为 0–65535：${text}`, `A port is 0–65535: ${text}`]);
}

async function serve(call: Call): Promise<number> {
  const { openHouse } = await import('../server/house.ts');
  const { createServer } = await import('../server/http/index.ts');
  const { startBackups } = await import('../server/backup/index.ts');
  const { ensureDemo } = await import('../server/demo.ts');
  const { startLawKeeper } = await import('../server/assess/index.ts');
  const { startTipSweeper } = await import('../server/tip-sweeper.ts');
  const { listCounties } = await import('../server/journal/index.ts');
  const { dataDir, databaseUrl, speaker } = call;
  const wanted = portOf(call);
  const backups = !call.flag('no-backup');
  const started = Date.now();
  const log = (line: string) => speaker.line(line);
  const house = await openHouse({
    dataDir,
    databaseUrl,
    log,
    ...(backups ? { beforeMigrate: (url: string) => backUpBeforeMigrating(call, url) } : {}),
  });
  try {
    if (call.flag('demo')) await ensureDemo(house.app, log);
    const server = await createServer({ app: house.app, folder: path.join(dataDir, 'import'), log: false });
    const address = await listen(server, call, wanted);
    const stopSweeper = startTipSweeper(house.app, (error) => log(`tips: ${(error as Error).message}`));
    const stopKeeper = startLawKeeper(house.app, (error) => log(`law: ${(error as Error).message}`));
    const stopBackups = backups ? startBackups({ url: house.url, dataDir, log }) : async () => {};
    speaker.line(`\n守野 Shouye  ${address}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    await greet(call, (await listCounties(house.app.db)).length === 0);
    await signalled();
    await server.close();
    await stopKeeper();
    await stopSweeper();
    await stopBackups();
    return EXIT.ok;
  } finally {
    await house.close();
  }
}

async function greet(call: Call, empty: boolean): Promise<void> {
  const { speaker } = call;
  if (call.flag('demo')) {
    const { DEMO_ACCOUNTS, DEMO_PASSWORD } = await import('../server/demo.ts');
    speaker.line(`演示账号，密码均为 ${DEMO_PASSWORD} / demo accounts, all with password ${DEMO_PASSWORD}:`);
    for (const account of DEMO_ACCOUNTS) speaker.line(`  ${account.login.padEnd(10)} ${account.name}`);
    const { DEMO_PASSPHRASE, DEMO_RECEIPT } = await import('../server/demo-tip.ts');
    speaker.line(`举报网页 /portal/990101，演示回执 / the portal, with a demo receipt: ${DEMO_RECEIPT}`);
    speaker.line(`保管口令（leader、reviewer）/ keepers' passphrase: ${DEMO_PASSPHRASE}`);
  } else if (empty)
    speaker.line(
      '还没有县和账号，请另开终端运行 shouye init / no county yet: run `shouye init` in another terminal',
    );
  speaker.line('按 Ctrl+C 停止 / Ctrl+C stops');
}

/** Listens on the port asked for, or from the default one on the first that is free. */
async function listen(
  server: Server,
  call: Call,
  { port, chosen }: { port: number; chosen: boolean },
): Promise<string> {
  const host = call.text('host') ?? '127.0.0.1';
  for (let at = port; ; at++) {
    try {
      const address = await server.listen({ port: at, host });
      if (at !== port)
        call.speaker.note([
          `端口 ${port} 已被占用，改用 ${at}`,
          `Port ${port} is taken; using ${at} instead`,
        ]);
      return address;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && !chosen && at < port + PORTS) continue;
      if (code === 'EADDRINUSE')
        throw new UnavailableError([
          `端口 ${at} 已被占用，请用 --port 换一个`,
          `Port ${at} is taken; choose another with --port`,
        ]);
      if (code === 'EACCES')
        throw new UnavailableError([
          `当前用户不能使用端口 ${at}，请换 1024 以上的`,
          `This user may not use port ${at}; choose one above 1024`,
        ]);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new UnavailableError([`本机没有地址 ${host}`, `This machine has no address ${host}`]);
      throw error;
    }
  }
}

/** Resolves on the first signal to stop; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        for (const again of ['SIGINT', 'SIGTERM'] as const) process.once(again, () => process.exit(130));
        resolve();
      });
  });
}
