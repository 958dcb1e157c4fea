// Which crimes are in question, and do the facts reach them?
import { en, zh } from '../kernel/wording.ts';
import { type Case, has, isInQuestion } from './assess-case.ts';
import { cite, LAW_TEXTS } from './assess-law.ts';
import type { Judge, OffenceFinding } from './offence-frame.ts';
import { judgeFood, judgeHunting } from './offence-land.ts';
import { judgeEndanger, judgeSmuggling } from './offence-national.ts';
import { OFFENCES, type Offence, type OffenceCode } from './offence-table.ts';
import { judgeDereliction, judgeFence, judgeFishing } from './offence-water.ts';

/** Every crime in question, in the table's order; what is not in question is not listed. */
export function judgeOffences(c: Case): readonly OffenceFinding[] {
  const out: OffenceFinding[] = [];
  for (const offence of OFFENCES) {
    if (!isListed(c, offence)) continue;
    out.push(isHeld(c, offence) ? JUDGES[offence.code](c, offence, out) : notHeld(c, offence));
  }
  return out;
}

/** Acts not said at all leave the three crimes of 第341条 open; the others need an act that names them. */
function isListed(c: Case, offence: Offence): boolean {
  const { acts } = c.facts;
  if (offence.code === 'fence')
    return (
      isInQuestion(acts, ['conceal']) ||
      (has(c.facts, 'knowsCrime') !== 'unknown' && isInQuestion(acts, offence.acts))
    );
  if (offence.code === 'endanger' && isInQuestion(acts, ['fish']))
    return (
      c.subjects.some((s) => s.national !== 'no' && s.item.speciesId !== null) ||
      isInQuestion(
        acts,
        offence.acts.filter((a) => a !== 'fish'),
      )
    );
  if (isInQuestion(acts, offence.acts)) return true;
  const isOpen = acts.length === 0 || acts.some((s) => s.codes.length === 0);
  return isOpen && ['endanger', 'hunting', 'food'].includes(offence.code);
}

function isHeld(c: Case, offence: Offence): boolean {
  return c.judgedOn >= offence.from && (offence.until === null || c.judgedOn < offence.until);
}

function notHeld(c: Case, offence: Offence): OffenceFinding {
  const text = LAW_TEXTS.interpretation;
  const article = cite('interpretation', 20);
  return {
    code: offence.code,
    offence,
    reached: 'depends',
    tier: null,
    threshold: offence.entry,
    sum: null,
    reasons: [
      [
        zh`行为发生在${c.judgedOn}，${text.docNo}自${text.from}起施行（${article}）；本系统未收录行为当日的司法解释，不以后来的标准代替判断`,
        en`The act was done on ${c.judgedOn}; ${text.docNo} came into force on ${text.from} (${article}). The judicial interpretation of that day is not held here, and later thresholds are not put in its place`,
      ],
      [
        '提示：从旧兼从轻，须由办案机关比较新旧规定（刑法总则条文未收录）',
        'Reminder: the old rule applies unless the new one is more lenient; the agency must compare the two (the general part of the Criminal Law is not held)',
      ],
    ],
    missing: [
      [
        '行为当日适用的司法解释（定罪标准）',
        'The judicial interpretation that applied on the day of the act (criminal thresholds)',
      ],
    ],
    transfer: 'depends',
  };
}

const JUDGES: Readonly<Record<OffenceCode, Judge>> = {
  endanger: judgeEndanger,
  smuggling: judgeSmuggling,
  hunting: judgeHunting,
  food: judgeFood,
  fishing: judgeFishing,
  fence: judgeFence,
  dereliction: judgeDereliction,
};
