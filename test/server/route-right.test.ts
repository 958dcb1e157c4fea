// Who gets past the door of each route, role by role, and does what is withheld from a role reach it by any of them?
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type Route, type RouteName } from '../../src/contract/api.ts';
import { dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { type DemoHouse, demoActor, openDemoHouse } from '../support/demo-house.ts';
import { idFrom, sampleOf } from '../support/odd.ts';
import { act, anId, must } from '../support/office.ts';
import { Draw } from '../support/random-ledger.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
}, 60_000);
afterAll(() => house.close());

/** The accounts of the county, the city above it and the province; the rest is let in nowhere. */
const INSIDE = ['clerk', 'officer', 'ranger', 'reviewer', 'leader', 'market', 'admin', 'city', 'province'];
const ALL = INSIDE.join(' ');
/** Rangers see the field, not the cases or the people in them. */
const CASES = 'clerk officer reviewer leader market admin city province';

/** Route → who gets past its door. Citizens' routes are open; a name missing here fails the test. */
const PAST: Partial<Record<RouteName, string>> = {
  ...{
    records: CASES,
    record: CASES,
    history: CASES,
    progress: CASES,
    work: CASES,
    choices: CASES,
    places: CASES,
  },
  ...{ alarms: CASES, alarmCounts: CASES, clueKin: CASES, caseAssessment: CASES, caseWhatIf: CASES },
  ...{ documents: CASES, documentFile: CASES, caseArchive: 'clerk officer reviewer' },
  ...{ custody: CASES, takers: CASES, handover: CASES, handoverOpen: ALL },
  ...{
    file: CASES,
    fileCheck: CASES,
    filePut: 'clerk officer reviewer market',
    labels: CASES,
    labelFind: CASES,
  },
  ...{ species: ALL, search: ALL, figures: ALL, figureRecords: CASES, figureSeries: CASES, overview: ALL },
  ...{ template: ALL, exportRecords: 'clerk officer reviewer leader market city province' },
  ...{
    importUpload: 'clerk',
    imports: 'clerk',
    importJob: 'clerk',
    importPlan: 'clerk',
    importCommit: 'clerk',
  },
  ...{ importMarked: 'clerk', reports: CASES, report: CASES, reportFile: CASES, accounts: 'admin' },
  ...{ settings: ALL, baseValues: ALL, baseValueRead: 'clerk admin', baseValueFile: ALL, valuation: ALL },
  ...{ journal: 'clerk reviewer leader admin city province', heads: ALL },
  ...{ verify: 'clerk reviewer leader admin city province', me: ALL },
  ...{ tips: 'clerk officer reviewer leader', tip: 'clerk officer reviewer leader' },
  ...{ tipFile: 'clerk officer reviewer leader', tipOriginal: 'clerk officer', tipPass: 'clerk officer' },
  tipKey: 'clerk officer reviewer leader admin',
  ...{
    opinionGroups: CASES,
    opinionGroup: CASES,
    opinionPost: CASES,
    opinionVerify: CASES,
    opinionFile: CASES,
  },
  ...{ opinionImports: CASES, opinionImport: CASES, opinionScreen: CASES, opinionLexicon: CASES },
  opinionExport: 'clerk officer reviewer leader market city province',
  opinionUpload: 'clerk officer',
  ...{ rewardCandidates: CASES, rewardOffer: CASES, rewardTill: 'clerk', rewardBook: CASES },
  rewardBookFile: 'clerk officer reviewer leader market city province',
};
/** Tried elsewhere: the session itself, the one door (matter-right, action-right), the stream. */
const ELSEWHERE = ['login', 'logout', 'act', 'live'];

const idIn = (kind: string) => house.ids.get(kind)?.[0] ?? anId();

function addressOf({ path }: Route): string {
  const [, kind = 'case'] = /\/(tip|report|opinion|clue)\//.exec(path) ?? [];
  return path
    .replace(':county', DEMO_COUNTY)
    .replace(':kind', 'case')
    .replace(':figure', 'case.total')
    .replace(':sha256', 'a'.repeat(64))
    .replace(':code', 'a'.repeat(32))
    .replace(':file', anId())
    .replace(':id', idIn(kind))
    .replace(':name', path.includes('document') ? 'filing' : 'letterhead')
    .replace(/:\w+/g, '1');
}

