import { z } from 'zod';

const bothLanguagesSchema = z.object({ vi: z.string(), en: z.string() });

/** Answer of POST /diagnostics/connection: what was tried, in this order, how long it took, and what was seen, in both languages: it is kept and read again when the reader's language has changed. */
export const connectionTestSchema = z.looseObject({
  asOf: z.iso.datetime({ offset: true }),
  steps: z.array(
    z.object({
      what: bothLanguagesSchema,
      ok: z.boolean(),
      ms: z.number().nonnegative(),
      detail: bothLanguagesSchema.optional(),
    }),
  ),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
