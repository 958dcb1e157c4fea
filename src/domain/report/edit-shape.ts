// Is this what an officer may change of a summary? The shape of `Edits` as it comes over the wire.
import { z } from 'zod';
import { isStorable } from '../kernel/canonical.ts';
import { isDay } from '../kernel/day.ts';
import { type Outcome, ok } from '../kernel/outcome.ts';
import type { Edits } from './edit.ts';

const words = (max: number) => z.string().max(max).refine(isStorable);
const id = z.string().min(1).max(200);
const day = z.string().refine(isDay);
const inline = z.union([
  z.strictObject({ t: z.literal('text'), text: words(4_000) }),
  z.strictObject({ t: z.literal('num'), id }),
]);

const redHead = z.strictObject({
  agency: words(60),
  docNo: words(60).optional(),
  signer: words(20).optional(),
  upward: z.boolean().optional(),
  copyNo: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  secrecy: words(20).optional(),
  urgency: words(10).optional(),
});

const SHAPE = z.strictObject({
  title: z.array(words(100)).max(6).optional(),
  addressee: words(100).optional(),
  redHead: redHead.nullish(),
  signature: z
    .strictObject({ agency: words(60).optional(), date: day.optional(), sealed: z.boolean().optional() })
    .optional(),
  notes: words(200).optional(),
  imprint: z
    .strictObject({ cc: z.array(words(60)).max(20).optional(), issuer: words(60), date: day })
    .nullish(),
  statistics: z.boolean().optional(),
  order: z.array(id).max(100).optional(),
  hidden: z.array(id).max(500).optional(),
  headings: z.record(id, words(100)).optional(),
  words: z.record(id, z.array(inline).max(200)).optional(),
  added: z
    .array(z.strictObject({ id, section: id, after: id.nullish(), text: words(4_000) }))
    .max(100)
    .optional(),
  adopted: z.array(id).max(100).optional(),
  redaction: z
    .strictObject({
      mark: z.enum(['xx', '**']).optional(),
      place: words(4).optional(),
      numbers: z.boolean().optional(),
      dates: z.boolean().optional(),
      keep: z.array(id).max(500).optional(),
      blank: z.array(id).max(500).optional(),
    })
    .optional(),
});

/** `raw` as edits, or what is wrong with it (`where` = path). */
export function readEdits(raw: unknown): Outcome<Edits> {
  const parsed = SHAPE.safeParse(raw);
  if (parsed.success) return ok(parsed.data as Edits);
  return {
    ok: false,
    refusals: parsed.error.issues.map((issue) => ({
      code: 'report.edits',
      where: issue.path.join('.'),
      message: [
        `修改内容有误：${issue.path.join('.')}`,
        `The edits are not valid: ${issue.path.join('.')}: ${issue.message}`,
      ],
    })),
  };
}
