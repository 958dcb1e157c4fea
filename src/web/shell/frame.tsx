// What frames every page? Sidebar, top bar, the tabs of a room, and the page itself.
import { GlobalOutlined, LockOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown, Select, Spin } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { call } from '../../client/api.ts';
import { formatDayLong, today } from '../../client/format.ts';
import { setLanguage, type TextKey, useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty, useSession } from '../../client/session.tsx';
import { findKind } from '../../domain/kind.ts';
import { useLateAnswers } from '../custody/use-late-answers.ts';
import { dropDrafts } from '../register/draft.ts';
import { useLive } from './live.ts';
import { entryOf, navOf, type Tab } from './nav.ts';
import { PageGuard } from './page-guard.tsx';
import { SearchBox } from './search-box.tsx';

export function Frame() {
  const text = useText();
  const location = useLocation();
  const [drawer, setDrawer] = useState(false);
  useLive();
  useLateAnswers();
  useTitle();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step of navigation closes the drawer
  useEffect(() => setDrawer(false), [location.pathname]);
  return (
    <div className="app">
      <a className="skip" href="#main">
        {text('nav.skip')}
      </a>
      <aside className="side">
        <Sidebar />
      </aside>
      <Drawer
        open={drawer}
        placement="left"
        onClose={() => setDrawer(false)}
        size={240}
        closable={false}
        rootClassName="side-drawer"
      >
        <Sidebar />
      </Drawer>
      <div className="body">
        <header className="top">
          <Button
            className="top-menu"
            type="text"
            icon={<MenuOutlined />}
            aria-label={text('nav.menu')}
            onClick={() => setDrawer(true)}
          />
          <SearchBox />
          <span className="top-gap" />
          <CountySwitch />
          <Today />
          <UserMenu />
        </header>
        <RoomTabs />
        <main id="main" className="page" tabIndex={-1}>
          <PageGuard key={location.pathname}>
            <Suspense fallback={<Spin className="page-spin" />}>
              <Outlet />
            </Suspense>
          </PageGuard>
        </main>
      </div>
    </div>
  );
}

/** The browser's tab and history say which page it was. */
function useTitle(): void {
  const text = useText();
  const say = useSay();
  const { pathname } = useLocation();
  const { actor } = useSession();
  useEffect(() => {
    const entry = navOf(actor).find((item) => item.key === entryOf(pathname));
    const under = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
    const tab = entry?.tabs.find((item) => under(item.path) || (item.also !== undefined && under(item.also)));
    const label = tab?.label ?? entry?.label;
    const words = typeof label === 'string' ? text(label) : label ? say(label) : null;
    document.title = [words, text('app.name')].filter(Boolean).join(' · ');
  }, [pathname, actor, text, say]);
}

function Sidebar() {
  const text = useText();
  const { actor, countyName } = useSession();
  const here = entryOf(useLocation().pathname);
  const late = useLate();
  return (
    <>
      <div className="side-head">
        <strong>{text('app.name')}</strong>
        <small>{countyName}</small>
      </div>
      <nav aria-label={text('nav.main')}>
        {navOf(actor).map((entry) => (
          <NavLink
            key={entry.key}
            to={entry.tabs[0]?.path ?? '/'}
            className={entry.key === here ? 'on' : ''}
            aria-current={entry.key === here ? 'page' : undefined}
          >
            {text(entry.label)}
            {late[entry.key] && (
              <b title={text('nav.late', { n: late[entry.key] ?? 0 })}>{late[entry.key]}</b>
            )}
          </NavLink>
        ))}
      </nav>
    </>
  );
}

const LATE_STALE_MS = 5 * 60_000;

/** How many things are overdue in each room. */
function useLate(): Readonly<Record<string, number>> {
  const county = useCounty();
  const query = useCall('overview', { params: { county } }, { staleTime: LATE_STALE_MS });
  const counts: Record<string, number> = {};
  for (const item of query.data?.owed ?? []) {
    const room = findKind(item.kind)?.room;
    if (room && item.days < 0) counts[room] = (counts[room] ?? 0) + 1;
  }
  return counts;
}

/** The kinds of a room, across the top of its pages. */
function RoomTabs() {
  const text = useText();
  const say = useSay();
  const { actor } = useSession();
  const { pathname } = useLocation();
  const here = entryOf(pathname);
  const tabs = navOf(actor).find((entry) => entry.key === here)?.tabs ?? [];
  if (tabs.length < 2) return null;
  const words = (tab: Tab) => (typeof tab.label === 'string' ? text(tab.label as TextKey) : say(tab.label));
  const under = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const open = (tab: Tab) => under(tab.path) || (tab.also !== undefined && under(tab.also));
  return (
    <nav className="tabs" aria-label={here ? text(`nav.${here}` as TextKey) : ''}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.path}
          to={tab.path}
          className={open(tab) ? 'on' : ''}
          ref={(link) => {
            // On a phone the tabs scroll sideways: the open one is brought into view.
            if (link && open(tab)) link.scrollIntoView({ inline: 'center', block: 'nearest' });
          }}
          aria-current={open(tab) ? 'page' : undefined}
        >
          {words(tab)}
        </NavLink>
      ))}
    </nav>
  );
}

function Today() {
  const language = useLanguage();
  return <time className="top-day">{formatDayLong(today(), language)}</time>;
}

function CountySwitch() {
  const text = useText();
  const { me, county, setCounty } = useSession();
  if (me.counties.length < 2) return null;
  return (
    <Select
      className="top-county"
      aria-label={text('county.choose')}
      value={county}
      onChange={setCounty}
      showSearch={{ optionFilterProp: 'label' }}
      options={me.counties.map((item) => ({ value: item.code, label: item.name }))}
    />
  );
}

function UserMenu() {
  const text = useText();
  const language = useLanguage();
  const { me } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const logout = async () => {
    await call('logout', {}).catch(() => undefined);
    dropDrafts();
    client.clear();
    void navigate('/login');
  };
  const items = [
    { key: 'language', icon: <GlobalOutlined />, label: text('user.language') },
    { key: 'password', icon: <LockOutlined />, label: text('user.password') },
    { key: 'logout', icon: <LogoutOutlined />, label: text('user.logout') },
  ];
  const choose = (key: string) => {
    if (key === 'language') setLanguage(language === 'zh' ? 'en' : 'zh');
    else if (key === 'password') void navigate('/system/password');
    else void logout();
  };
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined />} aria-label={text('user.menu')}>
        <span className="top-name">{me.name}</span>
      </Button>
    </Dropdown>
  );
}
