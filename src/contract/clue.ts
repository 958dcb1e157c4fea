// What crosses the wire about clues that belong together?
import { z } from 'zod';
import { isUuid } from '../domain/kernel/id.ts';

const county = z.string().regex(/^\d{6}$/);
const uuid = z.uuid().toLowerCase().refine(isUuid);

const clueRow = z.object({
  id: uuid,
  no: z.string(),
  version: z.int(),
  day: z.string(),
  content: z.string(),
  source: z.string(),
  status: z.string(),
  values: z.record(z.string(), z.unknown()),
});

export const CLUE_ROUTES = {
  clueKin: {
    method: 'GET',
    path: '/api/:county/clue/:id/kin',
    summary:
      'Clues that may tell of the same matter, those merged into this one, and the one it was merged into',
    params: z.object({ county, id: uuid }),
    reply: z.object({
      similar: z.array(
        clueRow.extend({
          score: z.number(),
          venue: z.boolean(),
          area: z.boolean(),
          metres: z.number().nullable(),
          days: z.int(),
          /** Share of words alike, 0–1. */
          text: z.number(),
        }),
      ),
      merged: z.array(clueRow),
      into: clueRow.nullable(),
      names: z.record(z.string(), z.string()),
    }),
  },
} as const;
