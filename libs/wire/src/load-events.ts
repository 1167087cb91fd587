import { z } from 'zod';
import { failedEventSchema } from './simulator-events.js';

const count = z.number().int().nonnegative();

/** What a load is to be, as the command line hands it to the simulator in JSON. */
export const loadSettingsSchema = z.object({
  /** Documents a second. */
  rate: z.number().positive(),
  forMs: z.number().positive(),
  /** Recipients of a document, on average. */
  recipients: z.number().min(1),
  /** Sizes and how often each comes; one part when all are of one size. */
  mix: z.array(z.object({ parts: z.number().int().positive(), bytes: z.number().int().positive() })).min(1),
  /** Share of urgent documents, 0 to 1. */
  urgent: z.number().min(0).max(1),
  /** How long to wait for what is missing while nothing arrives any more. */
  patienceMs: z.number().nonnegative(),
  /** The times are told in steps of so long besides, to see what changed while something was killed. */
  everyMs: z.number().positive().optional(),
});
export type LoadSettings = z.infer<typeof loadSettingsSchema>;

/** Documents of one size, as a share of the mix. */
export type MixPart = LoadSettings['mix'][number];

/** What is timed of every document or delivery, from the moment the document was due. */
export const MEASURES = ['acceptance', 'arrival', 'status'] as const;
export type Measure = (typeof MEASURES)[number];

/** How long something took, in milliseconds; without figures when it never happened. */
const percentilesSchema = z.object({
  ...{ count, p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), max: z.number() },
});
export type Percentiles = z.infer<typeof percentilesSchema>;

const timingsSchema = z.object({
  acceptance: percentilesSchema,
  arrival: percentilesSchema,
  status: percentilesSchema,
});
export type Timings = z.infer<typeof timingsSchema>;

const figuresSchema = z.object({ sent: z.number().int(), received: z.number().int() });

/** What a load showed. */
export const loadResultSchema = z.object({
  /** Nothing lost, nothing doubled, nothing refused, and the hub counted the same. */
  isWhole: z.boolean(),
  offered: z.object({ ratePerSecond: z.number(), documents: count, deliveries: count }),
  reached: z.object({ ratePerSecond: z.number(), isOffered: z.boolean(), megabytes: z.number() }),
  /** Milliseconds from the moment a document was due; of ordinary and urgent ones apart where there are both. */
  latencyMs: timingsSchema,
  ordinaryLatencyMs: timingsSchema.optional(),
  urgentLatencyMs: timingsSchema.optional(),
  /** Of the documents due from `fromMs` after the start on, a step at a time; where steps were asked for. */
  steps: z.array(z.object({ fromMs: z.number().nonnegative(), latencyMs: timingsSchema })).optional(),
  counted: z.object({
    /** Documents that were due, and their deliveries. */
    ...{ documents: count, deliveries: count, accepted: count, refused: count },
    /** Deliveries of refused documents: nothing comes of them. */
    refusedDeliveries: count,
    /** Documents of which no notice came. */
    unanswered: count,
    arrived: count,
    /** Deliveries of documents not refused that never came, and those that came twice. */
    ...{ lost: count, doubled: count },
    /** Deliveries that arrived and of which the sender never heard. */
    statusesLost: count,
    /** Copies that RabbitMQ handed out once more, or the hub sent again after an outage, and said so. */
    redelivered: count,
    /** Deliveries to an agency the document was not for. */
    misdirected: count,
    /** Code and detail of the first refusal. */
    firstRefusal: z.string().optional(),
    /** Deliveries of earlier runs that were still waiting. */
    earlier: count,
  }),
  /** The first lost and doubled deliveries, `identity → recipient`. */
  examples: z.object({ lost: z.array(z.string()), doubled: z.array(z.string()) }),
  /** What the hub's figures of these agencies should have grown by, and did. */
  hub: z.object({ expected: figuresSchema, grown: figuresSchema, ledgerAddsUp: z.boolean() }),
});
export type LoadResult = z.infer<typeof loadResultSchema>;

/** What the simulator says while it puts on a load, one JSON object a line of its standard output. */
export const loadEventSchema = z.discriminatedUnion('kind', [
  /** Documents due so far and how many of them the axis has accepted, of how many; deliveries arrived. */
  z.object({
    kind: z.literal('progress'),
    ...{ seconds: z.number(), due: count, accepted: count, arrived: count, documents: count },
  }),
  z.object({ kind: z.literal('done'), result: loadResultSchema }),
  failedEventSchema,
]);
export type LoadEvent = z.infer<typeof loadEventSchema>;
