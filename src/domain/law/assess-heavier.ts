// Which circumstances does each crime punish more heavily?
import { type Case, has } from './assess-case.ts';
import { penalisedWithinTwoYears } from './assess-prior.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { State } from './fact-state.ts';
import type { OffenceCode } from './offence-table.ts';

interface HeavyRow {
  readonly code: CircumstanceCode;
  readonly item: number;
  readonly text: string;
}

/** 从重处罚, by charge: paragraph 2 of arts 2, 3, 6 and 7. Art. 8 knows none. */
export const HEAVIER: Readonly<
  Partial<Record<OffenceCode, { readonly article: number; readonly rows: readonly HeavyRow[] }>>
> = {
  smuggling: {
    article: 2,
    rows: [
      { code: 'ringleader', item: 1, text: '属于犯罪集团的首要分子' },
      { code: 'specialVehicle', item: 2, text: '为逃避监管，使用特种交通工具实施' },
      { code: 'penalisedTwoYears', item: 3, text: '二年内曾因破坏野生动物资源受过行政处罚' },
    ],
  },
  fishing: {
    article: 3,
    rows: [
      {
        code: 'violence',
        item: 1,
        text: '暴力抗拒、阻碍国家机关工作人员依法履行职务，尚未构成妨害公务罪、袭警罪',
      },
      { code: 'penalisedTwoYears', item: 2, text: '二年内曾因破坏野生动物资源受过行政处罚' },
      { code: 'harmResource', item: 3, text: '对水生生物资源或者水域生态造成严重损害' },
      { code: 'manyBoats', item: 4, text: '纠集多条船只非法捕捞' },
      { code: 'fishingTrade', item: 5, text: '以非法捕捞为业' },
    ],
  },
  endanger: {
    article: 6,
    rows: [
      { code: 'ringleader', item: 1, text: '属于犯罪集团的首要分子' },
      { code: 'specialVehicle', item: 2, text: '为逃避监管，使用特种交通工具实施' },
      { code: 'harmScience', item: 3, text: '严重影响野生动物科研工作' },
      { code: 'penalisedTwoYears', item: 4, text: '二年内曾因破坏野生动物资源受过行政处罚' },
    ],
  },
  hunting: {
    article: 7,
    rows: [
      {
        code: 'violence',
        item: 1,
        text: '暴力抗拒、阻碍国家机关工作人员依法履行职务，尚未构成妨害公务罪、袭警罪',
      },
      { code: 'harmResource', item: 2, text: '对野生动物资源或者栖息地生态造成严重损害' },
      { code: 'penalisedTwoYears', item: 3, text: '二年内曾因破坏野生动物资源受过行政处罚' },
    ],
  },
};

export function stated(c: Case, code: CircumstanceCode): State {
  return code === 'penalisedTwoYears' ? penalisedWithinTwoYears(c.facts) : has(c.facts, code);
}
