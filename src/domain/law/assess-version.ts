// On which texts, lists and rules does an assessment stand?
import { canonicalJson } from '../kernel/canonical.ts';
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import type { Assessment, Say } from './assess-json.ts';
import { LAW_TEXTS, type LawText } from './assess-law.ts';
import { DEADLINES } from './deadline-table.ts';
import type { Facts } from './fact.ts';
import { OFFENCES } from './offence-table.ts';
import { PENALTIES } from './penalty-table.ts';
import { NEEDS } from './permit-cover.ts';
import { listLabel, SPECIES_LISTS } from './species-list.ts';

export function versionOf(facts: Facts, say: Say): Assessment['lawVersion'] {
  return {
    texts: Object.values(LAW_TEXTS).map((text) => say(textLabel(text))),
    lists: SPECIES_LISTS.map(({ title, docNo, from }) => {
      const [name, no] = [listLabel(title), listLabel(docNo)];
      return say([zh`${name}（${no}，${from}起）`, en`${name} (${no}, from ${from})`]);
    }),
    judgedOn: facts.day,
    rules: LAW_RULES,
  };
}

function textLabel({ title, docNo, from }: LawText): Label {
  const since: Label = from === null ? ['', ''] : [`，${from}起施行`, `, in force from ${from}`];
  return [zh`${title}（${docNo}${since}）`, en`${title} (${docNo}${since})`];
}

const NEED_KINDS = Object.entries(NEEDS).map(([need, { article, kinds }]) => [need, article[0], kinds]);

/**
 * Changes whenever a row of the tables changes: two assessments with one hash stand on the same rules. Only the Chinese
 * is hashed, since another English wording is no other rule.
 */
export const LAW_RULES = `rules-${hash(
  canonicalJson([
    OFFENCES.map((row) => ({
      ...row,
      ...inChinese(row, ['article', 'interpretation', 'tier', 'penalty']),
      tiers: row.tiers.map((tier) => ({ ...tier, ...inChinese(tier, ['name', 'penalty']) })),
    })),
    PENALTIES.map((row) => ({
      ...row,
      ...inChinese(row, ['act', 'authority']),
      ...{ confiscate: chinese(row.confiscate), other: chinese(row.other) },
      whenSevere: chinese(row.whenSevere),
    })),
    Object.fromEntries(
      Object.entries(LAW_TEXTS).map(([id, text]) => [
        id,
        { ...text, ...inChinese(text, ['short', 'title', 'docNo']) },
      ]),
    ),
    NEED_KINDS,
    DEADLINES.map((d) => [d.id, d.amount, d.unit]),
  ]),
)}`;

function inChinese<K extends string>(row: Readonly<Record<K, Label>>, keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, row[key][0]]));
}

function chinese(labels: readonly Label[]): readonly string[] {
  return labels.map((label) => label[0]);
}

/** FNV-1a, 53 bits as two runs of 32: an identifier, not a proof. */
function hash(text: string): string {
  const run = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return h.toString(16).padStart(8, '0');
  };
  return `${run(0x811c9dc5)}${run(0x01000193)}`;
}
