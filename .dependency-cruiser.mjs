// Which room may know which? The walls of docs/ARCHITECTURE.md; run by scripts/walls.mjs.

const SERVER_MODULE = '^src/server/([^/]+)/';

export const walls = {
  forbidden: [
    {
      name: 'domain-is-alone',
      comment: 'domain ← everything: it may know only itself (and no Node, no package but zod)',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/domain/', 'node_modules/zod/'] },
    },
    {
      name: 'contract-knows-domain',
      comment: 'domain ← contract: what crosses the wire knows neither end of it',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/(domain|contract)/', 'node_modules/zod/'] },
    },
    {
      name: 'server-knows-no-browser',
      comment: 'contract ← server: server and browser never meet, and the command line calls the server',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(client|web|field|portal|cli)/' },
    },
    {
      name: 'cli-knows-no-browser',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(client|web|field|portal)/' },
    },
    {
      name: 'client-is-shared',
      comment: 'contract ← client: what the browser apps share knows none of them, nor the server',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/(server|cli|web|field|portal)/' },
    },
    {
      name: 'browser-knows-no-server',
      comment: 'client ← web, field, portal: server and browser never meet',
      severity: 'error',
      from: { path: '^src/(web|field|portal)/' },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'browser-apps-are-apart',
      severity: 'error',
      from: { path: '^src/(web|field|portal)/' },
      to: { path: '^src/(web|field|portal)/', pathNot: '^src/$1/' },
    },
    {
      name: 'no-node-in-browser',
      severity: 'error',
      from: { path: '^src/(domain|contract|client|web|field|portal)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'front-door',
      comment: 'another module of the server is reached only by its index.ts; db and http serve all of them',
      severity: 'error',
      from: { path: SERVER_MODULE },
      to: {
        path: SERVER_MODULE,
        pathNot: ['^src/server/$1/', '^src/server/[^/]+/index\\.ts$', '^src/server/db/'],
      },
    },
    {
      name: 'front-door-from-outside',
      comment: 'the command line and the server’s own top files knock as well',
      severity: 'error',
      from: { path: ['^src/cli/', '^src/server/[^/]+\\.ts$'] },
      to: { path: SERVER_MODULE, pathNot: ['^src/server/[^/]+/index\\.ts$', '^src/server/db/'] },
    },
    {
      name: 'sql-in-its-place',
      comment: 'SQL stands only in store.ts, the *-sql.ts that build its statements, and db/',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/server/db/', '^src/server/.*(store|-sql)\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: 'node_modules/(kysely|pg|@types/pg)/' },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // type imports count: they tie rooms together just as well
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
