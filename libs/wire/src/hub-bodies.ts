import { z } from 'zod';
import { recipientResultSchema } from './messages.js';

const time = z.iso.datetime({ offset: true });
const count = z.number().int().nonnegative();

/** A page of a list: `next` is the cursor of the following page, absent on the last one. */
export function pageOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodOptional<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** Answer of POST /documents. A dry run has neither documentId nor acceptedAt. */
export const submissionAnswerSchema = z.looseObject({
  documentId: z.string().optional(),
  identity: z.string(),
  acceptedAt: time.optional(),
  /** True: this document was here already, and this is the first answer again. */
  repeated: z.boolean(),
  recipients: z.array(recipientResultSchema.extend({ name: z.string().optional(), system: z.string().optional() })),
});
export type SubmissionAnswer = z.infer<typeof submissionAnswerSchema>;

/** One entry in the life of a delivery: `at` by the reporter's clock, `reportedAt` by the hub's. */
export const historyEntrySchema = z.looseObject({
  code: z.string(),
  at: z.string().optional(),
  reportedAt: time.optional(),
  reason: z.string().optional(),
  by: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** One document at one recipient. `status` is the last business status, '' before the first. */
export const deliverySchema = z.looseObject({
  recipient: z.string(),
  name: z.string().optional(),
  system: z.string().optional(),
  state: z.string(),
  status: z.string(),
  arrivedAt: time.optional(),
  history: z.array(historyEntrySchema).default([]),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** A document in a list: no bodies, no deliveries. */
export const documentSummarySchema = z.looseObject({
  documentId: z.string(),
  identity: z.string(),
  sender: z.string(),
  senderName: z.string().optional(),
  subject: z.string(),
  typeName: z.string().optional(),
  /** From 0 ordinary to 4 at a fixed time. */
  priority: z.number().int().optional(),
  acceptedAt: time,
  /** How many deliveries are in which state. */
  deliveryStates: z.record(z.string(), count).optional(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export const documentPageSchema = pageOf(documentSummarySchema);

/** An attachment in a document's list: the n-th, from 1; `size` is that of its decoded content in bytes. */
export const listedAttachmentSchema = z.looseObject({
  n: z.number().int().positive(),
  name: z.string(),
  contentType: z.string(),
  size: count,
});
export type ListedAttachment = z.infer<typeof listedAttachmentSchema>;

/** A document with its deliveries and attachments; a system sees only the deliveries that concern it. */
export const documentDetailSchema = documentSummarySchema.extend({
  deliveries: z.array(deliverySchema),
  attachments: z.array(listedAttachmentSchema).default([]),
});
export type DocumentDetail = z.infer<typeof documentDetailSchema>;

const traceLine = z.looseObject({ at: time.optional(), recipient: z.string().optional(), text: z.string() });

/** The way of a document in words, hop by hop: what happened when, what it waits for, what to do. */
export const traceSchema = z.looseObject({
  lines: z.array(z.union([z.string().transform((text): z.infer<typeof traceLine> => ({ text })), traceLine])),
});
export type Trace = z.infer<typeof traceSchema>;

/** A message nobody could handle, with the queue it lay in and why. */
export const deadLetterSchema = z.looseObject({
  id: z.string(),
  queue: z.string(),
  reason: z.string(),
  at: time,
  /** When it was handled again. */
  retriedAt: time.optional(),
  bytes: count.optional(),
  messageId: z.string().optional(),
  system: z.string().optional(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;
export const deadLetterPageSchema = pageOf(deadLetterSchema);

/** Something a rule refused, as the hub recorded it. */
export const refusedSchema = z.looseObject({
  at: time,
  code: z.string(),
  detail: z.string(),
  system: z.string().optional(),
});
export type Refused = z.infer<typeof refusedSchema>;
export const refusedPageSchema = pageOf(refusedSchema);

/** An agency of the directory; `system` is the one that serves it, if any. */
export const agencySchema = z.looseObject({
  code: z.string(),
  name: z.string(),
  tier: z.string().optional(),
  /** The agency directly above. */
  parent: z.string().optional(),
  /** How many stand directly below. */
  children: count.optional(),
  system: z.string().optional(),
});
export type Agency = z.infer<typeof agencySchema>;
export const agencyPageSchema = pageOf(agencySchema);

/**
 * What is sent to enrol a system. `arrivals`: it wants status 01 passed on. `poll`: it has no inbox and polls its mailbox over HTTP. `secret`: made by
 * the system itself, so that an enrolment whose answer was lost can be asked for once more.
 */
export const newSystemSchema = z.strictObject({
  name: z.string().min(1).max(63),
  codes: z.array(z.string().min(1).max(35)).min(1).max(1000),
  arrivals: z.boolean().default(false),
  poll: z.boolean().default(false),
  secret: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
});
export type NewSystem = z.input<typeof newSystemSchema>;

/** A connected system. */
export const systemSchema = z.looseObject({
  name: z.string(),
  codes: z.array(z.string()),
  arrivals: z.boolean().optional(),
  /** Whether it polls a mailbox instead of having an inbox. */
  poll: z.boolean().optional(),
  /** Whether anybody consumes its inbox now. */
  connected: z.boolean().optional(),
  lastSeenAt: time.optional(),
  /** Kept out by the operators since. */
  lockedAt: time.optional(),
  /** Messages ready in both inboxes. */
  queued: count.optional(),
  /** Consumers of both its inboxes now; absent for one that polls. */
  consumers: count.optional(),
  /** When the oldest document that it has not taken yet was accepted. */
  oldestWaitingSince: time.optional(),
  /** When that was read, or that none waits, where it could not be read anew. */
  oldestWaitingAsOf: time.optional(),
  /** It could not be read yet: whether any waits is not known. */
  oldestWaitingUnknown: z.boolean().optional(),
});
export type ConnectedSystem = z.infer<typeof systemSchema>;
export const systemPageSchema = pageOf(systemSchema);

/** Answer to an enrolment: the only time the secret is shown. */
export const enrolledSystemSchema = systemSchema.extend({ secret: z.string() });
export type EnrolledSystem = z.infer<typeof enrolledSystemSchema>;

/** Answer to a renewal of a secret: the only time the new one is shown. */
export const renewedSecretSchema = z.looseObject({ name: z.string(), secret: z.string() });
export type RenewedSecret = z.infer<typeof renewedSecretSchema>;

/** Ask for everything accepted since a moment to be delivered to a system again. */
export const resendSchema = z.strictObject({ since: time });
export const resendAnswerSchema = z.looseObject({ documents: count, deliveries: count.optional() });
export type ResendAnswer = z.infer<typeof resendAnswerSchema>;
