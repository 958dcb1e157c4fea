// What stands in the navigation, and which tabs does each entry have?

import type { TextKey } from '../../client/i18n.ts';
import { type Actor, has, mayRead } from '../../domain/access/access.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Kind, Room } from '../../domain/kernel/record.ts';
import { EVERY_KIND, findKind } from '../../domain/kind.ts';

export interface Tab {
  readonly path: string;
  /** The desk's own word, or the label of a kind. */
  readonly label: TextKey | Label;
  /** Another path that lies under this tab. */
  readonly also?: string;
}
export interface NavEntry {
  readonly key: string;
  readonly label: TextKey;
  readonly tabs: readonly Tab[];
}

/** Order of the tabs where it differs from the order of KINDS: what is opened most stands first. */
const FIRST: Partial<Record<Room, readonly string[]>> = {
  field: ['inspection', 'patrol', 'venue'],
  case: ['clue', 'case'],
  system: ['person', 'agency', 'area'],
};

/** Kinds worked on in a screen of their own; their register is a click further. */
const WORKED: Readonly<Record<string, string>> = { clue: '/clue', case: '/case', reward: '/reward' };

function kindTabs(actor: Actor, room: Room): Tab[] {
  const first = FIRST[room] ?? [];
  const rank = (kind: Kind) => (first.includes(kind.name) ? first.indexOf(kind.name) : first.length);
  return EVERY_KIND.filter((kind) => kind.room === room && mayRead(actor, kind))
    .map((kind, index) => ({ kind, index }))
    .sort((a, b) => rank(a.kind) - rank(b.kind) || a.index - b.index)
    .map(({ kind }) => ({
      path: WORKED[kind.name] ?? `/record/${kind.name}`,
      label: kind.label,
      ...(WORKED[kind.name] ? { also: `/record/${kind.name}` } : {}),
    }));
}

/** The registers of a room, and what is worked on there besides. */
function roomTabs(actor: Actor, room: Room): Tab[] {
  const tabs = kindTabs(actor, room);
  if (room === 'case' && tabs.length > 0) tabs.splice(1, 0, { path: '/opinion', label: 'tab.opinion' });
  if (room === 'case' && tabs.length > 0) tabs.push({ path: '/alarm', label: 'tab.alarm' });
  if (room === 'case' && has(actor, 'tip.read')) tabs.splice(1, 0, { path: '/tip', label: 'tab.tip' });
  // What is held now stands before the register of all that ever was.
  const seizures = tabs.findIndex((tab) => tab.path === '/record/seizure');
  if (seizures >= 0) tabs.splice(seizures, 0, { path: '/custody', label: 'tab.custody' });
  return tabs;
}

const ROOMS: readonly { readonly room: Room; readonly label: TextKey }[] = [
  { room: 'field', label: 'nav.field' },
  { room: 'case', label: 'nav.case' },
  { room: 'rescue', label: 'nav.rescue' },
  { room: 'permit', label: 'nav.permit' },
  { room: 'notice', label: 'nav.notice' },
  { room: 'monitoring', label: 'nav.monitoring' },
];

/** The entries an actor sees, in the order of the officers' work; an entry with no tab is left out. */
export function navOf(actor: Actor): readonly NavEntry[] {
  const system: Tab[] = kindTabs(actor, 'system');
  if (has(actor, 'account.manage')) system.push({ path: '/system/account', label: 'tab.account' });
  if (has(actor, 'journal.read')) system.push({ path: '/system/journal', label: 'tab.journal' });
  if (has(actor, 'settings')) system.push({ path: '/system/setting', label: 'tab.setting' });
  if (has(actor, 'tip.read') || has(actor, 'settings'))
    system.push({ path: '/system/tip-key', label: 'tab.tipKey' });
  const entries: NavEntry[] = [
    { key: 'overview', label: 'nav.overview', tabs: [{ path: '/', label: 'nav.overview' }] },
    {
      key: 'campaign',
      label: 'nav.campaign',
      tabs: [{ path: '/campaign', label: 'tab.progress' }, ...kindTabs(actor, 'campaign')],
    },
    ...ROOMS.map(({ room, label }) => ({ key: room, label, tabs: roomTabs(actor, room) })),
    { key: 'map', label: 'nav.map', tabs: [{ path: '/map', label: 'nav.map' }] },
    {
      key: 'report',
      label: 'nav.report',
      tabs: [
        { path: '/figure', label: 'tab.figure' },
        { path: '/report', label: 'tab.report' },
      ],
    },
    { key: 'system', label: 'nav.system', tabs: system },
  ];
  return entries.filter((entry) => entry.tabs.length > 0);
}

/** The navigation key a path belongs to, or null (import, own password). */
export function entryOf(path: string): string | null {
  const [, top = '', second = ''] = path.split('/');
  if (top === '') return 'overview';
  if (top === 'record') return findKind(second)?.room ?? null;
  if (['clue', 'case', 'opinion', 'tip', 'reward', 'alarm', 'custody', 'label', 'q'].includes(top))
    return 'case';
  if (top === 'figure' || top === 'report') return 'report';
  if (top === 'system') return second === 'password' ? null : 'system';
  return top === 'campaign' || top === 'map' ? top : null;
}
