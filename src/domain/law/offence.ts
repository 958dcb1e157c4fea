// Which crimes are in question, and do the facts reach them?
import type { Label } from '../kernel/label.ts';
import { en, uniqueTexts, zh } from '../kernel/wording.ts';
import { type Case, has, isInQuestion } from './assess-case.ts';
import { cite, LAW_TEXTS } from './assess-law.ts';
import { agreed, worldsOf } from './assess-world.ts';
import { judgeFishing } from './offence-fish.ts';
import type { Judge, OffenceFinding, Reached } from './offence-frame.ts';
import { judgeFood, judgeHunting } from './offence-land.ts';
import { judgeEndanger, judgeSmuggling } from './offence-national.ts';
import { judgeDereliction, judgeFence } from './offence-other.ts';
import { OFFENCES, type Offence, type OffenceCode } from './offence-table.ts';

/** Every crime in question, in the table's order; what is not in question is not listed. */
export function judgeOffences(c: Case): readonly OffenceFinding[] {
  const found = judgeAsKnown(c);
  if (!found.some((f) => f.reached === 'depends')) return found;
  const worlds = worldsOf(c).map(judgeAsKnown);
  return found.map((f) => (f.reached === 'depends' ? settled(f, worlds) : f));
}

/** 移送规定第3条, 第11条: one crime reached is enough, by whichever of the open facts; exits do not take it back. */
export function transferOf(c: Case, offences: readonly OffenceFinding[]): Reached {
  const known = oneOf(offences);
  if (known !== 'depends' || offences.some((o) => o.reached === 'yes')) return known;
  return agreed(worldsOf(c).map((world) => oneOf(judgeAsKnown(world)))) ?? known;
}

function oneOf(offences: readonly OffenceFinding[]): Reached {
  if (offences.some((o) => o.transfer === 'yes')) return 'yes';
  return offences.some((o) => o.transfer === 'depends') ? 'depends' : 'no';
}

/** What is asked apart may be one fact: where every way it can prove true answers alike, that is the answer. */
function settled(f: OffenceFinding, worlds: readonly (readonly OffenceFinding[])[]): OffenceFinding {
  const each = worlds.map((world) => world.find((other) => other.code === f.code));
  const answer = agreed(each.map((other) => other?.reached ?? 'no'));
  if (answer === undefined || answer === 'depends') return f;
  const reasons = uniqueTexts([WHICHEVER, ...each.flatMap((other) => other?.reasons ?? [])]);
  if (answer === 'no') return { ...f, reached: 'no', reasons, missing: [], transfer: 'no' };
  const lowest = each
    .flatMap((other) => other ?? [])
    .reduce((a, b) => ((b.sum?.lo ?? 0) < (a.sum?.lo ?? 0) ? b : a));
  const transfer = agreed(each.map((other) => other?.transfer)) ?? 'depends';
  return { ...lowest, reasons, transfer };
}

const WHICHEVER: Label = [
  '尚缺的事实无论如何查明，结论相同',
  'Whatever the facts not yet known prove to be, the conclusion is the same',
];

function judgeAsKnown(c: Case): readonly OffenceFinding[] {
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
