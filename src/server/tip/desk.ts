// What do the desk's pages about tips show?

import type { RecordRow } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { TIP_MATTERS, tipNo } from '../../domain/tip/tip.ts';
import { listAccounts } from '../account/index.ts';
import type { App } from '../app.ts';
import { namesFor } from '../record/index.ts';
import { rewardOfTip } from '../reward/index.ts';
import { contentOf } from './office.ts';
import { listOpenings } from './opening.ts';
import { courseOf } from './outcome.ts';
import { eraseAfter } from './retention.ts';
import { tipKeyOf, unsealHash, unsealText } from './seal.ts';
import {
  countTips,
  findIdentity,
  findListed,
  type ListedTip,
  listEvents,
  listFiles,
  listMessages,
  listTips,
  type TipFilter,
} from './store.ts';

function rowOf(app: App, tip: ListedTip) {
  const { text, where, matter, when } = contentOf(app, tip);
  const words = text.trim() || (TIP_MATTERS.find((row) => row.code === matter)?.label[0] ?? '');
  return {
    id: tip.id,
    no: tipNo(tip.id, tip.day),
    channel: tip.channel,
    matter: tip.matter,
    state: tip.state,
    named: tip.named,
    day: tip.day,
    recordedAt: tip.recorded_at,
    clue: tip.clue,
    originNo: tip.origin_no,
    head: words.length > 80 ? `${words.slice(0, 80)}…` : words,
    where: [where.town, where.address].filter(Boolean).join(' '),
    files: tip.files,
    waits: tip.waits,
    now: when.kind === 'now',
    erased: tip.erased_at !== null,
  };
}

export async function tipPage(
  app: App,
  county: string,
  filter: TipFilter,
  page: { limit: number; cursor?: string | undefined },
) {
  const before = page.cursor?.split('|') as [string, string] | undefined;
  const [found, total, fresh] = await Promise.all([
    listTips(app.db, county, filter, { limit: page.limit, before }),
    countTips(app.db, county, filter),
    countTips(app.db, county, { state: 'new' }),
  ]);
  const last = found.at(-1);
  return {
    tips: found.map((tip) => rowOf(app, tip)),
    next: last && found.length === page.limit ? `${last.recorded_at}|${last.id}` : null,
    total,
    fresh,
  };
}

export async function tipDetail(app: App, county: string, id: string) {
  const tip = await findListed(app.db, county, id);
  if (!tip) return undefined;
  const key = tipKeyOf(app, tip);
  const [events, messages, files, course, reward, identity, openings, accounts] = await Promise.all([
    listEvents(app.db, county, id),
    listMessages(app.db, county, id),
    listFiles(app.db, county, id),
    courseOf(app.db, county, tip.clue),
    rewardOfTip(app, county, id, false),
    findIdentity(app.db, county, id),
    listOpenings(app, county, id),
    listAccounts(app.db, county),
  ]);
  const nameOf = (account: string) => accounts.find((row) => row.id === account)?.name ?? '';
  const said = messages.map((message) => ({
    id: message.id,
    at: message.at,
    fromOffice: message.from_office,
    text: unsealText(key, message.sealed, `message ${message.id}`),
    byName: message.from_office ? nameOf(message.by) : '',
  }));
  const told = course.told.map((step) => ({ ...step, fromOffice: true, byName: '' }));
  const sealed = identity ? 'sealed' : tip.named ? 'erased' : 'none';
  return {
    tip: rowOf(app, tip),
    content: contentOf(app, tip),
    events: events.map(({ at, kind, note }) => ({ at, kind, note })),
    messages: [...said, ...told].sort((a, b) => (a.at < b.at ? -1 : 1)),
    files: files.map((file) => ({
      id: file.id,
      type: file.type,
      size: file.size,
      sha256: unsealHash(key, file.sha256, `sha256 ${file.id}`),
      at: file.at,
      shown: file.shown !== null || hasCopy(file.type),
      original: file.original !== null,
    })),
    clue: course.clue && (await named(app, county, course.clue)),
    outcome: course.outcome,
    reward,
    identity: sealed as 'none' | 'sealed' | 'erased',
    openings,
    eraseAfter: await eraseAfter(app, tip, course),
  };
}

/** Every type but this has a copy without metadata (server/file/picture.ts), unless the file is broken. */
const hasCopy = (type: string): boolean => type !== 'image/heic';

async function named(app: App, county: string, row: RecordRow) {
  const kind = getKind('clue');
  const names = await namesFor(app.db, county, kind, [row.values]);
  return { id: row.id, no: row.no, name: titleOf(kind, row.values, names) || row.no };
}
