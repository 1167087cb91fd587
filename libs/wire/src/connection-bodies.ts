import { z } from 'zod';

/** Answer of POST /diagnostics/connection: what was tried, in this order, how long it took, and what was seen. */
export const connectionTestSchema = z.looseObject({
  asOf: z.iso.datetime({ offset: true }),
  steps: z.array(
    z.object({ what: z.string(), ok: z.boolean(), ms: z.number().nonnegative(), detail: z.string().optional() }),
  ),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
