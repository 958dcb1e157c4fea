// What pictures do the demo county's seizures have? Drawn crates, not taken: no photograph of a real case is shown.
import sharp from 'sharp';
import type { SpeciesValue } from '../domain/kernel/record.ts';
import { getKind } from '../domain/kind.ts';
import type { Acting } from './acting.ts';
import { runAction } from './action/index.ts';
import { instant, newId } from './app.ts';
import { sha256Of } from './file/index.ts';
import { findProgress } from './progress/index.ts';
import { findRecord } from './record/index.ts';
import { keepPhoto } from './seizure/index.ts';

const TINTS = ['#c9b48a', '#8fa39a', '#b7a2a2'];

function drawing(seed: number): Promise<Buffer> {
  const tint = TINTS[seed % TINTS.length];
  const bars = Array.from(
    { length: 9 },
    (_, i) => `<path d="M${300 + 75 * i} 250v380" stroke="#6f6a58" stroke-width="9"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#e9ece8"/>
    <rect y="660" width="1200" height="240" fill="#cfd6d0"/><rect x="260" y="230" width="680" height="430" rx="14" fill="${tint}"/>
    <rect x="285" y="255" width="630" height="375" fill="#f3f1ea"/>${bars.join('')}
    <rect x="${430 + 40 * (seed % 3)}" y="560" width="240" height="120" fill="#fff" stroke="#333" stroke-width="4"/>
    <rect x="${455 + 40 * (seed % 3)}" y="590" width="${90 + 20 * (seed % 5)}" height="12" fill="#333"/>
    <rect x="${455 + 40 * (seed % 3)}" y="620" width="150" height="9" fill="#777"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

/** Two pictures each for the animals among `ids`; nothing where the house keeps no files. */
export async function addDemoPhotos(acting: Acting, ids: readonly string[]): Promise<void> {
  const { app, actor, county } = acting;
  if (app.dataDir === '') return;
  for (const [n, id] of ids.entries()) {
    const row = await findRecord(app.db, county, getKind('seizure'), id);
    const name = (row?.values.species as SpeciesValue | null | undefined)?.name;
    if (!name) continue;
    for (const [i, view] of ['正面', '全景'].entries()) {
      const bytes = await drawing(n * 2 + i);
      const kept = await keepPhoto(app, county, actor.account, bytes, sha256Of(bytes));
      const progress = await findProgress(app.db, county, 'seizure', id);
      if (!kept.ok || !progress) throw new Error('demo photo');
      const values = { file: kept.value.sha256, size: kept.value.size, caption: `${name}${view}（示意图）` };
      const body = { kind: 'seizure', id, seq: progress.seq, step: 'photo', values };
      const done = await runAction(app, actor, county, {
        id: newId(app),
        kind: 'step.take',
        at: instant(app),
        body,
      });
      if (!done.ok) throw new Error(`demo photo: ${JSON.stringify(done.refusals)}`);
    }
  }
}
