// Which campaigns did the demo county run, on what basis and with whom?
import { addDays, yearOf } from '../domain/kernel/day.ts';
import type { Base } from './county-base.ts';
import type { Ledger } from './ledger.ts';

export interface Campaign {
  readonly id: string;
  readonly from: string;
  readonly until: string;
}

export function addCampaign(
  ledger: Ledger,
  base: Base,
  { from, until, today }: { from: string; until: string; today: string },
): Campaign {
  const { add, dice } = ledger;
  const year = String(yearOf(from));
  const lead = base.agency['示范县自然资源局'] as string;
  const joint = ['示范县公安局', '示范县市场监督管理局', '示范县农业农村局'].map(
    (name) => base.agency[name] as string,
  );
  const chief = base.people['示范县自然资源局']?.[0] as string;
  const order = add('basisDocument', addDays(from, -20), {
    title: `全区${year}年野生动物保护专项整治行动实施方案`,
    docNo: `示林发〔${year}〕${dice.int(20, 80)}号`,
    day: addDays(from, -20),
    issuers: ['示范自治区市场监督管理厅', '示范自治区林业和草原局'],
    level: 'province',
    documentType: 'plan',
  });
  const plan = add('basisDocument', addDays(from, -6), {
    title: `示范县${year}年野生动物保护专项整治行动实施方案`,
    docNo: `示自然资发〔${year}〕${dice.int(10, 60)}号`,
    day: addDays(from, -6),
    issuers: ['示范县自然资源局', '示范县公安局', '示范县市场监督管理局'],
    level: 'county',
    documentType: 'plan',
  });
  const id = add('campaign', from, {
    name: `${year}年野生动物保护专项整治行动`,
    from,
    until,
    deployedBy: ['示范自治区市场监督管理厅', '示范自治区林业和草原局'],
    deployedLevel: 'province',
    agency: lead,
    jointAgencies: joint,
    basis: [order],
    plan,
    responsible: chief,
    goal: '全面清查野生动物及其制品经营场所，严厉打击乱捕滥猎、非法经营野生动物行为',
  });
  addGroups(ledger, base, { campaign: id, from, until, over: until < today });
  return { id, from, until };
}

function addGroups(
  ledger: Ledger,
  base: Base,
  { campaign, from, until, over }: { campaign: string; from: string; until: string; over: boolean },
): void {
  const { add, dice } = ledger;
  const duties: readonly (readonly [string, string])[] = [
    ['示范县自然资源局', '牵头组织，负责野外巡护、许可核查、收容救护和情况汇总'],
    ['示范县公安局', '侦办刑事案件，配合开展联合执法'],
    ['示范县市场监督管理局', '检查集贸市场、餐饮场所和网络交易平台'],
    ['示范县农业农村局', '检查水产市场和水生野生动物利用，落实检疫'],
  ];
  for (const [name, content] of duties) {
    const agency = base.agency[name] as string;
    add('duty', from, { campaign, agency, content, due: until, ...(over ? { doneOn: until } : {}) });
    const person = base.people[name]?.[0];
    if (person)
      add('groupMember', from, {
        campaign,
        group: 'leadingGroup',
        agency,
        person,
        position: name === '示范县自然资源局' ? 'head' : 'deputy',
        day: from,
      });
  }
  for (const person of base.people['示范县森林派出所']?.slice(0, 4) ?? [])
    add('groupMember', from, {
      campaign,
      group: 'taskForce',
      agency: base.agency['示范县森林派出所'] as string,
      person,
      position: 'member',
      day: from,
    });
  const targets: readonly (readonly [string, string[], string[], number])[] = [
    ['禁猎工具猎捕行为', ['T1', 'T7'], ['V01', 'V02', 'V03', 'V04'], 60],
    ['网络交易平台非法收购出售', ['T2'], ['V23'], 10],
    ['寄递货运渠道非法运输', ['T3'], ['V19', 'V24', 'V25'], 20],
    ['市场餐饮场所非法收购出售', ['T4', 'T8'], ['V06', 'V07', 'V12', 'V15', 'V16', 'V17'], 180],
    ['野生动物制品发布广告', ['T5'], [], 5],
    ['提供交易场所', ['T6'], ['V12', 'V23'], 5],
  ];
  for (const [name, violations, venueTypes, planned] of targets)
    add('target', from, { campaign, name, violations, venueTypes, planned, due: until });
  for (let i = 0; i < 4; i++)
    add('team', from, {
      campaign,
      name: `第${['一', '二', '三', '四'][i]}工作组`,
      leader: base.people['示范县森林派出所']?.[i] as string,
      members: dice.some(base.people['示范县市场监督管理局'] ?? [], 2),
      agencies: [base.agency['示范县森林派出所'] as string, base.agency['示范县市场监督管理局'] as string],
      areas: base.areas.slice(i * 2, i * 2 + 2),
      day: from,
    });
  add('watch', from, {
    campaign,
    target: '夜间进出清河湿地的可疑车辆',
    from: addDays(from, 10),
    agency: base.agency['示范县森林派出所'] as string,
  });
}
