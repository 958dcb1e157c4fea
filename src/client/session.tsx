// Who is at the desk, for which county, and what may they do?
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Me } from '../contract/api.ts';
import { type Actor, ROLES, type Role } from '../domain/access/access.ts';

export interface Session {
  readonly me: Me;
  /** For `has`, `mayRead`, `mayWrite` of domain/access. */
  readonly actor: Actor;
  readonly county: string;
  readonly countyName: string;
  readonly setCounty: (county: string) => void;
}

const SessionContext = createContext<Session | null>(null);

const isRole = (code: string): code is Role => ROLES.some((role) => role.code === code);

export function SessionProvider(props: {
  readonly me: Me;
  readonly county: string;
  readonly setCounty: (county: string) => void;
  readonly children: ReactNode;
}) {
  const { me, county, setCounty, children } = props;
  const session = useMemo<Session>(() => {
    const roles = me.roles.filter(isRole);
    return {
      me,
      actor: { account: me.account, name: me.name, region: me.region, roles, agency: me.agency },
      county,
      countyName: me.counties.find((item) => item.code === county)?.name ?? county,
      setCounty,
    };
  }, [me, county, setCounty]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session; throws outside of a signed-in page (a bug). */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session here');
  return session;
}

/** The county in view: most calls name it. */
export function useCounty(): string {
  return useSession().county;
}
