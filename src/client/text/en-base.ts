// Which English strings does the table of base values show?
import type { zhBase } from './zh-base.ts';

export const enBase: Record<keyof typeof zhBase, string> = {
  'base.title': 'Base values of wild animals',
  'base.hint':
    "The county's rows with a document stand before the national ones while in force. A case is valued by the rows of the day of the event; a species without a base value is never guessed.",
  'base.own': "The county's rows",
  'base.none': 'The county has entered no base values yet.',
  'base.amount': 'Base value (yuan)',
  'base.unit': 'Unit',
  'base.status': 'Compared',
  'base.note': 'Note',
  'base.close': 'End today',
  'base.incomplete':
    'Each row needs species, amount, document and first day; the end must be after the first day',
  'base.importFile': 'Import a table',
  'base.paste': 'Paste',
  'base.pasteTitle': 'Paste a table',
  'base.pasteHint':
    'Paste it with its headings: species, base value (yuan), unit, document, status, from, until, note.',
  'base.pasteDo': 'Read',
  'base.read': '{{n}} rows read; check them, then save',
  'base.export': 'Export',
  'base.national': 'National catalogues (in part)',
  'base.nationalHint':
    '86 rows collected from public transcriptions, judgments and memory. They are incomplete and none is compared with the official text: do so before relying on one, then enter it above.',
  'base.search': 'Find by row or species',
  'base.row': 'Row',
  'base.covers': 'Species covered',
  'base.withheld': 'Not applied to: {{names}}',
  'base.whole': 'whole value',
  'base.source': 'Source',
  'base.found': '{{n}} rows',
  'base.more': 'Show all {{n}} rows',
  'base.coversNone': 'none in the species table',
};
