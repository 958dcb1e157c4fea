// How many random walks over the procedures hold, and how often was each step taken? SHOUYE_WALKS says how many.
import { PROCEDURES } from '../src/domain/procedure.ts';
import { newTally, walkOnce } from '../test/support/walk.ts';

const WALKS = Number(process.env.SHOUYE_WALKS ?? 1_000_000);
const FROM = Number(process.env.SHOUYE_SEED ?? 1);
const tally = newTally();
const began = performance.now();
for (let seed = FROM; tally.walks < WALKS; seed++) {
  walkOnce(PROCEDURES, seed, 30, tally);
  if (tally.walks % 100_000 === 0)
    console.error(`${tally.walks} walks, ${Math.round((performance.now() - began) / 1000)} s`);
}
const seconds = (performance.now() - began) / 1000;
const sorted = (map: Map<string, number>) => [...map].sort((a, b) => b[1] - a[1]);
console.log(
  `${tally.walks} walks, ${tally.asked} steps asked, ${tally.taken} taken, ${tally.revoked} undone, ${tally.amended} corrected, ${seconds.toFixed(1)} s`,
);
for (const [name, n] of sorted(tally.steps)) console.log(`${String(n).padStart(9)}  ${name}`);
console.log('refused:');
for (const [code, n] of sorted(tally.refusals)) console.log(`${String(n).padStart(9)}  ${code}`);
const all = PROCEDURES.flatMap((procedure) =>
  procedure.steps.filter((rule) => rule.by.length > 0).map((rule) => `${procedure.kind}.${rule.name}`),
);
const never = all.filter((name) => !tally.steps.has(name));
console.log(never.length === 0 ? `all ${all.length} steps met` : `never taken: ${never.join(', ')}`);
