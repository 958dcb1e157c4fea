// Which circumstances hold, which do not, grouped by what they do?
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { usePunctuation } from '../../client/punctuation.ts';
import { CIRCUMSTANCES, type CircumstanceCode } from '../../domain/law/fact-circumstance.ts';
import { circumstancesOf, type Facts, nextTri, type Tri } from './fact-state.ts';

const GROUPS: readonly (readonly [TextKey, readonly CircumstanceCode[]])[] = [
  [
    'law.group.heavy',
    [
      ...(['ringleader', 'specialVehicle', 'harmScience', 'penalisedTwoYears', 'violence'] as const),
      ...(['harmResource', 'severe', 'harmHealth', 'knowsCrime'] as const),
    ],
  ],
  ['law.group.purpose', ['foodPurpose', 'cateringSale', 'foodAdvert', 'otherPurpose', 'petTrade', 'selfUse']],
  [
    'law.group.light',
    [
      ...([
        'noDeath',
        'recoverable',
        'refunded',
        'remorse',
        'manifestlySlight',
        'firstAndCorrected',
      ] as const),
      ...([
        'slightAndCorrected',
        'curedHarm',
        'slightHarm',
        'acceptsPenalty',
        'repairs',
        'corrected',
      ] as const),
      ...(['confessed', 'merit', 'noFault', 'noCatch', 'noProceeds'] as const),
    ],
  ],
  ['law.group.person', ['under14', 'minor', 'mental', 'coerced', 'unit', 'notProsecuted']],
  [
    'law.group.place',
    [
      ...(['reserve', 'bannedMethod', 'outOfCounty', 'noPermit', 'violatesPermit', 'overdue'] as const),
      ...(['science', 'plantProtection', 'approvedNational', 'online', 'exported', 'imported'] as const),
    ],
  ],
  [
    'law.group.water',
    ['manyBoats', 'fishingTrade', 'electroPoisonBlast', 'reserveWater', 'fry', 'sea', 'inland'],
  ],
];
/** Told by fields of their own, or the sum of two others. */
const ELSEWHERE: readonly string[] = ['banArea', 'banPeriod', 'noDeathNorLoss'];

export function Circumstances(props: {
  readonly facts: Facts;
  readonly change: (value: Readonly<Record<string, boolean>> | null) => void;
}) {
  const text = useText();
  const { aside } = usePunctuation();
  const held = circumstancesOf(props.facts);
  const grouped = new Set<string>(GROUPS.flatMap(([, codes]) => codes));
  const rest = CIRCUMSTANCES.map(({ code }) => code).filter(
    (code) => !grouped.has(code) && !ELSEWHERE.includes(code),
  );
  const set = (code: string, value: Tri) => {
    const { [code]: _, ...others } = held;
    const next = value === null ? others : { ...others, [code]: value };
    props.change(Object.keys(next).length > 0 ? next : null);
  };
  const words = Object.keys(held).filter((word) => !CIRCUMSTANCES.some(({ code }) => code === word));
  const groups = rest.length > 0 ? [...GROUPS, ['law.group.other', rest] as const] : GROUPS;
  return (
    <>
      <p className="quiet">{text('law.circumstanceHint')}</p>
      {groups.map(([title, codes]) => (
        <details key={title} className="law-fold" open={codes.some((code) => code in held)}>
          <summary>
            {text(title)}
            {count(codes, held, aside)}
          </summary>
          <div className="law-chips">
            {codes.map((code) => (
              <Chip key={code} code={code} value={held[code] ?? null} set={set} />
            ))}
          </div>
        </details>
      ))}
      {words.length > 0 && (
        <div className="law-chips">
          {words.map((word) => (
            <Chip key={word} code={word} value={held[word] ?? null} set={set} />
          ))}
        </div>
      )}
    </>
  );
}

function count(
  codes: readonly string[],
  held: Readonly<Record<string, boolean>>,
  aside: (words: string) => string,
): string {
  const n = codes.filter((code) => code in held).length;
  return n === 0 ? '' : aside(String(n));
}

function Chip(props: {
  readonly code: string;
  readonly value: Tri;
  readonly set: (code: string, value: Tri) => void;
}) {
  const { code, value, set } = props;
  const text = useText();
  const say = useSay();
  const label = CIRCUMSTANCES.find((row) => row.code === code)?.label;
  const state = value === null ? 'unknown' : value ? 'yes' : 'no';
  const mark = value === null ? '' : value ? `✓ ${text('law.isYes')} ` : `✕ ${text('law.isNo')} `;
  return (
    <button type="button" className={`law-chip ${state}`} onClick={() => set(code, nextTri(value))}>
      {mark}
      {label ? say(label) : code}
    </button>
  );
}
