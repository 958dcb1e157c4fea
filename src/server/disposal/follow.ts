// What do steps of custody leave elsewhere in the ledger? A record of release for each disposal, kept in step with it.
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type StepTaken, standing } from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Custody, Disposal } from '../../domain/seizure/custody.ts';
import type { Acting } from '../acting.ts';
import { instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import { listSteps } from '../progress/index.ts';
import {
  decideValues,
  findRecord,
  insertRecords,
  journalBody,
  loadLocalProtection,
  loadReferred,
  numberText,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';
import { findFileSize, nextNumber } from './store.ts';

const RELEASE: Kind = getKind('release');

/** What a step made of a seizure: the shape procedure/effects.ts gives. */
interface Made {
  readonly tx: Tx;
  readonly acting: Acting;
  readonly row: RecordRow;
  readonly step: StepTaken;
  readonly before: { readonly facts: unknown };
  readonly after: { readonly facts: unknown };
}

/** Files that steps name must be ours; releases follow disposals, also those undone or put right. */
export async function followCustody(made: Made): Promise<Outcome<{ more?: Record<string, unknown> }>> {
  const [before, after] = [made.before.facts as Custody, made.after.facts as Custody];
  const missing = await missingFile(made, before, after);
  if (missing) return missing;
  const steps = standing([...(await listSteps(made.tx, made.acting.county, 'seizure', made.row.id))]);
  const numbers: string[] = [];
  for (const disposal of after.disposed) {
    const old = before.disposed.find((each) => each.id === disposal.id);
    const step = steps.find((each) => each.id === disposal.id);
    if (!step || (old && made.step.name !== 'amend')) continue;
    const written = await writeRelease(made, disposal, step);
    if (!written.ok) return written;
    if (written.value) numbers.push(written.value);
  }
  for (const disposal of before.disposed)
    if (!after.disposed.some((each) => each.id === disposal.id)) await withdrawRelease(made, disposal);
  return ok(numbers.length > 0 ? { more: { release: numbers } } : {});
}

async function missingFile({ tx, acting, step }: Made, before: Custody, after: Custody) {
  const fresh = after.photos.filter((photo) => !before.photos.some((each) => each.file === photo.file));
  const named = fresh.map(({ file, size }) => ({ file, size: size as number | null }));
  const { signature } = step.values;
  if (typeof signature === 'string') named.push({ file: signature, size: null });
  for (const { file, size } of named) {
    const kept = await findFileSize(tx, acting.county, file);
    if (kept === undefined || (size !== null && kept !== size))
      return refuse(
        'custody.photo',
        ['照片还没有传到服务器，请先上传', 'The picture has not reached the server; upload it first'],
        { where: size === null ? 'signature' : 'file' },
      );
  }
  return undefined;
}

/** The figures count records of release in heads; what is counted otherwise has its end in the chain of custody alone. */
function releaseValues(seizure: Values, disposal: Disposal, step: StepTaken): Values | undefined {
  if (seizure.unit !== 'head' || !seizure.species) return undefined;
  const { habitat, site, place, recipient, document, witnesses, reason } = step.values;
  const dead = disposal.state === 'dead' ? '在管死亡' : '';
  const note = [dead, document ? `文书号：${document}` : '', reason].filter(Boolean).join('；');
  const values = {
    ...{ day: step.on, releaseKind: disposal.how, species: seizure.species, quantity: disposal.quantity },
    ...{ habitat, site, place: place ?? null, recipient, witnesses, note },
    ...{ campaign: seizure.campaign, agency: seizure.agency, area: seizure.area },
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}

async function writeRelease(
  made: Made,
  disposal: Disposal,
  step: StepTaken,
): Promise<Outcome<string | null>> {
  const { tx, acting, row: seizure } = made;
  const { county } = acting;
  const raw = releaseValues(seizure.values, disposal, step);
  if (!raw) return ok(null);
  const asked = { ...raw, seizure: seizure.id };
  const before = await findRecord(tx, county, RELEASE, disposal.id);
  const at = instant(acting.app);
  const referred = await loadReferred(tx, county, RELEASE, [asked]);
  const decided = decideValues(RELEASE, asked, {
    ...{ referred, locals: await loadLocalProtection(tx, county), today: dayOfInstant(at) },
    before: { ...seizure.values, seizure: seizure.id },
  });
  if (!decided.ok) return decided;
  const year = Number(step.on.slice(0, 4));
  const row: RecordRow = {
    ...{ county, kind: RELEASE.name, id: disposal.id, withdrawn: false, values: decided.value },
    no: before?.no ?? numberText(RELEASE, year, await nextNumber(tx, county, RELEASE.name, year)),
    version: (before?.version ?? 0) + 1,
    recordedAt: before?.recordedAt ?? at,
    ...{ updatedAt: at, by: acting.actor.account },
  };
  const record = toNewRecord(RELEASE, row, referred);
  if (before) await updateRecord(tx, RELEASE, record, before.version);
  else await insertRecords(tx, RELEASE, [record]);
  await journal(made, before ? 'record.correct' : 'record.create', row);
  return ok(row.no);
}

async function withdrawRelease(made: Made, disposal: Disposal): Promise<void> {
  const { tx, acting } = made;
  const before = await findRecord(tx, acting.county, RELEASE, disposal.id);
  if (!before || before.withdrawn) return;
  const row: RecordRow = {
    ...before,
    ...{ version: before.version + 1, withdrawn: true },
    ...{ updatedAt: instant(acting.app), by: acting.actor.account },
  };
  const referred = await loadReferred(tx, acting.county, RELEASE, [row.values]);
  await updateRecord(tx, RELEASE, toNewRecord(RELEASE, row, referred), before.version);
  await journal(made, 'record.withdraw', row);
}

async function journal({ tx, acting, step, row: seizure }: Made, kind: string, row: RecordRow) {
  const at = instant(acting.app);
  const told = ['create', 'correct', 'withdraw'].find((word) => kind.endsWith(word));
  const reason = told === 'create' ? {} : { reason: `${seizure.no} 第${step.seq}步`, changed: {} };
  await appendJournal(acting.app, tx, [
    {
      ...{ county: acting.county, id: newId(acting.app), batch: acting.batch ?? step.id, kind },
      subject: { kind: RELEASE.name, id: row.id },
      ...{ at: step.at, recordedAt: at, by: acting.actor.account, device: null },
      body: journalBody(row, reason),
    },
  ]);
}
