// What are referred records called whose names no page has told us yet? Asked one by one; there are never many.
import { useQueries } from '@tanstack/react-query';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { call } from '../api.ts';
import { useCounty } from '../session.tsx';
import { learnNames, nameOf } from './name-book.ts';

/** A filter or a picker holds a handful; more than this would be a mistake in the address. */
const MOST = 20;

/** The name of each id, '…' until it is known. */
export function useRefNames(kind: string, ids: readonly string[]): (id: string) => string {
  const county = useCounty();
  const unknown = ids.filter((id) => nameOf(id) === undefined).slice(0, MOST);
  useQueries({
    queries: unknown.map((id) => ({
      queryKey: ['record', { params: { county, kind, id } }],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const reply = await call('record', { params: { county, kind, id } }, signal);
        const book = new Map(Object.entries(reply.names));
        learnNames({ [id]: titleOf(getKind(kind), reply.row.values as Values, book) || reply.row.no });
        return reply;
      },
    })),
  });
  return (id) => nameOf(id) ?? '…';
}
