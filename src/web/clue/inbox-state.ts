// Which part of the inbox is looked at? It stands in the address, so that it can be kept and sent.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../client/session.tsx';
import type { QueryOf, ReplyOf } from '../../contract/api.ts';
import type { Actor } from '../../domain/access/access.ts';

export const TABS = ['received', 'doing', 'overdue', 'answering', 'ended'] as const;
export type InboxTab = (typeof TABS)[number];

const DOING = ['assigned', 'checking', 'reported'];

/** What the server is asked for. */
export const ASKED: Readonly<Record<InboxTab, QueryOf<'work'>>> = {
  received: { status: 'received' },
  doing: { status: DOING.join(',') },
  overdue: { open: true, due: 'overdue' },
  answering: { status: 'answering' },
  ended: { status: 'ended' },
};

type Counts = ReplyOf<'work'>['counts'];

/** How many stand in a tab; null for what has ended, which is not counted. */
export function countOf(tab: InboxTab, counts: Counts): number | null {
  if (tab === 'ended') return null;
  if (tab === 'overdue') return counts.overdue;
  const codes = tab === 'doing' ? DOING : [tab];
  return codes.reduce((sum, code) => sum + (counts.status[code] ?? 0), 0);
}

/** Whoever hands clues out begins with those; whoever checks them with their own. */
export function handsOut(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'clerk' || role === 'leader');
}

export interface InboxState {
  readonly tab: InboxTab;
  readonly mine: boolean;
  readonly soon: boolean;
  readonly officer: string | null;
}

export function useInboxState(): [InboxState, (patch: Partial<InboxState>) => void] {
  const [search, setSearch] = useSearchParams();
  const { actor } = useSession();
  const clerk = handsOut(actor);
  const works = actor.roles.some((role) => role === 'officer' || role === 'otherAgency');
  const state = useMemo<InboxState>(() => {
    const tab = TABS.find((each) => each === search.get('tab'));
    const mine = search.get('mine');
    return {
      tab: tab ?? (clerk || !works ? 'received' : 'doing'),
      mine: mine === null ? works && !clerk : mine === '1',
      soon: search.get('soon') === '1',
      officer: search.get('officer'),
    };
  }, [search, clerk, works]);
  const set = useCallback(
    (patch: Partial<InboxState>) =>
      setSearch(
        (now) => {
          if (patch.tab) now.set('tab', patch.tab);
          if (patch.mine !== undefined) now.set('mine', patch.mine ? '1' : '0');
          if (patch.soon !== undefined) patch.soon ? now.set('soon', '1') : now.delete('soon');
          if (patch.officer !== undefined)
            patch.officer ? now.set('officer', patch.officer) : now.delete('officer');
          return now;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [state, set];
}
