// What changes elsewhere? The server says which kinds changed; what shows them is read again.
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { urlOf } from '../../client/api.ts';
import { useCounty } from '../../client/session.tsx';

/** Routes that show records of one kind (params.kind). */
const BY_KIND = ['records', 'record', 'history', 'choices', 'places'];
/** Routes that stay right whatever record changes. */
const UNMOVED = ['me', 'species', 'template', 'verify', 'importJob'];
/** Many changes in a row (an import) are one reading. */
const WAIT_MS = 1_500;

function isTouched(query: Query, kinds: ReadonlySet<string>): boolean {
  const [route, input] = query.queryKey as [string, { params?: { kind?: string } } | undefined];
  if (UNMOVED.includes(route)) return false;
  return BY_KIND.includes(route) ? kinds.has(input?.params?.kind ?? '') : true;
}

export function useLive(): void {
  const county = useCounty();
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(urlOf('live', { params: { county } }));
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const flush = () => {
      timer = null;
      const kinds = new Set(changed);
      changed.clear();
      void client.invalidateQueries({ predicate: (query) => isTouched(query, kinds) });
    };
    const hear = (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as { kinds?: string[]; subject?: { kind: string } | null };
      for (const kind of message.kinds ?? []) changed.add(kind);
      if (message.subject) changed.add(message.subject.kind);
      timer ??= setTimeout(flush, WAIT_MS);
    };
    source.addEventListener('message', hear);
    source.addEventListener('changed', hear);
    return () => {
      source.close();
      if (timer) clearTimeout(timer);
    };
  }, [county, client]);
}
