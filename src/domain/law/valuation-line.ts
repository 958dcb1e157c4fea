// What does one line of a valuation say, and where does each number in it come from?
import type { Label } from '../kernel/label.ts';
import type { Bound } from '../kernel/quantity.ts';
import type { ProtectionLevel } from './taxonomy.ts';

/** In what state an animal was found; codes of the facts of an assessment. */
export type AnimalForm = 'live' | 'dead' | 'product' | 'part' | 'egg';
/** Where it came from. 'listedBred' is captive-bred of a species on the list of captive-bred key protected animals. */
export type AnimalOrigin = 'wild' | 'bred' | 'listedBred';

/** How far a base value may be trusted; an unverified one is never shown as official. 'manual': entered for this case, with a document. */
export type BaseStatus = 'verified' | 'unverified' | 'fromMemory' | 'manual';

/** One animal (or lot of the same) as stated. Absent is unknown, except `count`, which then makes the value unknown. */
export interface AnimalItem {
  /** Species id, or null when the name was not resolved. */
  readonly speciesId: string | null;
  /** As written by the person. */
  readonly name: string;
  readonly count?: number;
  /** 30余只: over, 约30只: about; absent is exact. */
  readonly countBound?: Exclude<Bound, 'exact'>;
  /** Grams. */
  readonly mass?: number;
  readonly massBound?: Exclude<Bound, 'exact'>;
  readonly form?: AnimalForm;
  readonly origin?: AnimalOrigin;
  /** For a part or product: its share of the whole animal, above 0 and at most 1, with the document that states it. */
  readonly part?: number;
  readonly partDocument?: string;
  /** Fen, of the whole lot: what was really paid or earned (实际交易价格 / 销赃数额). */
  readonly actualPrice?: number;
  /** Fen, of the whole lot: market price with its document. */
  readonly marketPrice?: number;
  /** Fen, of the whole lot: the finding of an appraiser (鉴定、价格认证); prevails. */
  readonly appraised?: number;
  readonly appraisedDocument?: string;
  /** An amount above is stated as 2万余元 (over) or 约2万元 (about). */
  readonly amountBound?: 'about' | 'over';
  /** Fen, of one whole animal: entered by hand, only with a document number. */
  readonly manualBase?: number;
  readonly manualDocument?: string;
}

export interface BaseValueUsed {
  /** Of the row; `county:…` and `manual` are not national. */
  readonly id: string;
  readonly taxon: string;
  /** Fen for one whole animal before the multiple. */
  readonly fen: number;
  readonly unit: string;
  readonly status: BaseStatus;
  readonly source: string;
  /** The county's document, or that of a value entered by hand. */
  readonly docNo: string | null;
  /** True where the source states the value with the multiple already in it. */
  readonly whole: boolean;
}

export interface ValuationLine {
  readonly name: string;
  readonly speciesId: string | null;
  readonly protection: ProtectionLevel;
  readonly count: number | null;
  readonly form: AnimalForm | null;
  readonly origin: AnimalOrigin | null;
  readonly base: BaseValueUsed | null;
  /** ×10, ×5, ×1 by class; null where no rule gives one. */
  readonly multiple: number | null;
  /** Share of the whole animal: eggs ½, 1/10, 1/1000; parts as documented; 1 for whole animals; null when unknown. */
  readonly part: number | null;
  /** 1 wild, 0.5 captive-bred, 0.25 listed captive-bred. */
  readonly originFactor: number | null;
  /** Fen by the method, or null with `missing` saying why. */
  readonly assessed: number | null;
  /** `assessed` is only a point of reference: no rule gives a multiple (其他陆生), 法释〔2022〕12号第15条(二) “必要时……参照”. */
  readonly reference: boolean;
  /** Fen that counts, or null. */
  readonly value: number | null;
  /** How sure `value` is, from the count: 30余只 over, 约30只 about; 'unknown' when `value` is null. */
  readonly bound: Bound;
  /** Which of the sources gave `value`. */
  readonly by: 'appraised' | 'actual' | 'market' | 'method' | 'none';
  /** `value` minus `assessed` in fen, when both are known and differ. */
  readonly difference: number | null;
  /** Another amount that would count if the point to be confirmed (明显偏低) falls the other way; null when there is none. */
  readonly alternative: { readonly by: 'actual' | 'market' | 'method'; readonly fen: number } | null;
  /** When `value` is null: fen that it cannot fall below (e.g. the price paid for a nationally protected animal). */
  readonly atLeast: number | null;
  /** When only bounds are known (a product of unknown share): fen that it cannot exceed. */
  readonly atMost: number | null;
  /** Articles in the order they were applied, e.g. 野生动物及其制品价值评估方法, 法释〔2022〕12号第15条. */
  readonly articles: readonly Label[];
  readonly notes: readonly Label[];
  /** Facts that would settle it, e.g. 数量, 基准价值, 利用部分占比. */
  readonly missing: readonly Label[];
}

/** A whole lot. `total` is null while any line's value is; `atLeast` adds up what is known. */
export interface Valuation {
  readonly lines: readonly ValuationLine[];
  /** Fen. */
  readonly total: number | null;
  readonly bound: Bound;
  /** Fen. */
  readonly atLeast: number;
  /** Fen; null when a line has no upper bound. Equal to `total` when that is known and exact. */
  readonly atMost: number | null;
  /** What is missing, each with the animal it is about. */
  readonly missing: readonly Label[];
}
