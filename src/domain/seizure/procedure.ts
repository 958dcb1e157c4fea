// Who has what was seized, and where did each animal go?
import { defineProcedure } from '../kernel/procedure.ts';

export const seizureProcedure = defineProcedure({
  kind: 'seizure',
  room: 'case',
  statuses: [{ code: 'held', label: ['在管', 'In custody'] }],
  opening: [{ when: {}, status: 'held' }],
  owns: [],
  begin: () => ({}),
  steps: [],
});
