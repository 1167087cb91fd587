import { z } from 'zod';

const inBoth = z.object({ vi: z.string(), en: z.string() });

/** A simulator's last line when it cannot go on: the code of the error catalogue, what happened, and what to do. */
export const failedEventSchema = z.object({
  kind: z.literal('failed'),
  code: z.string(),
  detail: inBoth,
  remedy: inBoth.optional(),
});
export type FailedEvent = z.infer<typeof failedEventSchema>;
