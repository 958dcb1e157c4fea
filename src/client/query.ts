// How do screens read routes and send actions? Cached by route and input; one action id per submit.
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ActionInput, ActionKind } from '../contract/action.ts';
import type { ReplyOf, RouteName } from '../contract/api.ts';
import { type CallInput, call, makeAction, type OutgoingAction, ProblemError, sendAction } from './api.ts';
import { useCounty } from './session.tsx';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        // A refusal stays a refusal; only an unreachable server is worth asking again.
        retry: (count, error) => count < 2 && error instanceof ProblemError && error.status === 0,
      },
    },
  });
}

export interface CallOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** Keep showing the last answer while the next is fetched. */
  readonly keep?: boolean;
  readonly refetchInterval?: number | false;
}

/** Reads a route as a query; key = [route, input]. */
export function useCall<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): UseQueryResult<ReplyOf<N>> {
  const { keep, ...rest } = options;
  return useQuery<ReplyOf<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    ...rest,
  });
}

export interface Act {
  /** Sends the action; resolves to its result, throws ProblemError. The same body sent again while the first is under
   * way, or after it failed, keeps its id. */
  readonly act: <K extends ActionKind>(kind: K, body: ActionInput<K>) => Promise<unknown>;
  readonly busy: boolean;
}

export function useAct(): Act {
  const county = useCounty();
  const client = useQueryClient();
  const last = useRef<{ text: string; action: OutgoingAction; reply: Promise<unknown> | null } | null>(null);
  const [busy, setBusy] = useState(0);
  const act = useCallback(
    async <K extends ActionKind>(kind: K, body: ActionInput<K>) => {
      const text = `${county} ${kind} ${JSON.stringify(body)}`;
      if (last.current?.text !== text) last.current = { text, action: makeAction(kind, body), reply: null };
      const mine = last.current;
      mine.reply ??= sendAction(county, mine.action);
      setBusy((n) => n + 1);
      try {
        const reply = (await mine.reply) as ReplyOf<'act'>;
        if (last.current === mine) last.current = null;
        void client.invalidateQueries();
        return reply.result;
      } catch (error) {
        mine.reply = null;
        throw error;
      } finally {
        setBusy((n) => n - 1);
      }
    },
    [county, client],
  );
  return { act, busy: busy > 0 };
}
