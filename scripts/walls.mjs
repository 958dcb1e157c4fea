// Does every import stay within its walls (.dependency-cruiser.mjs)? Prints each that does not; runs on Node 24.
// TypeScript 7 is native and has no JavaScript interface, which dependency-cruiser parses with. It is handed the
// TypeScript inside @ts-morph/common instead; a second `typescript` beside the first would fight for bin/tsc.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(process.argv[2] ?? path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { ts } = await import('@ts-morph/common');
globalThis.shouyeTypeScript = ts;

const PARSER = 'data:text/javascript,export default globalThis.shouyeTypeScript';
const MANIFEST = `data:application/json,${JSON.stringify({ version: ts.version })}`;
registerHooks({
  resolve(specifier, context, next) {
    if (!context.parentURL?.includes('/dependency-cruiser/')) return next(specifier, context);
    if (specifier === 'typescript') return { url: PARSER, shortCircuit: true, format: 'module' };
    if (specifier === 'typescript/package.json') return { url: MANIFEST, shortCircuit: true, format: 'json' };
    return next(specifier, context);
  },
  load(url, context, next) {
    return url === MANIFEST
      ? { format: 'json', shortCircuit: true, source: JSON.stringify({ version: ts.version }) }
      : next(url, context);
  },
});

const { cruise } = await import('dependency-cruiser');
const { walls } = await import('../.dependency-cruiser.mjs');
const { output } = await cruise(
  ['src', 'test'].filter((room) => existsSync(room)),
  { ...walls.options, ruleSet: { forbidden: walls.forbidden }, validate: true },
);
const { error, totalCruised, totalDependenciesCruised } = output.summary;
for (const { rule, from, to } of output.summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
// Walls that see nothing hold nothing: a parser that silently stopped reading TypeScript must not pass.
const blind = totalDependenciesCruised < totalCruised / 2;
if (blind) console.log('The walls saw almost no imports: the parser does not read TypeScript.');
console.log(`${totalCruised} modules, ${totalDependenciesCruised} imports, ${error} through a wall`);
process.exitCode = error || blind ? 1 : 0;
