// What pictures do the demo county's seizures have? Drawn, not taken: no photograph of a real case is shown.
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
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#e9ece8"/>
    <rect y="640" width="1200" height="260" fill="#cfd6d0"/><ellipse cx="580" cy="520" rx="260" ry="150" fill="${tint}"/>
    <circle cx="830" cy="400" r="95" fill="${tint}"/><path d="M915 400l90 22-88 24z" fill="#7a6a3c"/><circle cx="852" cy="384" r="13" fill="#222"/>
    <path d="M340 520l-190 ${60 + 12 * (seed % 4)} 210 40z" fill="${tint}"/><path d="M540 660v90M640 660v90" stroke="#7a6a3c" stroke-width="16"/>
    <rect x="60" y="780" width="320" height="70" fill="#fff"/><rect x="80" y="800" width="${120 + 30 * (seed % 5)}" height="10" fill="#333"/>
    <rect x="80" y="822" width="180" height="8" fill="#777"/></svg>`;
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
