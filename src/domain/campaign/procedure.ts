// When is a campaign closed, and what stands against closing it?
import { defineProcedure } from '../kernel/procedure.ts';

const UNCLOCKED = [
  '行动期限由方案规定，到期后应及时收官',
  'Its plan states the period; it should be closed soon after',
] as const;

/** Open alarms of its records stand against closing (server/guard); an answered one is told in the summary. */
export const campaignProcedure = defineProcedure({
  kind: 'campaign',
  room: 'campaign',
  statuses: [
    { code: 'running', label: ['进行中', 'Under way'], unclocked: UNCLOCKED },
    { code: 'closed', label: ['已收官', 'Closed'], end: true },
  ],
  opening: [{ when: {}, status: 'running' }],
  owns: [],
  firm: [],
  begin: () => ({}),
  steps: [
    {
      name: 'close',
      label: ['收官', 'Close the campaign'],
      from: ['running'],
      to: 'closed',
      by: ['clerk', 'leader'],
      fields: {
        result: { type: 'text', long: true, required: true, label: ['收官说明', 'How it ended'] },
      },
    },
    {
      name: 'reopen',
      label: ['重新开展', 'Reopen'],
      from: ['closed'],
      to: 'running',
      by: ['leader'],
      fields: { why: { type: 'text', long: true, required: true, label: ['理由', 'Why'] } },
    },
  ],
});
