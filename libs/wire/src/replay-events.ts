import { z } from 'zod';
import { failedEventSchema } from './simulator-events.js';

const count = z.number().int().nonnegative();
const day = z.iso.date();

/** What decides a replay, as the command line hands it to the simulator in JSON. */
export const replaySettingsSchema = z.object({
  /** The same seed plays the same documents, to the byte. */
  seed: z.number().int().min(0).max(0xffffffff),
  /** 1 is the country; 0.01 a hundredth of its documents. */
  scale: z.number().positive().max(1),
  /** Share of the deliveries that offices report on beyond their arrival. */
  statuses: z.number().min(0).max(1),
  /** First and last day that are played, both included. */
  from: day,
  to: day,
  /** Simulated seconds in a second; absent: as fast as the axis takes it. */
  speed: z.number().positive().optional(),
});
export type ReplaySettings = z.infer<typeof replaySettingsSchema>;

/** Sent and received from one day to another as they were published (scaled), planned, and counted by the hub. */
export const reckoningRowSchema = z.object({
  from: day,
  to: day,
  /** Absent where nothing was published for exactly this period. */
  published: z.object({ sent: count, received: count }).optional(),
  planned: z.object({ sent: count, received: count }),
  counted: z.object({ sent: count, received: count }),
});
export type ReckoningRow = z.infer<typeof reckoningRowSchema>;

/** What the simulator says while it plays, one JSON object a line of its standard output. */
export const replayEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enrolled'), systems: count }),
  /** `documents` of `of` are submitted, `received` deliveries taken by systems in this run; `day` is the simulated one. */
  z.object({ kind: z.literal('progress'), documents: count, of: count, received: count, day: day.optional() }),
  z.object({ kind: z.literal('refused'), key: z.string(), code: z.string(), detail: z.string() }),
  /** Everything is submitted; so many deliveries still wait. */
  z.object({ kind: z.literal('settling'), waiting: count }),
  z.object({ kind: z.literal('stopped'), documents: count, of: count }),
  failedEventSchema,
  z.object({
    kind: z.literal('done'),
    rows: z.array(reckoningRowSchema),
    ledgerAddsUp: z.boolean(),
    refused: count,
    seconds: z.number(),
    documents: count,
    statuses: count,
  }),
]);
export type ReplayEvent = z.infer<typeof replayEventSchema>;
