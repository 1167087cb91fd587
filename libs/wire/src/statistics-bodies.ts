import { z } from 'zod';

const time = z.iso.datetime({ offset: true });
const day = z.iso.date();
const count = z.number().int().nonnegative();
const counted = { sent: count, received: count };
/** What is counted of a day, an agency or a tier: `sent` are new and replacing documents, `recalls` and `updates` are counted apart. */
export const figures = { ...counted, recalls: count, updates: count, refused: count, finished: count };

/** Sent and received of a period (first and last day inclusive, Hanoi days) with the headline sentence of the reports. */
export const totalsSchema = z.looseObject({ ...counted, from: day, to: day, asOf: time, sentence: z.string() });
export type Totals = z.infer<typeof totalsSchema>;

/** Figures of one day (and since the opening), one agency or one tier. */
export const byDaySchema = z.looseObject({
  asOf: time,
  items: z.array(z.looseObject({ ...figures, sentSoFar: count, receivedSoFar: count, day })),
});
export const byAgencySchema = z.looseObject({
  asOf: time,
  items: z.array(z.looseObject({ ...figures, code: z.string(), name: z.string().optional(), tier: z.string() })),
});
export const byTierSchema = z.looseObject({
  asOf: time,
  items: z.array(z.looseObject({ ...figures, tier: z.string(), agencies: count })),
});
export type ByDay = z.infer<typeof byDaySchema>;
export type ByAgency = z.infer<typeof byAgencySchema>;
export type ByTier = z.infer<typeof byTierSchema>;

/** Deliveries made = received + waiting + expired + withdrawn + failed, always; `addsUp` says whether it does. */
export const ledgerSchema = z.looseObject({
  asOf: time,
  made: count,
  received: count,
  waiting: count,
  expired: count,
  withdrawn: count,
  failed: count,
  addsUp: z.boolean(),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** One thing the doctor looked at; what is not well comes with cause and remedy. */
export const examinationSchema = z.looseObject({
  part: z.string(),
  /** `unread`: it could not be looked at, so it is not known how it is. */
  state: z.enum(['good', 'poor', 'bad', 'unread']),
  symptom: z.string(),
  cause: z.string().optional(),
  remedy: z.string().optional(),
});
export type Examination = z.infer<typeof examinationSchema>;
export const diagnosticsSchema = z.looseObject({ asOf: time, examinations: z.array(examinationSchema) });
export type Diagnostics = z.infer<typeof diagnosticsSchema>;

/** Health of a program: `ok` when it can do its work; `parts` says what is `up` and what is `down`. */
export const healthSchema = z.looseObject({ status: z.string(), parts: z.record(z.string(), z.string()).optional() });
export type Health = z.infer<typeof healthSchema>;

/** One line of the hub's event feed. `from` sent the document; `recipient` is the one agency that an arrival or a status is about. */
export const hubEventSchema = z.looseObject({
  at: time,
  kind: z.string(),
  documentId: z.string().optional(),
  identity: z.string().optional(),
  subject: z.string().optional(),
  from: z.string().optional(),
  fromName: z.string().optional(),
  recipient: z.string().optional(),
  recipientName: z.string().optional(),
  recipients: z.array(z.string()).optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
});
export type HubEvent = z.infer<typeof hubEventSchema>;
