// Who may do what? Pure functions, used by the action that decides and by the screen that hides.
import type { Label } from '../kernel/label.ts';
import type { Kind, Room, Values } from '../kernel/record.ts';

export const ROLES = [
  { code: 'clerk', label: ['野保股科员', 'Clerk'] },
  { code: 'officer', label: ['执法人员', 'Enforcement officer'] },
  { code: 'ranger', label: ['护林员', 'Ranger'] },
  { code: 'reviewer', label: ['法制审核', 'Law reviewer'] },
  { code: 'leader', label: ['分管领导', 'Leader'] },
  { code: 'otherAgency', label: ['协作单位', 'Other agency'] },
  { code: 'city', label: ['市级', 'City'] },
  { code: 'province', label: ['省级', 'Province'] },
  { code: 'admin', label: ['系统管理员', 'Administrator'] },
] as const satisfies readonly { code: string; label: Label }[];
export type Role = (typeof ROLES)[number]['code'];

/** Everything that is not a record of one kind. */
export type Right =
  | 'import'
  | 'export'
  | 'report.write'
  | 'report.sign'
  | 'account.manage'
  | 'journal.read'
  | 'personal.read'
  | 'settings'
  | 'tip.read'
  | 'tip.handle'
  | 'opinion.write'
  | 'reward.propose'
  | 'reward.pay';

export interface Actor {
  readonly account: string;
  readonly name: string;
  /** GB/T 2260 region of the account: a county sees itself, a city or province what lies below it. */
  readonly region: string;
  readonly roles: readonly Role[];
  /** The agency (record id) the account works for; an `otherAgency` account writes only for it. */
  readonly agency: string | null;
  /** Not a person: the citizens' portal. It holds no role, so it may do only what names it (domain/tip). */
  readonly system?: 'portal';
}

/** Who hands in what comes through the portal; no account has this id. */
const PORTAL_ACCOUNT = '00000000-0000-7000-8000-000000000001';

/** The portal of a county as an actor. */
export function portalActor(county: string): Actor {
  return {
    account: PORTAL_ACCOUNT,
    name: '群众举报',
    region: county,
    roles: [],
    agency: null,
    system: 'portal',
  };
}

const ROOMS_WRITTEN: Record<Role, readonly Room[]> = {
  clerk: ['campaign', 'field', 'case', 'rescue', 'permit', 'notice', 'monitoring', 'system'],
  officer: ['field', 'case', 'rescue'],
  ranger: ['field', 'rescue', 'monitoring'],
  reviewer: ['case'],
  leader: ['campaign'],
  otherAgency: ['field', 'case', 'rescue'],
  city: [],
  province: [],
  admin: ['system'],
};

/** Rangers see the field, not the cases or the people in them. */
const ROOMS_HIDDEN: Partial<Record<Role, readonly Room[]>> = { ranger: ['case', 'permit'] };

const RIGHTS: Record<Role, readonly Right[]> = {
  clerk: [
    'import',
    'export',
    'report.write',
    'journal.read',
    'personal.read',
    'settings',
    'tip.read',
    'tip.handle',
    'opinion.write',
    'reward.propose',
    'reward.pay',
  ],
  officer: ['export', 'personal.read', 'tip.read', 'tip.handle', 'opinion.write', 'reward.propose'],
  ranger: [],
  reviewer: ['export', 'report.write', 'journal.read', 'personal.read', 'tip.read'],
  leader: ['export', 'report.write', 'report.sign', 'journal.read', 'tip.read'],
  otherAgency: ['export'],
  city: ['export', 'journal.read'],
  province: ['export', 'journal.read'],
  admin: ['account.manage', 'journal.read', 'settings'],
};

/** Does `region` lie in or under the actor's region? Six-digit codes; city CCCC00, province PP0000. */
export function covers(region: string, county: string): boolean {
  if (region.endsWith('0000')) return county.startsWith(region.slice(0, 2));
  if (region.endsWith('00')) return county.startsWith(region.slice(0, 4));
  return region === county;
}

export function mayEnter(actor: Actor, county: string): boolean {
  return (actor.roles.length > 0 || actor.system !== undefined) && covers(actor.region, county);
}

export function has(actor: Actor, right: Right): boolean {
  return actor.roles.some((role) => RIGHTS[role].includes(right));
}

export function mayRead(actor: Actor, kind: Kind): boolean {
  return actor.roles.some((role) => !ROOMS_HIDDEN[role]?.includes(kind.room));
}

/** May the actor create or change a record of `kind` with these values (after the change)? */
export function mayWrite(actor: Actor, kind: Kind, values?: Values): boolean {
  return actor.roles.some((role) => {
    if (!ROOMS_WRITTEN[role].includes(kind.room)) return false;
    if (role !== 'otherAgency' || values === undefined) return true;
    return actor.agency !== null && 'agency' in kind.fields && values.agency === actor.agency;
  });
}
