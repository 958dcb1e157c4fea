// Is there an alarm to answer?
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import type { Acting } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { listAlarms } from './alarm.ts';

/** What a step made of a record: the shape procedure/effects.ts gives. */
interface Made {
  readonly tx: Tx;
  readonly acting: Acting;
  readonly row: RecordRow;
  readonly step: StepTaken;
}

/** An answer given beforehand, or to another cause, would silence what nobody has looked at. */
export async function refuseUnrung({ tx, acting, row, step }: Made): Promise<Outcome<object>> {
  const today = dayOfInstant(instant(acting.app));
  const { guard, cause } = step.values;
  const alarms = await listAlarms(tx, acting.county, today, { kind: row.kind, id: row.id });
  if (alarms.some((alarm) => alarm.guard === guard && alarm.cause === cause)) return ok({});
  return refuse(
    'alarm.silent',
    [
      '这条记录现在没有这项警示，或其事由已经变化，请查看最新警示后再答复',
      'This record rings no such alarm, or its cause has changed; look at its alarms again before answering',
    ],
    { where: 'guard' },
  );
}