describe.each(Object.entries<Route>(ROUTES).filter(([name, { open }]) => !open && !ELSEWHERE.includes(name)))(
  'the route %s',
  (name, route) => {
    it('lets in exactly whom it is for', async () => {
      const draw = new Draw(3);
      const body =
        name === 'importPlan'
          ? { plans: [] }
          : route.body && sampleOf(draw, route.body, idFrom(draw, house.ids));
      const query = { q: 'a', ids: idIn('seizure'), format: 'html', by: 'month', ticket: 'x' };
      const asked = Object.keys(route.query?.shape ?? {});
      const known = Object.fromEntries(Object.entries(query).filter(([key]) => asked.includes(key)));
      if (name === 'journal') delete (known as { by?: string }).by;
      const past: string[] = [];
      for (const login of ['', 'clerk-a', ...INSIDE]) {
        const answer = await house.send(login, {
          ...{ method: route.method, url: addressOf(route), query: known as Record<string, string> },
          ...(route.method === 'GET' ? {} : { payload: (body ?? {}) as object }),
        });
        expect(answer.statusCode, answer.body.slice(0, 300)).toBeLessThan(500);
        const door = answer.statusCode === 401 || answer.statusCode === 403;
        if (!door && !(login === 'clerk-a' && !route.path.includes(':county'))) past.push(login);
      }
      expect(past.join(' ')).toBe(PAST[name as RouteName]);
    });
  },
);

/** A name nobody else bears, in every place where a person is named. */
const SECRET = '欧阳密藏';
const today = dayOfInstant(new Date().toISOString());

