// At which address does the public find the portal? What the county entered, else the one this browser uses.
import { useSession } from '../../client/session.tsx';
import { useSetting } from '../system/use-setting.ts';

export interface TipContact {
  readonly phone?: string;
  /** Where a reward is picked up. */
  readonly place?: string;
  /** Scheme and host, without a slash at the end. */
  readonly address?: string;
}

/** `local`: only this machine or network reaches it, so that a printed code would lead nowhere. */
export function usePortalAddress(): { address: string; phone: string; local: boolean } {
  const { county } = useSession();
  const { query } = useSetting('tipContact');
  const contact = (query.data?.value ?? {}) as TipContact;
  const base = contact.address || window.location.origin;
  return { address: `${base}/portal/${county}`, phone: contact.phone ?? '', local: isLocal(base) };
}

function isLocal(base: string): boolean {
  const host = URL.canParse(base) ? new URL(base).hostname : base;
  return (
    /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/.test(host) ||
    !host.includes('.')
  );
}
