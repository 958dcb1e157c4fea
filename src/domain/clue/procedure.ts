// How does a clue move from receipt to its stated result?
import { defineProcedure } from '../kernel/procedure.ts';

export const clueProcedure = defineProcedure({
  kind: 'clue',
  room: 'case',
  statuses: [
    { code: 'received', label: ['待分办', 'Received'] },
    { code: 'ended', label: ['已办结', 'Settled'], end: true },
  ],
  opening: [
    { when: { result: 'set' }, status: 'ended' },
    { when: {}, status: 'received' },
  ],
  owns: ['result', 'resultDay'],
  begin: () => ({}),
  steps: [],
});
