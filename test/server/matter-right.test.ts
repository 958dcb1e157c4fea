// Who may do what about tips, rewards, opinion, papers, custody, values and accounts? Every action by every role.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACTIONS, type ActionKind } from '../../src/contract/action.ts';
import { ROLES, type Role } from '../../src/domain/access/access.ts';
import type { RecordRow } from '../../src/domain/kernel/record.ts';
import {
  act,
  actorOf,
  anId,
  codeOf,
  create,
  type Office,
  OTHER_COUNTY,
  openOffice,
  sizes,
} from '../support/office.ts';

let office: Office;
let row: RecordRow;
beforeAll(async () => {
  office = await openOffice(4);
  const agency = await create(office.app, 'agency', {
    name: '示范县自然资源局',
    agencyType: 'naturalResources',
  });
  row = await create(office.app, 'case', {
    ...{ caseNo: '示林罚〔2026〕1号', name: '收购案', track: 'administrative', filedOn: '2026-11-01' },
    agency: agency.id,
  });
});
afterAll(() => office.close());

const HASH = 'a'.repeat(64);
const PASSPHRASE = 'a long enough passphrase';
const CONTENT = { matter: 'net', text: '挂网', where: {}, when: { kind: 'now' } };

/** Action → a body its schema takes, and who is let past the door; `record.*` and `step.take` are tried elsewhere. */
function asked(): Partial<Record<ActionKind, readonly [object, readonly Role[]]>> {
  const [id, tip] = [anId(), anId()];
  const share = { id, tip: null, weight: 1 };
  const fresh = { id, receipt: HASH, content: CONTENT };
  const tipHands: readonly Role[] = ['clerk', 'officer'];
  const settings: readonly Role[] = ['clerk', 'admin'];
  const posts: readonly Role[] = ['clerk', 'officer'];
  const post = { id, text: '卖画眉' };
  return {
    'report.create': [
      { id, outline: 'A', title: '总结', scope: { county: '990101' } },
      ['clerk', 'reviewer', 'leader'],
    ],
    'account.create': [
      { id, login: `u${id.slice(-12)}`, name: '甲', password: PASSPHRASE, roles: ['clerk'] },
      ['admin'],
    ],
    'account.change': [{ id: tip, roles: ['admin'] }, ['admin']],
    'setting.put': [{ name: 'letterhead', value: {} }, settings],
    'document.issue': [{ id, case: row.id, name: 'filing', draft: HASH }, ['clerk', 'officer', 'reviewer']],
    'document.fill': [{ case: row.id, fills: { 'party.1.phone': '1' } }, ['clerk', 'officer', 'reviewer']],
    'opinion.add': [{ posts: [post] }, posts],
    'opinion.import': [{ id, file: HASH, name: 'a.csv' }, posts],
    'opinion.attach': [{ id, file: HASH }, posts],
    'opinion.judge': [{ ids: [tip], step: 'watch' }, posts],
    'opinion.undo': [{ ids: [tip], reason: '误' }, posts],
    'opinion.rescreen': [{}, posts],
    'tip.submit': [{ ...fresh, pass: 'x' }, []],
    'tip.add': [{ id, tip, text: '补充' }, []],
    'tip.erase': [{ tip }, []],
    'tip.enter': [{ ...fresh, channel: 'hotline' }, tipHands],
    'tip.reply': [{ id, tip, text: '收到' }, tipHands],
    'tip.triage': [{ tip, to: 'aside', note: '重复举报' }, tipHands],
    'tip.openOriginal': [{ tip, file: id, reason: '辨认网具型号' }, tipHands],
    'tip.makeKey': [{ id, keepers: [id, tip] }, settings],
    'reward.propose': [{ clue: id, total: 100, shares: [share] }, ['clerk', 'officer']],
    'reward.pay': [{ id, seq: 0, claim: 'x', voucher: '1' }, ['clerk']],
    'reward.fund': [
      { matter: 'grant', id, on: '2026-11-01', amount: 1, document: '示财〔2026〕1号' },
      ['clerk'],
    ],
  };
}

it.each(ROLES.map(({ code }) => [code]))('the role %s', async (role) => {
  const [may, did]: [string[], string[]] = [[], []];
  for (const [kind, [body, roles]] of Object.entries(asked())) {
    expect(ACTIONS[kind as ActionKind].safeParse(body).success, kind).toBe(true);
    const before = await sizes(office.app);
    const code = codeOf(await act(office.app, kind, body, { actor: actorOf(role) }));
    if (roles.includes(role)) may.push(kind);
    if (code !== 'access.denied') did.push(kind);
    else expect(await sizes(office.app)).toEqual(before);
  }
  expect(did).toEqual(may);
});

it('a clerk of another county does nothing here', async () => {
  const actor = actorOf('clerk', { region: OTHER_COUNTY });
  for (const [kind, [body]] of Object.entries(asked()))
    expect(codeOf(await act(office.app, kind, body, { actor })), kind).toBe('access.denied');
});
