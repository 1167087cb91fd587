import { z } from 'zod';
import { figures } from './statistics-bodies.js';

const day = z.iso.date();
const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1).optional();
const tier = z.string();
const kind = { sent: count, deliveries: count };

function answer<T extends z.ZodRawShape>(item: T) {
  const common = { asOf: z.iso.datetime({ offset: true }), from: day, to: day };
  return z.looseObject({ ...common, items: z.array(z.looseObject(item)) });
}

const soFar = { ...figures, sentSoFar: count, receivedSoFar: count };

/** Figures of each week or month, and in all since the opening of the axis. */
export const byWeekSchema = answer({ ...soFar, week: z.string() });
export const byMonthSchema = answer({ ...soFar, month: z.string() });
export type ByWeek = z.infer<typeof byWeekSchema>;
export type ByMonth = z.infer<typeof byMonthSchema>;

/** Ministries and provinces with everything below them; `branch` is level 1 of their codes. */
export const byBranchSchema = answer({ ...figures, branch: z.string(), name: z.string().optional(), agencies: count });
export type ByBranch = z.infer<typeof byBranchSchema>;

/** Documents and deliveries by type, by urgency, and with and without paper; `paperless` are the 26 types of 4/2/2020. */
export const byTypeSchema = answer({ ...kind, type: z.string() });
export const byPrioritySchema = answer({ ...kind, priority: count, name: z.string() });
export const byPaperSchema = answer({ ...kind, paper: z.boolean() }).extend({
  paperless: z.looseObject({ sent: count, withPaper: count, withPaperShare: share }),
});
export type ByType = z.infer<typeof byTypeSchema>;
export type ByPriority = z.infer<typeof byPrioritySchema>;
export type ByPaper = z.infer<typeof byPaperSchema>;

const statuses = {
  ...{ arrived: count, refused: count, registered: count, assigned: count, processing: count },
  ...{ finished: count, givenBack: count },
};

/** Deliveries that arrived in the period, by where they stand now; adds up to `received`. `target` is the share to be finished. */
export const byStatusSchema = answer({ tier, received: count, ...statuses, finishedShare: share, target: share });
export type ByStatus = z.infer<typeof byStatusSchema>;

/** Agencies in the directory, and those that sent, received, or either (`active`) in the period. */
export const coverageSchema = answer({
  tier,
  ...{ agencies: count, senders: count, recipients: count, active: count, activeShare: share },
}).extend({ goal: z.looseObject({ share: z.number(), before: day }) });
export type CoverageAnswer = z.infer<typeof coverageSchema>;

/** How soon after signing documents were sent, and how soon after sending they arrived and were registered (03). */
export const punctualitySchema = answer({
  tier,
  ...{ sent: count, sentSameDay: count, sentNextMorning: count, sentInTimeShare: share },
  ...{ received: count, receivedSameDay: count, receivedSameDayShare: share },
  ...{ registered: count, registeredSameDay: count, registeredSameDayShare: share },
});
export type PunctualityAnswer = z.infer<typeof punctualitySchema>;

/** The pairs with the most deliveries, out of `total` pairs. */
export const byPairSchema = answer({
  ...{ sender: z.string(), senderName: z.string().optional(), recipient: z.string() },
  ...{ recipientName: z.string().optional(), made: count, received: count },
}).extend({ total: count });
export type ByPair = z.infer<typeof byPairSchema>;
