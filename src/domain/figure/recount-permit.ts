// What was rescued, permitted, stocked, announced and told, counted over plain records?
import type { Quantity } from '../kernel/quantity.ts';
import type { RecordRow } from '../kernel/record.ts';
import {
  type Book,
  different,
  happened,
  list,
  number,
  occurred,
  overlapping,
  percent,
  species,
  standing,
  text,
  total,
  totalAmount,
} from './recount-book.ts';

type Parts = readonly string[];
const being = (rows: readonly RecordRow[], field: string, code: string) =>
  rows.filter((row) => text(row.values, field) === code);

export function recountRescue(book: Book, [, what = '', code = '', unit]: Parts): Quantity {
  const all = happened(book, 'rescue');
  if (what === 'total') return number(all.length);
  if (what === 'heads') return total(all, 'quantity');
  const rows =
    what === 'level' ? all.filter((row) => species(row.values)?.level === code) : being(all, what, code);
  return unit === 'cases' ? number(rows.length) : total(rows, 'quantity');
}

export function recountPermit(book: Book, [, what = '', type]: Parts): Quantity {
  if (what === 'received') return number(happened(book, 'permit').length);
  if (what === 'granted' || what === 'refused' || what === 'revoked') {
    const rows = being(occurred(book, 'permit', 'decidedOn'), 'decision', what);
    return number(type === undefined ? rows.length : being(rows, 'permitType', type).length);
  }
  const due = being(overlapping(book, 'permit', 'decidedOn', 'validUntil'), 'decision', 'granted');
  if (what === 'due') return number(due.length);
  const reviewed = new Set(happened(book, 'annualReview').map((row) => text(row.values, 'permit')));
  const done = number(due.filter((row) => reviewed.has(row.id)).length);
  return what === 'reviewed' ? done : percent(done, number(due.length));
}

export function recountReview(book: Book, [, , result]: Parts): Quantity {
  const rows = happened(book, 'annualReview');
  return number(result === undefined ? rows.length : being(rows, 'result', result).length);
}

/** The latest survey of each holder and material. */
function onShelves(book: Book): RecordRow[] {
  const latest = new Map<string, RecordRow>();
  for (const row of happened(book, 'stockSurvey')) {
    const shelf = JSON.stringify([row.values['holder'], row.values['material']]);
    const other = latest.get(shelf);
    if (!other || newer(row, other)) latest.set(shelf, row);
  }
  return [...latest.values()];
}

function newer(row: RecordRow, other: RecordRow): boolean {
  const [a, b] = [text(row.values, 'day') ?? '', text(other.values, 'day') ?? ''];
  return a === b ? row.id > other.id : a > b;
}

export function recountStock(book: Book, [, what = '', material = '']: Parts): Quantity {
  if (what === 'holders')
    return different(happened(book, 'stockSurvey').map((row) => text(row.values, 'holder')));
  const rows = onShelves(book);
  if (what === 'ofPlan') return percent(total(rows, 'mass'), recountPlan(book, ['plan', 'total']));
  return total(what === 'material' ? being(rows, 'material', material) : rows, 'mass');
}

export function recountPlan(book: Book, [, what = '', material = '']: Parts): Quantity {
  const rows = happened(book, 'consumptionPlan', 'from');
  if (what === 'holders') return different(rows.map((row) => text(row.values, 'holder')));
  return total(what === 'material' ? being(rows, 'material', material) : rows, 'mass');
}

export function recountFarm(book: Book, [, what]: Parts): Quantity {
  if (what === 'new') return number(happened(book, 'farm').length);
  if (what === 'newSpecies')
    return different(happened(book, 'farm').flatMap((row) => list(row.values, 'speciesNames')));
  const rows = standing(book, 'farm', 'closedOn');
  return what === 'stockHeads' ? total(rows, 'stockHeads') : number(rows.length);
}

export function recountNotice(book: Book, [, , kind]: Parts): Quantity {
  const rows = happened(book, 'notice');
  return number(kind === undefined ? rows.length : being(rows, 'noticeKind', kind).length);
}

export function recountPosting(book: Book, [, what, place = '']: Parts): Quantity {
  const rows = happened(book, 'postingPoint');
  if (what === 'copies') return total(rows, 'copies');
  return number(what === 'place' ? being(rows, 'placeType', place).length : rows.length);
}

export function recountSuspension(book: Book, [, what = '']: Parts): Quantity {
  const rows = overlapping(book, 'suspension');
  if (what === 'people') return total(rows, 'people');
  return number(what === 'total' ? rows.length : being(rows, 'suspends', what).length);
}

export function recountMaterial(book: Book, [, what = '']: Parts): Quantity {
  const rows = happened(book, 'material');
  if (what === 'broadcastDays') return totalAmount(rows, 'broadcastDays');
  if (what === 'films')
    return number(being(rows, 'materialKind', 'film').length + being(rows, 'materialKind', 'radio').length);
  const booklets = being(rows, 'materialKind', 'booklet');
  if (what === 'titles') return different(booklets.map((row) => text(row.values, 'title')));
  if (what === 'booklet')
    return total(
      booklets.filter((row) => (text(row.values, 'unit') ?? 'copy') === 'copy'),
      'quantity',
    );
  return total(being(rows, 'materialKind', what), 'quantity');
}

export function recountEvent(book: Book, [, what = '']: Parts): Quantity {
  const rows = happened(book, 'event');
  if (what === 'attendance') return total(rows, 'attendance');
  return number(what === 'total' ? rows.length : being(rows, 'occasion', what).length);
}

export function recountMedia(book: Book, [, what = '']: Parts): Quantity {
  const rows = happened(book, 'mediaReport');
  return number(what === 'total' ? rows.length : being(rows, 'medium', what).length);
}
