// Which circumstances does each crime punish more heavily?
import type { Label } from '../kernel/label.ts';
import { type Case, has } from './assess-case.ts';
import { penalisedWithinTwoYears } from './assess-prior.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { State } from './fact-state.ts';
import type { OffenceCode } from './offence-table.ts';

interface HeavyRow {
  readonly code: CircumstanceCode;
  readonly item: number;
  readonly text: Label;
}

const RINGLEADER: Label = ['属于犯罪集团的首要分子', 'being the ringleader of a criminal group'];
const SPECIAL_VEHICLE: Label = [
  '为逃避监管，使用特种交通工具实施',
  'use of a special vehicle to evade supervision',
];
const PENALISED: Label = [
  '二年内曾因破坏野生动物资源受过行政处罚',
  'an administrative penalty within two years for damaging wildlife resources',
];
const VIOLENCE: Label = [
  '暴力抗拒、阻碍国家机关工作人员依法履行职务，尚未构成妨害公务罪、袭警罪',
  'violent resistance to, or obstruction of, state functionaries lawfully performing their duties, short of the crimes of obstructing official duties or assaulting the police',
];
const HARM_WATER: Label = [
  '对水生生物资源或者水域生态造成严重损害',
  'grave harm to aquatic biological resources or the ecology of the waters',
];
const BOATS: Label = ['纠集多条船只非法捕捞', 'several boats gathered for illegal fishing'];
const FISHING_TRADE: Label = ['以非法捕捞为业', 'illegal fishing as an occupation'];
const SCIENCE: Label = [
  '严重影响野生动物科研工作',
  'grave interference with scientific research on wildlife',
];
const HARM_LAND: Label = [
  '对野生动物资源或者栖息地生态造成严重损害',
  'grave harm to wildlife resources or the ecology of their habitat',
];

/** 从重处罚, by charge: paragraph 2 of arts 2, 3, 6 and 7. Art. 8 knows none. */
export const HEAVIER: Readonly<
  Partial<Record<OffenceCode, { readonly article: number; readonly rows: readonly HeavyRow[] }>>
> = {
  smuggling: {
    article: 2,
    rows: [
      { code: 'ringleader', item: 1, text: RINGLEADER },
      { code: 'specialVehicle', item: 2, text: SPECIAL_VEHICLE },
      { code: 'penalisedTwoYears', item: 3, text: PENALISED },
    ],
  },
  fishing: {
    article: 3,
    rows: [
      {
        code: 'violence',
        item: 1,
        text: VIOLENCE,
      },
      { code: 'penalisedTwoYears', item: 2, text: PENALISED },
      { code: 'harmResource', item: 3, text: HARM_WATER },
      { code: 'manyBoats', item: 4, text: BOATS },
      { code: 'fishingTrade', item: 5, text: FISHING_TRADE },
    ],
  },
  endanger: {
    article: 6,
    rows: [
      { code: 'ringleader', item: 1, text: RINGLEADER },
      { code: 'specialVehicle', item: 2, text: SPECIAL_VEHICLE },
      { code: 'harmScience', item: 3, text: SCIENCE },
      { code: 'penalisedTwoYears', item: 4, text: PENALISED },
    ],
  },
  hunting: {
    article: 7,
    rows: [
      {
        code: 'violence',
        item: 1,
        text: VIOLENCE,
      },
      { code: 'harmResource', item: 2, text: HARM_LAND },
      { code: 'penalisedTwoYears', item: 3, text: PENALISED },
    ],
  },
};

export function stated(c: Case, code: CircumstanceCode): State {
  return code === 'penalisedTwoYears' ? penalisedWithinTwoYears(c.facts) : has(c.facts, code);
}
