// How many posts a second are screened and kept, and does it stay so with 100,000 kept?
import sample from '../src/domain/opinion/data/sample.json' with { type: 'json' };
import { compileLexicon } from '../src/domain/opinion/lexicon.ts';
import { screen } from '../src/domain/opinion/screen.ts';
import { findByLogin, toActor } from '../src/server/account/index.ts';
import { runAction } from '../src/server/action/index.ts';
import type { App } from '../src/server/app.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { countFound, listGroups } from '../src/server/opinion/index.ts';
import type { Size } from './main.ts';
import { both, rate, tell, time } from './measure.ts';
import { anId } from './part-action.ts';

const HAN = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家',
];
const BATCH = 500;

/** Words that differ from post to post. */
function filler(n: number): string {
  let state = Math.imul(n + 1, 2_654_435_761);
  return Array.from({ length: 24 }, () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    return HAN[(state >>> 8) % HAN.length] ?? '的';
  }).join('');
}

/** A post like those of the sample with words of its own; every fourth copies the one before with a word more. */
function postAt(n: number): { id: string; text: string; url: string; platform: string; author: string } {
  const base = n % 4 === 3 ? n - 1 : n;
  return {
    ...{ id: anId(), url: `https://bench.example/${n}`, author: `用户${n % 997}` },
    platform: ['抖音', '快手', '闲鱼'][n % 3] ?? '',
    text: `${sample[base % sample.length]?.text ?? ''}，${filler(base)}${n === base ? '' : '哦'}`,
  };
}

export async function measureOpinion(app: App, size: Size): Promise<void> {
  const lexicon = compileLexicon();
  let at = 0;
  const screened = await rate(1, size.seconds, async () => {
    for (let i = 0; i < 100; i++) screen(sample[at++ % sample.length]?.text ?? '', lexicon);
  });
  tell('posts screened', `${Math.round(screened * 100)}/s (${lexicon.words.length} words)`);
  const account = await findByLogin(app.db, 'clerk');
  if (!account) throw new Error('no clerk');
  const actor = toActor(account);
  let n = 0;
  const add = async (count: number) => {
    for (const until = n + count; n < until; ) {
      const posts = Array.from({ length: Math.min(BATCH, until - n) }, () => postAt(n++));
      const done = await runAction(app, actor, DEMO_COUNTY, {
        ...{ id: anId(), kind: 'opinion.add', at: new Date().toISOString() },
        body: { posts },
      });
      if (!done.ok) throw new Error(JSON.stringify(done.refusals.slice(0, 2)));
    }
  };
  for (const kept of size.posts) {
    await add(Math.max(0, kept - n - BATCH * 4));
    const start = performance.now();
    const from = n;
    await add(kept - n);
    const seconds = (performance.now() - start) / 1_000;
    const filter = { states: ['open', 'watched'], authors: true };
    const page = { sort: 'score' as const, limit: 30 };
    const found = await countFound(app.db, DEMO_COUNTY, filter);
    tell(
      `posts kept (screened, grouped, journaled) at ${kept.toLocaleString('en-US')}`,
      `${Math.round((n - from) / seconds)}/s; ${found.posts} in ${found.groups} groups`,
    );
    tell(
      `list of groups at ${kept.toLocaleString('en-US')} posts`,
      both(await time(size.runs, () => listGroups(app.db, DEMO_COUNTY, filter, page))),
    );
    tell(
      `search of words at ${kept.toLocaleString('en-US')} posts`,
      both(await time(size.runs, () => listGroups(app.db, DEMO_COUNTY, { ...filter, q: '画眉' }, page))),
    );
  }
}
