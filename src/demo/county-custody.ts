// What does the demo county hold in custody: handed over, fostered, waiting, and one bird between two hands?
import { addDays } from '../domain/kernel/day.ts';
import type { Values } from '../domain/kernel/record.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import type { Ledger } from './ledger.ts';

interface Held {
  readonly ago: number;
  readonly form: string;
  readonly name?: string;
  readonly tool?: string;
  readonly n: number;
  readonly unit?: string;
  readonly holder: string;
  readonly custodian: string;
}

/** Seizures of the last weeks that are moved step by step; `today` is the last day there is. */
export function addCustody(
  ledger: Ledger,
  base: Base,
  { today, campaign }: { today: string; campaign: Campaign },
): void {
  const { dice, add, step } = ledger;
  const cases = ledger.records.filter(({ kind }) => kind === 'case').slice(-6);
  const exact = (value: number) => ({ value, bound: 'exact' as const });
  const seize = ({ ago, form, name, tool, n, unit = 'head', holder, custodian }: Held): string => {
    const day = addDays(today, -ago);
    const inside = day >= campaign.from && day <= campaign.until ? { campaign: campaign.id } : {};
    const { area, place } = dice.pick(base.venues);
    const found = cases.pop();
    return add('seizure', day, {
      ...{ day, form, quantity: exact(n), unit, holder, custodian, area, place, ...inside },
      ...(name ? { species: { id: null, name } } : {}),
      ...(tool ? { tool } : {}),
      ...(found ? { case: found.id } : {}),
      agency: base.agency['示范县自然资源局'] as string,
    });
  };
  const take = (id: string, login: string, ago: number, name: string, values: Values) =>
    step({ kind: 'seizure', id, login, name, values: { on: addDays(today, -ago), ...values } });
  const give = (n: number, place: string, condition: string, more: Values = {}) => ({
    ...{ toKind: 'account', quantity: exact(n), purpose: 'custody', place, condition, ...more },
  });

  const doves = seize({
    ago: 9,
    form: 'live',
    name: '珠颈斑鸠',
    n: 10,
    holder: '周某',
    custodian: '县野生动物临时收容点',
  });
  take(doves, 'officer', 9, 'check', { condition: '精神良好，2 只尾羽折损' });
  take(doves, 'officer', 8, 'offer', give(10, '县自然资源局鸟舍', '精神良好'));
  take(doves, 'clerk', 8, 'accept', { condition: '清点10只，与清单一致' });
  const meadow = { habitat: '河岸林带', place: { lng: 106.32, lat: 38.51 } };
  take(doves, 'clerk', 7, 'dispose', { releaseKind: 'release', quantity: exact(10), ...meadow });

  const owl = seize({ ago: 6, form: 'live', name: '雕鸮', n: 1, holder: '吴某', custodian: '县自然资源局' });
  const centre = { toKind: 'outside', to: '示范市野生动物救护中心', purpose: 'escrow' };
  take(owl, 'officer', 6, 'offer', give(1, '救护中心隔离笼舍', '左翼下垂，不能飞', centre));
  take(owl, 'clerk', 5, 'accept', {
    condition: '左翼下垂，已拍片',
    signedBy: '马医生',
    paperNo: '救收〔示〕17号',
  });

  const thrushes = seize({
    ago: 6,
    form: 'live',
    name: '画眉',
    n: 6,
    holder: '孙某',
    custodian: '县野生动物临时收容点',
  });
  take(thrushes, 'officer', 4, 'check', { condition: '1 只死亡，其余活跃', deaths: 1 });

  const hares = seize({
    ago: 20,
    form: 'carcass',
    name: '草兔',
    n: 8,
    holder: '李某',
    custodian: '县自然资源局物证室',
  });
  take(hares, 'officer', 20, 'label', { labelNo: '示封0231' });
  take(hares, 'officer', 19, 'offer', give(8, '物证室2号冷柜', '冷冻完好，封签未动'));
  take(hares, 'clerk', 19, 'accept', { condition: '冷冻完好，封签未动' });
  const buried = { releaseKind: 'destroy', document: '示野销〔2〕号', witnesses: ['王建国', '李秀英'] };
  take(hares, 'clerk', 3, 'dispose', { ...buried, quantity: exact(5), reason: '其余3只留存至复议期满' });

  const nets = seize({
    ago: 12,
    form: 'tool',
    tool: 'birdNet',
    n: 15,
    unit: 'set',
    holder: '赵某',
    custodian: '县自然资源局物证室',
  });
  take(nets, 'officer', 12, 'label', { labelNo: '示封0236' });

  const snakes = seize({
    ago: 1,
    form: 'live',
    name: '乌梢蛇',
    n: 4,
    holder: '钱某',
    custodian: '县野生动物临时收容点',
  });
  take(snakes, 'officer', 1, 'check', { condition: '活跃，未见外伤' });
  take(snakes, 'officer', 0, 'offer', give(4, '示范县森林派出所临时笼舍', '活跃，未见外伤'));
}
