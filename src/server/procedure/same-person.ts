// Is who reviews the same person as who handles, under another account or known to the ledger by name only?
import type { CaseFacts } from '../../domain/case/fact.ts';
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type History, handlers, type Procedure } from '../../domain/kernel/procedure.ts';
import { getKind } from '../../domain/kind.ts';
import { listAccountNames } from '../account/index.ts';
import type { Acting } from '../acting.ts';
import type { Tx } from '../db/connection.ts';
import { findRecords } from '../record/index.ts';
import { listFormerOfficers } from './store.ts';

/** A county knows its people by name: accounts and people of the ledger are told together by it. */
export async function refuseSamePerson(
  tx: Tx,
  acting: Acting,
  procedure: Procedure,
  subject: { readonly id: string; readonly history: History; readonly facts: unknown },
): Promise<Outcome<null>> {
  const { id, history } = subject;
  const { officers = [], officer = null } = subject.facts as Partial<CaseFacts & ClueFacts>;
  const former = await listFormerOfficers(tx, acting.county, procedure.kind, id);
  const people = [...officers, officer, history.record.officer, ...former].filter(
    (each): each is string => typeof each === 'string',
  );
  const named = await findRecords(tx, acting.county, getKind('person'), [...new Set(people)]);
  const accounts = await listAccountNames(tx, [...handlers(procedure, history)]);
  const names = [...named.map(({ values }) => String(values.name)), ...accounts.values()];
  if (!names.includes(acting.actor.name)) return ok(null);
  return refuse(
    'step.sameHand',
    [
      `${acting.actor.name}是本事项的承办人或经办人，不能审核；请由其他审核人员办理`,
      `${acting.actor.name} is an officer of the matter or has handled it; another reviewer must`,
    ],
    { where: 'step' },
  );
}
