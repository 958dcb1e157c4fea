// Which part of the case desk is looked at? It stands in the address, so that it can be kept and sent.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../client/session.tsx';
import type { QueryOf, ReplyOf } from '../../contract/api.ts';
import type { CaseStatus } from '../../domain/case/status.ts';

/** In the order a case goes through them; what is late or at its end last. */
export const DESK_TABS = [
  'filing',
  'evidence',
  'notice',
  'decision',
  'execution',
  'police',
  'returned',
  'overdue',
  'ended',
] as const;
export type DeskTab = (typeof DESK_TABS)[number];

/** Every open status stands in one tab; a test holds it. */
export const GROUPS: Readonly<Partial<Record<DeskTab, readonly CaseStatus[]>>> = {
  filing: ['discovered', 'filingAsked'],
  evidence: ['investigating', 'handedOver'],
  notice: ['concluded', 'hearingOffered', 'hearingAsked', 'hearingSet'],
  decision: ['notified'],
  execution: ['decided', 'resolved', 'served', 'deferred', 'collected', 'enforcing', 'closing'],
  police: [
    ...(['transferReported', 'transferApproved', 'transferred', 'policeReviewing', 'forwarding'] as const),
    ...([
      'declined',
      'reconsidering',
      'upheld',
      'supervising',
      'policeFiled',
      'prosecuting',
      'court',
    ] as const),
  ],
  returned: ['returned'],
};

/** What the server is asked for. */
export function askedOf(tab: DeskTab): QueryOf<'work'> {
  if (tab === 'overdue') return { open: true, due: 'overdue' };
  if (tab === 'ended') return { open: false };
  return { status: (GROUPS[tab] ?? []).join(',') };
}

/** How many stand in a tab; null for what has ended, which is not counted. */
export function countIn(tab: DeskTab, counts: ReplyOf<'work'>['counts']): number | null {
  if (tab === 'ended') return null;
  if (tab === 'overdue') return counts.overdue;
  return (GROUPS[tab] ?? []).reduce((sum, code) => sum + (counts.status[code] ?? 0), 0);
}

export interface DeskState {
  readonly tab: DeskTab;
  readonly mine: boolean;
  readonly soon: boolean;
}

export function useDeskState(): [DeskState, (patch: Partial<DeskState>) => void] {
  const [search, setSearch] = useSearchParams();
  const { actor } = useSession();
  // Whoever handles cases begins with their own, whoever oversees them with all.
  const handles =
    actor.roles.some((role) => role === 'officer' || role === 'otherAgency') &&
    !actor.roles.includes('clerk');
  const leads = actor.roles.includes('leader');
  const state = useMemo<DeskState>(() => {
    const mine = search.get('mine');
    return {
      tab: DESK_TABS.find((each) => each === search.get('tab')) ?? (leads ? 'decision' : 'evidence'),
      mine: mine === null ? handles : mine === '1',
      soon: search.get('soon') === '1',
    };
  }, [search, handles, leads]);
  const set = useCallback(
    (patch: Partial<DeskState>) =>
      setSearch(
        (now) => {
          if (patch.tab) now.set('tab', patch.tab);
          if (patch.mine !== undefined) now.set('mine', patch.mine ? '1' : '0');
          if (patch.soon !== undefined) patch.soon ? now.set('soon', '1') : now.delete('soon');
          return now;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [state, set];
}
