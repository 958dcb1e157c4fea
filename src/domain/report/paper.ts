// What is a law-enforcement paper before it is a file: title, number, fields, tables, blanks, places to sign?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';

/** Where a fact that is still missing is to be given. */
export type FactSource =
  /** A step of the case; the fact is one of its fields. */
  | { readonly by: 'step'; readonly step: string }
  /** A record's own field. */
  | { readonly by: 'record'; readonly kind: string; readonly id: string; readonly field: string }
  /** A setting of the county. */
  | { readonly by: 'setting'; readonly name: string }
  /** No record holds it: it is typed in when the paper is issued. */
  | { readonly by: 'hand' };

export interface Gap {
  /** Names the fact within the case, e.g. `party.1.address`. */
  readonly fact: string;
  readonly hint: Label;
  readonly from: FactSource;
  /** The paper cannot be issued without it. */
  readonly must?: boolean;
  /** It may also be typed in by hand before its source holds it. */
  readonly hand?: boolean;
  readonly personal?: boolean;
}

/** A piece of a line. */
export type Run =
  | {
      readonly t: 'text';
      readonly text: string;
      readonly bold?: boolean;
      /** Underlined like what is written into a form. */
      readonly fill?: boolean;
      /** Withheld from whoever may not read personal data. */
      readonly personal?: boolean;
    }
  /** A visible blank that says what is missing. */
  | ({ readonly t: 'gap' } & Gap)
  /** An empty line for a hand, `chars` characters wide. */
  | { readonly t: 'line'; readonly chars: number };

export interface Cell {
  /** One entry a paragraph. */
  readonly lines: readonly (readonly Run[])[];
  /** A label: centred. */
  readonly head?: boolean;
  readonly span?: number;
  readonly align?: 'left' | 'center';
  /** Room for at least this many lines. */
  readonly room?: number;
}

export type PaperBlock =
  | {
      readonly b: 'para';
      readonly runs: readonly Run[];
      readonly align?: 'left' | 'center' | 'right';
      /** Without the indent of two characters. */
      readonly flush?: boolean;
    }
  | { readonly b: 'head'; readonly text: string }
  /** A second title, on a page of its own when `page`. */
  | { readonly b: 'title'; readonly text: string; readonly no?: readonly Run[]; readonly page?: boolean }
  | {
      readonly b: 'grid';
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
      /** So many first rows are repeated on each page. */
      readonly repeat?: number;
    }
  /** Places to sign, two on a line when they are short. */
  | { readonly b: 'sign'; readonly places: readonly { readonly label: string; readonly dated?: boolean }[] }
  /** Who issues it and when, with room for the seal. */
  | { readonly b: 'seal'; readonly agency: string; readonly day: readonly Run[] }
  /** Where a slip is torn off. */
  | { readonly b: 'tear'; readonly text: string }
  | { readonly b: 'note'; readonly text: string };

/** How large the words of the body are: 三号 for letters, 四号 for records of what was seen and said. */
export type PaperSize = 'letter' | 'record';

/** JSON-serialisable; frozen with its hash when the paper is issued. */
export interface Paper {
  readonly format: 'paper v1';
  readonly kind: string;
  readonly agency: string;
  readonly title: string;
  /** 文号; null when this kind of paper carries none. */
  readonly no: readonly Run[] | null;
  readonly size: PaperSize;
  readonly blocks: readonly PaperBlock[];
  /** Who signs at the foot of each page. */
  readonly eachPage: string | null;
  readonly day: Day;
}

/** What the foot of an issued paper says, or that it is only a draft. */
export type Stamp =
  | { readonly draft: true }
  | { readonly draft: false; readonly sha256: string; readonly version: number; readonly ledger: string };

/** Every run of a paper in reading order. */
export function runsOf(paper: Paper): readonly Run[] {
  return [...(paper.no ?? []), ...paper.blocks.flatMap(runsOfBlock)];
}

function runsOfBlock(block: PaperBlock): readonly Run[] {
  switch (block.b) {
    case 'para':
      return block.runs;
    case 'grid':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.lines.flat()));
    case 'seal':
      return block.day;
    case 'title':
      return block.no ?? [];
    default:
      return [];
  }
}

/** What is missing, each fact once, in the order of the page. */
export function gapsOf(paper: Paper): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const run of runsOf(paper))
    if (run.t === 'gap') {
      const { t: _, ...gap } = run;
      const before = gaps.get(gap.fact);
      if (!before || (gap.must && !before.must)) gaps.set(gap.fact, gap);
    }
  return [...gaps.values()];
}

/** The same paper with every run changed by `change`. */
function mapRuns(paper: Paper, change: (run: Run) => Run): Paper {
  const runs = (list: readonly Run[]) => list.map(change);
  const block = (each: PaperBlock): PaperBlock => {
    switch (each.b) {
      case 'para':
        return { ...each, runs: runs(each.runs) };
      case 'grid':
        return {
          ...each,
          rows: each.rows.map((row) => row.map((cell) => ({ ...cell, lines: cell.lines.map(runs) }))),
        };
      case 'seal':
        return { ...each, day: runs(each.day) };
      case 'title':
        return each.no ? { ...each, no: runs(each.no) } : each;
      default:
        return each;
    }
  };
  return { ...paper, no: paper.no && runs(paper.no), blocks: paper.blocks.map(block) };
}

/** The paper without what only some may read. */
export function withhold(paper: Paper): Paper {
  return mapRuns(paper, (run) => (run.t === 'text' && run.personal ? { ...run, text: '※' } : run));
}

/** The words of a paper as lines of plain text; a gap reads as its hint. */
export function paperText(paper: Paper): string {
  const said = (runs: readonly Run[]) =>
    runs.map((run) => (run.t === 'text' ? run.text : run.t === 'gap' ? gapText(run) : '')).join('');
  const lines = paper.blocks.flatMap((block): string[] => {
    switch (block.b) {
      case 'para':
        return [said(block.runs)];
      case 'grid':
        return block.rows.map((row) => row.map((cell) => cell.lines.map(said).join(' ')).join('\t'));
      case 'seal':
        return [block.agency, said(block.day)];
      case 'sign':
        return block.places.map(({ label }) => `${label}：`);
      case 'title':
        return [block.text, said(block.no ?? [])];
      default:
        return [block.text];
    }
  });
  return [paper.agency, paper.title, ...(paper.no ? [said(paper.no)] : []), ...lines].join('\n');
}

export function gapText({ hint }: Pick<Gap, 'hint'>): string {
  return `（待填：${hint[0]}）`;
}
