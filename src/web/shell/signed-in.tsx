// Who may come in, for which county, and what happens when the session ends?
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { call, onSignedOut, ProblemError } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { SessionProvider } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { Me } from '../../contract/api.ts';
import { LoginForm } from '../login/login-form.tsx';

/** The county of the address, else the account's own, else the first below it. */
function countyOf(me: Me, asked: string | null): string {
  const codes = me.counties.map((county) => county.code);
  if (asked && codes.includes(asked)) return asked;
  return codes.includes(me.region) ? me.region : (codes[0] ?? me.region);
}

export function SignedIn(props: { readonly children: ReactNode }) {
  const location = useLocation();
  const query = useQuery<Me>({
    queryKey: ['me'],
    queryFn: ({ signal }) => call('me', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.isPending) return <Spin fullscreen />;
  const error = query.error;
  if (!query.data) {
    if (error instanceof ProblemError && error.status === 401) {
      const back = location.pathname + location.search;
      return <Navigate to={`/login?back=${encodeURIComponent(back)}`} replace />;
    }
    return (
      <main className="alone">
        <ProblemNotice error={error} retry={() => void query.refetch()} />
      </main>
    );
  }
  return <InCounty me={query.data}>{props.children}</InCounty>;
}

function InCounty(props: { readonly me: Me; readonly children: ReactNode }) {
  const { me, children } = props;
  const [search, setSearch] = useSearchParams();
  const asked = search.get('county');
  const [county, keep] = useState(() => countyOf(me, asked));
  const own = countyOf(me, null);
  const wanted = asked ? countyOf(me, asked) : county;
  const location = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is completed anew after every step of navigation
  useEffect(() => {
    if (wanted !== county) keep(wanted);
    // Every address of a county that is not one's own names it, so that a copied link opens the same place.
    if (!asked && county !== own)
      setSearch(
        (now) => {
          now.set('county', county);
          return now;
        },
        { replace: true },
      );
  }, [location.pathname, location.search, wanted, county, own]);
  const setCounty = useCallback(
    (next: string) => {
      keep(next);
      setSearch((now) => {
        if (next === own) now.delete('county');
        else now.set('county', next);
        return now;
      });
    },
    [own, setSearch],
  );
  return (
    <SessionProvider me={me} county={wanted} setCounty={setCounty}>
      {children}
      <Relogin me={me} />
    </SessionProvider>
  );
}

/** The session ended: sign in over the page, so that nothing typed is lost. */
function Relogin(props: { readonly me: Me }) {
  const text = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => onSignedOut(() => setOpen(true)), []);
  const done = (me: Me) => {
    if (me.account !== props.me.account) return window.location.assign('/');
    setOpen(false);
    void client.invalidateQueries();
  };
  return (
    <Modal open={open} title={text('login.again')} footer={null} closable={false} width={400} destroyOnHidden>
      <p className="quiet relogin-hint">{text('login.againHint')}</p>
      <LoginForm login={props.me.login} done={done} />
      <a className="relogin-other" href="/login">
        {text('login.other')}
      </a>
    </Modal>
  );
}
