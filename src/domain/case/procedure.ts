// How does a case move from discovery to its end?
import { defineProcedure } from '../kernel/procedure.ts';

export const caseProcedure = defineProcedure({
  kind: 'case',
  room: 'case',
  statuses: [
    { code: 'filed', label: ['已立案', 'Filed'] },
    { code: 'closed', label: ['已结案', 'Closed'], end: true },
  ],
  opening: [
    { when: { closedOn: 'set' }, status: 'closed' },
    { when: {}, status: 'filed' },
  ],
  owns: ['outcome', 'closedOn'],
  begin: () => ({}),
  steps: [],
});
