// A handover was confirmed where there was no network: how does the confirmation arrive later, as of when it was made?
import { type OutgoingAction, ProblemError, sendAction } from '../../client/api.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';

interface Late {
  readonly county: string;
  readonly account: string;
  readonly action: OutgoingAction;
}

const KEY = 'shouye.handover';

function read(): Late[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Late[]) : [];
  } catch {
    return [];
  }
}

/** Kept on this device until the server has answered. */
export function keepAnswer(late: Late): void {
  const others = read().filter((each) => each.action.id !== late.action.id);
  localStorage.setItem(KEY, JSON.stringify([...others, late]));
}

function drop(id: string): void {
  localStorage.setItem(KEY, JSON.stringify(read().filter((each) => each.action.id !== id)));
}

let sending = false;

/** Sends what waits of `account`; `told` hears what became of each that was answered. */
export async function sendLateAnswers(
  account: string,
  told: (refusals: readonly Refusal[]) => void,
): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const { county, action } of read().filter((each) => each.account === account)) {
      try {
        await sendAction(county, action);
        drop(action.id);
        told([]);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500) return;
        if (error.status === 401 || error.find('record.stale')) return;
        drop(action.id);
        told(error.refusals);
      }
    }
  } finally {
    sending = false;
  }
}
