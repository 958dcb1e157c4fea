// What does a summary say now, and what did it say when it was signed?
import { FIGURES } from '../../domain/figure/catalogue.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { type Composed, type ComposedNumber, composeReport } from '../../domain/report/compose.ts';
import type { Document } from '../../domain/report/document.ts';
import { applyEdits, type Edited, type EditedSection } from '../../domain/report/edit.ts';
import type { Facts } from '../../domain/report/fact.ts';
import type { Finding } from '../../domain/report/finding.ts';
import { type Difference, differences } from '../../domain/report/freeze.ts';
import { OUTLINES } from '../../domain/report/outlines.ts';
import { examine } from '../../domain/report/propose.ts';
import type { Redaction } from '../../domain/report/redact.ts';
import { redactionOf } from '../../domain/report/redaction.ts';
import { plainRegion } from '../../domain/report/word.ts';
import { type App, instant } from '../app.ts';
import type { Db } from '../db/connection.ts';
import { countFigures } from '../figure/index.ts';
import { gatherFacts } from './facts.ts';
import { freezeFigures } from './freeze.ts';
import { gatherOversight } from './oversight.ts';
import type { ReportRow } from './store.ts';

export interface Draft {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly composed: Composed;
  readonly edited: Edited;
}

/** The summary written from the records as they are. */
export async function draftReport(db: Db, report: ReportRow, day: string): Promise<Draft> {
  const gathered = await gatherFacts(db, report, day);
  const oversight = await gatherOversight(db, report.county, report.scope, day);
  const findings = examine(OUTLINES[report.outline], gathered, oversight);
  const facts = { ...gathered, warned: findings.flatMap((finding) => finding.figures) };
  const composed = composeReport(OUTLINES[report.outline], facts, findings);
  return { facts, findings, composed, edited: applyEdits(composed, report.edits) };
}

export interface ReportView {
  readonly document: Document;
  readonly sections: readonly (EditedSection & { readonly warn: boolean })[];
  readonly numbers: Readonly<Record<string, ComposedNumber>>;
  readonly warnings: readonly {
    section: string;
    check: string;
    explain: boolean;
    message: readonly [string, string];
  }[];
  readonly proposals: Composed['proposals'];
  readonly lost: readonly string[];
  readonly unbound: readonly string[];
  readonly differences: readonly Difference[];
  readonly redaction: Redaction;
}

/** A draft as the records stand; a signed one as it was signed, with what has changed since unless `compare` is off. */
export async function viewReport(app: App, report: ReportRow, compare = true): Promise<ReportView> {
  if (report.signed) return signedView(app.db, report, report.signed, compare);
  const draft = await draftReport(app.db, report, dayOfInstant(instant(app)));
  const warnings = warningsOf(report, draft.findings, draft.edited);
  const warned = new Set(warnings.map((warning) => warning.section));
  return {
    document: draft.edited.document,
    sections: draft.edited.sections.map((section) => ({ ...section, warn: warned.has(section.id) })),
    numbers: draft.composed.numbers,
    warnings,
    proposals: draft.composed.proposals,
    lost: draft.edited.lost,
    unbound: draft.edited.unbound,
    differences: [],
    redaction: redactionFor(report, draft.composed.numbers, draft.composed.villages),
  };
}

async function signedView(
  db: Db,
  report: ReportRow,
  signed: NonNullable<ReportRow['signed']>,
  compare: boolean,
): Promise<ReportView> {
  const now = compare ? await freezeFigures(db, report.county, signed.numbers) : {};
  return {
    document: signed.document,
    sections: signed.sections.map((section) => ({ ...section, warn: false })),
    numbers: signed.numbers,
    warnings: [],
    proposals: [],
    lost: [],
    unbound: [],
    differences: differences(signed, now),
    redaction: redactionFor(report, signed.numbers, signed.villages),
  };
}

function redactionFor(
  report: ReportRow,
  numbers: Readonly<Record<string, ComposedNumber>>,
  villages: readonly string[],
): Redaction {
  const region = regionOf(report.county);
  const county = plainRegion(region?.name ?? '');
  const city = (region?.parent && regionOf(region.parent)?.name) || '';
  return redactionOf(OUTLINES[report.outline], numbers, { county, city, villages }, report.edits.redaction);
}

/** Each warning at the first section that watches its check, or '' for the whole. */
function warningsOf(
  report: ReportRow,
  findings: readonly Finding[],
  { sections, unbound }: Edited,
): ReportView['warnings'] {
  const outline = OUTLINES[report.outline];
  const placed = findings.flatMap(({ check, message, explain }) =>
    message === null
      ? []
      : [
          {
            section: outline.sections.find((section) => section.watches?.includes(check))?.id ?? '',
            check,
            explain,
            message,
          },
        ],
  );
  const typed = sections
    .filter((section) => section.sentences.some((sentence) => unbound.includes(sentence.id)))
    .map((section) => section.id);
  return [
    ...placed,
    ...typed.map((section) => ({
      section,
      check: 'number.unbound',
      explain: false,
      message: [
        '手写的数字没有绑定统计指标，点不开记录，请改用指标或删去。',
        'A number typed by hand opens no records; use a figure or take it out.',
      ] as const,
    })),
  ];
}

/** The statistics table of a scope: every figure that counts a record, in the order of the catalogue. */
export async function tableOfScope(db: Db, report: Pick<ReportRow, 'county' | 'scope'>) {
  const counted = await countFigures(db, report.county, report.scope);
  const order = new Map(FIGURES.map((figure, i) => [figure.id, i]));
  return counted
    .filter((figure) => figure.records > 0)
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
