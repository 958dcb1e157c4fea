// What did campaigns, clues, cases and seizures come to, counted over plain records?
import type { Quantity } from '../kernel/quantity.ts';
import type { RecordRow } from '../kernel/record.ts';
import {
  type Book,
  byTheEnd,
  different,
  documents,
  happened,
  list,
  number,
  occurred,
  ofCampaigns,
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
const filled = (rows: readonly RecordRow[], field: string) =>
  rows.filter((row) => row.values[field] !== undefined && row.values[field] !== null);

export function recountBasis(book: Book, [, what = '', code = '']: Parts): Quantity {
  const rows = documents(book);
  if (what === 'joint') return number(rows.filter((row) => list(row.values, 'issuers').length > 1).length);
  if (what === 'plan') return number(being(rows, 'documentType', 'plan').length);
  return number(what === 'level' ? being(rows, 'level', code).length : rows.length);
}

export function recountCampaign(book: Book, [, what]: Parts): Quantity {
  const rows = overlapping(book, 'campaign');
  if (what === 'total') return number(rows.length);
  return different(rows.flatMap(({ values }) => [text(values, 'agency'), ...list(values, 'jointAgencies')]));
}

export function recountGroup(book: Book, [group = '', what = '']: Parts): Quantity {
  const rows = being(ofCampaigns(book, 'groupMember'), 'group', group);
  return different(rows.map((row) => text(row.values, what === 'members' ? 'person' : 'campaign')));
}

export function recountDuty(book: Book, [, what]: Parts): Quantity {
  const rows = ofCampaigns(book, 'duty');
  if (what === 'agencies') return different(rows.map((row) => text(row.values, 'agency')));
  if (what === 'done') return number(rows.filter((row) => byTheEnd(book, text(row.values, 'doneOn'))).length);
  return number(rows.length);
}

export function recountTeam(book: Book, [, what]: Parts): Quantity {
  const rows = ofCampaigns(book, 'team');
  if (what === 'areas') return different(rows.flatMap((row) => list(row.values, 'areas')));
  if (what === 'members')
    return different(rows.flatMap((row) => [text(row.values, 'leader'), ...list(row.values, 'members')]));
  return number(rows.length);
}

export function recountProblem(book: Book, [aspect = '', what]: Parts): Quantity {
  const rows = being(happened(book, 'problem'), 'aspect', aspect);
  if (what === 'settled')
    return number(rows.filter((row) => byTheEnd(book, text(row.values, 'doneOn'))).length);
  return number(rows.length);
}

export function recountPeople(book: Book, [kind = '', , code]: Parts): Quantity {
  const rows = standing(book, kind);
  if (code === undefined) return number(rows.length);
  if (kind === 'agency') return number(being(rows, 'agencyType', code).length);
  return number(rows.filter((row) => list(row.values, 'roles').includes(code)).length);
}

export function recountStation(book: Book, [, what = '', code = '']: Parts): Quantity {
  if (what === 'new') return number(happened(book, 'station').length);
  const rows = standing(book, 'station', 'removedOn');
  if (what === 'data') return total(rows, 'dataCollected');
  return number(what === 'device' ? being(rows, 'device', code).length : rows.length);
}

export function recountClue(book: Book, [, what = '', code = '']: Parts): Quantity {
  const rows = happened(book, 'clue');
  const handled = filled(rows, 'result');
  switch (what) {
    case 'source':
    case 'violation':
    case 'result':
      return number(being(rows, what, code).length);
    case 'handled':
      return number(handled.length);
    case 'resultRate':
      return percent(number(handled.length), number(rows.length));
    case 'rewarded':
      return number(filled(rows, 'reward').length);
    case 'rewards':
      return totalAmount(rows, 'reward');
    default:
      return number(rows.length);
  }
}

export function recountCase(book: Book, [, what = '', code = '']: Parts): Quantity {
  if (what === 'closed') return number(occurred(book, 'case', 'closedOn').length);
  if (what === 'transferred') return number(occurred(book, 'case', 'transferredOn').length);
  const rows = happened(book, 'case', 'filedOn');
  const closed = number(rows.filter((row) => byTheEnd(book, text(row.values, 'closedOn'))).length);
  switch (what) {
    case 'track':
    case 'outcome':
      return number(being(rows, what, code).length);
    case 'violation':
      return number(rows.filter((row) => list(row.values, 'violations').includes(code)).length);
    case 'closedOfFiled':
      return closed;
    case 'closingRate':
      return percent(closed, number(rows.length));
    case 'value':
      return totalAmount(rows, 'value');
    default:
      return number(rows.length);
  }
}

export function recountPenalty(book: Book, [, what = '', code]: Parts): Quantity {
  const all = happened(book, 'penalty');
  const rows = code === undefined ? all : being(all, 'penaltyKind', code);
  if (what === 'fines') return totalAmount(rows, 'fine');
  if (what === 'total') return number(rows.length);
  return different(
    rows.map(({ values }) => {
      const [about, party] = [text(values, 'case'), text(values, 'party')];
      return about === undefined || party === undefined ? undefined : JSON.stringify([about, party]);
    }),
  );
}

export function recountSeizure(book: Book, [, what = '', code = '']: Parts): Quantity {
  const rows = happened(book, 'seizure');
  const animals = [...being(rows, 'form', 'live'), ...being(rows, 'form', 'carcass')];
  const heads = being(animals, 'unit', 'head');
  const tools = being(rows, 'form', 'tool').filter((row) =>
    ['set', 'piece', 'head'].includes(text(row.values, 'unit') ?? ''),
  );
  switch (what) {
    case 'total':
      return number(rows.length);
    case 'animals':
      return total(heads, 'quantity');
    case 'level':
      return total(
        heads.filter((row) => species(row.values)?.level === code),
        'quantity',
      );
    case 'tools':
      return total(tools, 'quantity');
    case 'value':
      return totalAmount(rows, 'value');
    case 'withoutCase':
      return number(rows.length - filled(rows, 'case').length);
    default:
      // seizure.tool.set is a form in a unit, seizure.tool.trap a kind of tool.
      if (what === 'tool' && !['head', 'piece', 'kg', 'set'].includes(code))
        return total(being(tools, 'tool', code), 'quantity');
      return total(being(being(rows, 'form', what), 'unit', code), 'quantity');
  }
}

export function recountRelease(book: Book, [, what = '', code = '']: Parts): Quantity {
  const rows = happened(book, 'release');
  const free = being(rows, 'releaseKind', 'release');
  if (what === 'total') return number(rows.length);
  if (what === 'fromSeizure') return total(filled(free, 'seizure'), 'quantity');
  if (what === 'fromRescue') return total(filled(free, 'rescue'), 'quantity');
  return total(being(rows, 'releaseKind', code), 'quantity');
}