describe('a name told where personal words are told', () => {
  it('reaches nobody who may not see it, by no route', async () => {
    const { app } = house;
    const actor = await demoActor(house, 'clerk');
    const officer = await demoActor(house, 'officer');
    const at = DEMO_COUNTY;
    const create = async (kind: string, values: object) =>
      must(await act(app, 'record.create', { kind, id: anId(), values }, { actor, county: at }))
        .result as RecordRow;
    const take = async (row: RecordRow, seq: number, step: string, values: Values, by = officer) =>
      must(
        await act(
          app,
          'step.take',
          { kind: row.kind, id: row.id, seq, step, values },
          { actor: by, county: at },
        ),
      );
    const agency = idIn('agency');
    const clue = await create('clue', {
      day: today,
      source: 'tip',
      content: '夜间有人张网',
      informant: SECRET,
    });
    const file = await create('case', {
      ...{ caseNo: '示林罚立〔2026〕901号', name: '非法收购画眉案', track: 'administrative', filedOn: today },
      ...{ agency, parties: [SECRET], clue: clue.id },
    });
    const seizure = await create('seizure', {
      ...{
        day: today,
        form: 'live',
        species: { id: null, name: '画眉' },
        unit: 'head',
        agency,
        case: file.id,
      },
      ...{ quantity: { value: 3, bound: 'exact' }, holder: SECRET },
    });
    await create('penalty', {
      case: file.id,
      day: today,
      party: SECRET,
      penaltyKind: 'administrative',
      fine: 100,
    });
    await take(seizure, 0, 'count', {
      ...{ quantity: { value: 2, bound: 'exact' } as never, witness: SECRET, reason: '清点时死亡一只已另记' },
    });
    await take(seizure, 1, 'dispose', {
      ...{ releaseKind: 'release', quantity: { value: 1, bound: 'exact' } as never, witnesses: [SECRET] },
      ...{ place: { lng: 104, lat: 30 } as never, habitat: '林地' },
    });
    const amended = JSON.stringify({ witness: `${SECRET}二` });
    await take(seizure, 2, 'amend', { of: 1, values: amended, reason: '姓名写错' });
    const post = { id: anId(), text: '出售画眉两只', platform: '贴吧', author: SECRET };
    must(await act(app, 'opinion.add', { posts: [post] }, { actor, county: at }));

    const found = encodeURIComponent(SECRET);
    const where = (field: string) => encodeURIComponent(JSON.stringify({ [field]: [SECRET] }));
    const paths = [
      ...['case', 'clue', 'seizure', 'penalty', 'release'].flatMap((kind) => [
        ...[
          `record/${kind}?limit=500`,
          `record/${kind}?q=${found}`,
          `choice/${kind}?q=${found}`,
          `place/${kind}`,
        ],
        ...[
          `work/${kind}?limit=500`,
          `work/${kind}?q=${found}`,
          `export/${kind}.xlsx`,
          `figure/${kind}.total/record`,
        ],
      ]),
      ...[file, clue, seizure].flatMap(({ kind, id }) => [
        ...[`record/${kind}/${id}`, `record/${kind}/${id}/history`, `progress/${kind}/${id}`],
      ]),
      ...[
        `case/${file.id}/assessment`,
        `case/${file.id}/document`,
        `case/${file.id}/archive.zip`,
        `clue/${clue.id}/kin`,
      ],
      ...['filing', 'seizureList', 'penaltyNotice'].map(
        (name) => `case/${file.id}/document/${name}?format=html`,
      ),
      ...[
        'custody?limit=200',
        `custody?q=${found}`,
        `label?ids=${seizure.id}`,
        'alarm',
        'overview',
        'journal?limit=200',
      ],
      ...['opinion', `opinion?q=${found}`, `opinion/${post.id}`, 'opinion.xlsx', `search?q=${found}`],
      ...(house.ids.get('report') ?? []).flatMap((id) => [`report/${id}`, `report/${id}/file?format=html`]),
      ...['reward/candidate', `reward/offer/${clue.id}`, 'reward/book'],
    ];
    const reached: string[] = [];
    let served = 0;
    for (const login of ['leader', 'market', 'ranger', 'admin', 'city', 'clerk-a'])
      for (const path of paths) {
        const answer = await house.get(login, path);
        expect(answer.statusCode, `${login} ${path} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
        if (answer.statusCode !== 200) continue;
        served += 1;
        const zipped = answer.rawPayload[0] === 0x50 && answer.rawPayload[1] === 0x4b;
        const text = zipped
          ? Object.values(unzipSync(answer.rawPayload))
              .map((part) => strFromU8(part))
              .join('\n')
          : answer.body;
        if (text.includes(SECRET)) reached.push(`${login} ${path}`);
      }
    expect(reached).toEqual([]);
    expect(served).toBeGreaterThan(200);
    // And no list tells by its length whom it withholds.
    for (const path of [
      'record/case?',
      'work/case?',
      'record/seizure?',
      'work/seizure?',
      'record/penalty?',
    ]) {
      const field = path.includes('case') ? 'parties' : path.includes('penalty') ? 'party' : 'holder';
      const right = await house.get('leader', `${path}where=${where(field)}`);
      const wrong = await house.get(
        'leader',
        `${path}where=${where(field).replace('%E5%AF%86', '%E5%AF%87')}`,
      );
      expect(right.body, path).toBe(wrong.body);
    }
    for (const path of [
      'record/case?',
      'work/case?',
      'custody?',
      'record/seizure?',
      'record/clue?',
      'opinion?',
    ])
      expect((await house.get('leader', `${path}q=${found}`)).json(), path).toMatchObject(
        path.startsWith('opinion') ? { groups: [] } : { rows: [] },
      );
    // Whoever may see it does.
    expect((await house.get('clerk', `record/case/${file.id}`)).body).toContain(SECRET);
  }, 60_000);
});

it('codes are not tried at the till: twenty misses of one account, then it waits; another does not', async () => {
  const ask = (login: string, code: string) =>
    house.send(login, { method: 'POST', url: `/api/${DEMO_COUNTY}/reward/till`, payload: { code } });
  const codes: number[] = [];
  for (let i = 0; i < 24; i++) codes.push((await ask('clerk', `K7QM2-9XT${10 + i}`)).statusCode);
  expect(codes.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(codes.at(-1)).toBe(429);
  expect(codes.slice(0, 10)).toEqual(Array(10).fill(404));
});

it('what the router cannot read is refused in our words, without its own back', async () => {
  for (const url of [`/api/${'9'.repeat(400)}/alarm`, '/api/%zz/alarm', '/portal/api/%c0%ae/start']) {
    const answer = await house.send('clerk', { method: 'GET', url });
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toContain('9999999999');
  }
});

it('a text without end is refused before anybody reads it', async () => {
  const endless = 'x'.repeat(1_000_000);
  const began = performance.now();
  for (const [path, payload] of [
    ['valuation', { day: today, animals: [endless] }],
    ['valuation', { day: today, animals: [{ species: '画眉', count: [[endless]] }] }],
    [`case/${idIn('case')}/assessment`, { facts: { acts: [endless] } }],
  ] as const) {
    const url = `/api/${DEMO_COUNTY}/${path}`;
    expect((await house.send('clerk', { method: 'POST', url, payload })).statusCode).toBe(413);
  }
  expect(performance.now() - began).toBeLessThan(5_000);
});
