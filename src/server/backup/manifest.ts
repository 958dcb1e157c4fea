// What lies in a backup archive, and is all of it there?
import { z } from 'zod';

export const FORMAT = 'shouye backup v1';

const part = z.object({
  /** Path in the archive. */
  name: z.string().regex(/^(table\/[a-z0-9_]+\.copy|(keys|files)\/[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*)$/),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schema = z.object({
  format: z.literal(FORMAT),
  /** Instant of the snapshot. */
  at: z.string(),
  /** Schema it was made from, oldest first. */
  migrations: z.array(z.string().regex(/^[\w-]+\.sql$/)).min(1),
  tables: z.array(
    part.extend({
      table: z.string().regex(/^[a-z0-9_]+$/),
      columns: z.array(z.string()).min(1),
      rows: z.int().min(0),
    }),
  ),
  files: z.array(part),
});

export type Manifest = z.infer<typeof schema>;
export type Part = z.infer<typeof part>;

/** The manifest in `text`, or undefined when it is not one. A name that would leave its folder is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const manifest = schema.parse(JSON.parse(text));
    const escapes = partsOf(manifest).some(({ name }) => name.split('/').includes('..'));
    return escapes ? undefined : manifest;
  } catch {
    return undefined;
  }
}

export function partsOf(manifest: Manifest): readonly Part[] {
  return [...manifest.tables, ...manifest.files];
}
