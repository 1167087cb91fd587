import { z } from 'zod';
import { ledgerSchema } from './statistics-bodies.js';

const time = z.iso.datetime({ offset: true });
const count = z.number().int().nonnegative();
const day = z.iso.date();
const counted = { sent: count, received: count };
/** Documents accepted and deliveries arrived, each a second. */
const rate = z.object({ accepted: z.number().nonnegative(), arrived: z.number().nonnegative() });
const point = z.object({ at: time, accepted: count, arrived: count });
const milliseconds = z.number().nonnegative();
/** From acceptance to arrival, by the clocks of the hubs; percentiles are off by less than 19 %, and absent when nothing arrived. */
const arrival = z.object({
  count,
  p50Ms: milliseconds.optional(),
  p95Ms: milliseconds.optional(),
  p99Ms: milliseconds.optional(),
});
const agency = { code: z.string(), name: z.string().optional() };

/**
 * The first page of the console: whether it flows, what is stuck, who is absent, whether it adds up, all of one moment (`asOf`). Days are those of Hanoi;
 * in simulation `day` is that of the newest document.
 */
export const overviewSchema = z.object({
  asOf: time,
  simulation: z.boolean(),
  /** The headline of the reports, from the opening of the axis to `day`. */
  sentence: z.string(),
  day,
  today: z.object(counted),
  month: z.object(counted),
  sinceOpening: z.object(counted),
  /** Over the last whole minute, hour, and 24 hours, by the hub's clock. */
  rate: z.object({ minute: rate, hour: rate, day: rate }),
  /** The last 60 minutes, and the last 24 hours in steps of 15 minutes; the oldest first, none left out, the last one still running. */
  series: z.object({ hour: z.array(point), day: z.array(point) }),
  arrival: z.object({ hour: arrival, day: arrival }),
  /** Deliveries made this month from tier to tier. */
  flow: z.array(z.object({ from: z.string(), to: z.string(), made: count })),
  /** This month's ten most. */
  top: z.object({
    senders: z.array(z.object({ ...agency, sent: count })),
    recipients: z.array(z.object({ ...agency, received: count })),
  }),
  /** Deliveries that wait, and the ten oldest of them. */
  waiting: z.object({
    deliveries: count,
    oldest: z.array(
      z.object({
        documentId: z.string(),
        identity: z.string(),
        subject: z.string(),
        recipient: z.string(),
        recipientName: z.string().optional(),
        /** Absent: no system serves the recipient. */
        system: z.string().optional(),
        since: time,
      }),
    ),
  }),
  deadLetters: count,
  /** Systems with an inbox that nobody consumes. */
  absent: z.array(z.object({ name: z.string(), lastSeenAt: time.optional(), queued: count })),
  systems: count,
  /** Since the opening. */
  ledger: ledgerSchema.omit({ asOf: true }),
});
export type Overview = z.infer<typeof overviewSchema>;
