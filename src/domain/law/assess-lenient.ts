// What may an offender who makes good, or whose harm is slight, hope for by the article of the crime?
import type { Label } from '../kernel/label.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { OffenceCode } from './offence-table.ts';

interface Lenient {
  readonly article: number;
  /** By the Chinese name of the tier, what the exit allows. */
  readonly effects: Readonly<Record<string, Label>>;
  readonly needs: readonly CircumstanceCode[];
}

export const RETURNED: readonly CircumstanceCode[] = ['noDeath', 'recoverable', 'refunded', 'remorse'];
const SLIGHT: readonly CircumstanceCode[] = ['slightHarm', 'acceptsPenalty', 'repairs'];
const PETTY: Label = [
  '可以认定为犯罪情节轻微，不起诉或者免予刑事处罚；情节显著轻微危害不大的，不作为犯罪处理',
  'The circumstances may be found minor, with no prosecution or exemption from criminal punishment; where they are manifestly minor and the harm is not great, it is not treated as a crime',
];

/** Paragraph 3 of arts 2, 3, 6, 7. Whether to use it is for the procuratorate and the court. */
export const LENIENT: Readonly<Partial<Record<OffenceCode, Lenient>>> = {
  smuggling: {
    article: 2,
    needs: RETURNED,
    effects: {
      情节特别严重: [
        '可以处五年以上十年以下有期徒刑，并处罚金',
        'Fixed-term imprisonment of five to ten years with a fine may be imposed',
      ],
      基本: [
        '可以认定为“情节较轻”，处五年以下有期徒刑，并处罚金',
        'May be found “relatively minor”: fixed-term imprisonment of up to five years with a fine',
      ],
      情节较轻: PETTY,
    },
  },
  fishing: { article: 3, needs: SLIGHT, effects: { 情节严重: PETTY } },
  endanger: {
    article: 6,
    needs: RETURNED,
    effects: {
      情节特别严重: [
        '可以认定为“情节严重”，处五年以上十年以下有期徒刑，并处罚金',
        'May be found “serious”: fixed-term imprisonment of five to ten years with a fine',
      ],
      情节严重: [
        '可以处五年以下有期徒刑或者拘役，并处罚金',
        'Fixed-term imprisonment of up to five years or criminal detention, with a fine, may be imposed',
      ],
      基本: PETTY,
    },
  },
  hunting: { article: 7, needs: SLIGHT, effects: { 情节严重: PETTY } },
};
