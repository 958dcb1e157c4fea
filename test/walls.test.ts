// Do the walls stop what they are there to stop?
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const WALLS = fileURLToPath(new URL('../scripts/walls.mjs', import.meta.url));
const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'shouye-walls-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the walls say of a small house with these files. */
function verdict(files: Record<string, string>): string {
  rmSync(root, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return spawnSync(process.execPath, [WALLS, root], { encoding: 'utf8' }).stdout;
}

const HOUSE = {
  'package.json': '{"type":"module","dependencies":{"pg":"*"}}',
  'node_modules/pg/package.json': '{"name":"pg","main":"index.js"}',
  'node_modules/pg/index.js': '',
  'src/domain/case/case.ts': 'export interface Case { readonly no: string }',
  'src/contract/case.ts': "export type { Case } from '../domain/case/case.ts';",
  'src/server/case/store.ts': "import pg from 'pg'; export const pool: pg.Pool | null = null;",
  'src/server/case/index.ts':
    "export { pool } from './store.ts'; import type { Case } from '../../contract/case.ts'; export type A = Case;",
  'src/server/report/index.ts': "export { pool as p } from '../case/index.ts';",
  'src/client/api.ts': "import type { Case } from '../contract/case.ts'; export type B = Case;",
  'src/web/case/list.tsx':
    "import type { B } from '../../client/api.ts'; export const C = (b: B) => <p>{b.no}</p>;",
};

it('lets a well-built house stand', () => {
  expect(verdict(HOUSE)).toMatch(/^\d+ modules, \d+ imports, 0 through a wall$/m);
});

it.each([
  ['src/domain/case/bad.ts', "import { readFileSync } from 'node:fs'; readFileSync('');", 'domain-is-alone'],
  [
    'src/domain/case/bad.ts',
    "import type { Case } from '../../contract/case.ts'; export type X = Case;",
    'domain-is-alone',
  ],
  [
    'src/contract/bad.ts',
    "import type { B } from '../client/api.ts'; export type X = B;",
    'contract-knows-domain',
  ],
  [
    'src/server/case/bad.ts',
    "import type { B } from '../../client/api.ts'; export type X = B;",
    'server-knows-no-browser',
  ],
  ['src/client/bad.ts', "import { C } from '../web/case/list.tsx'; export const x = C;", 'client-is-shared'],
  [
    'src/web/case/bad.tsx',
    "import { pool } from '../../server/case/index.ts'; export const X = () => <p>{String(pool)}</p>;",
    'browser-knows-no-server',
  ],
  [
    'src/web/case/bad.tsx',
    "export const x = () => import('../../server/case/index.ts');",
    'browser-knows-no-server',
  ],
  ['src/web/case/bad.ts', "import path from 'node:path'; export const x = path;", 'no-node-in-browser'],
  [
    'src/server/report/bad.ts',
    "import { pool } from '../case/store.ts'; export const x = pool;",
    'front-door',
  ],
  [
    'src/cli/bad.ts',
    "import { pool } from '../server/case/store.ts'; export const x = pool;",
    'front-door-from-outside',
  ],
  ['src/server/case/actions.ts', "import pg from 'pg'; export const x = pg;", 'sql-in-its-place'],
])('%s: %s → %s', (file, text, rule) => {
  expect(verdict({ ...HOUSE, [file]: text })).toContain(`${rule}: ${file} → `);
});
