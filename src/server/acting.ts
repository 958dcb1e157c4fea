// Who is acting, where, and what did the action do?
import type { Actor } from '../domain/access/access.ts';
import type { App } from './app.ts';

export interface Acting {
  readonly app: App;
  readonly actor: Actor;
  readonly county: string;
  /** Set when the action is part of a larger one, e.g. an import. */
  readonly batch?: string;
  /** The action under way: its id and the instant it says it happened. */
  readonly act?: { readonly id: string; readonly at: string };
}

/** What an accepted action leaves: `body` goes to the journal, `result` back to the caller. */
export interface Effect {
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly body: unknown;
  readonly result: unknown;
}
