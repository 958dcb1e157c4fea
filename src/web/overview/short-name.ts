// How is an agency called at home? 示范县公安局 is 公安局 among its own county's agencies.
import { useCallback } from 'react';
import { useSession } from '../../client/session.tsx';

/** Takes the county's own name off the front, where something is left. */
export function shortName(name: string, county: string): string {
  return name.startsWith(county) && name.length > county.length + 1 ? name.slice(county.length) : name;
}

export function useShortName(): (name: string) => string {
  const { countyName } = useSession();
  return useCallback((name: string) => shortName(name, countyName), [countyName]);
}
