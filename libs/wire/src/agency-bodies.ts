import { z } from 'zod';
import { historyEntrySchema, pageOf } from './hub-bodies.js';

const time = z.iso.datetime({ offset: true });
const code = z.string().min(1).max(35);

/** A document handed to an agency as fields; what is left out the agency's system fills in, the number above all. */
export const sendFormSchema = z.strictObject({
  from: code,
  to: z.array(code).min(1).max(5000),
  subject: z.string().min(1).max(500),
  /** Công văn when left out. */
  typeName: z.string().min(1).max(100).optional(),
  content: z.string().max(500).optional(),
  /** 0 to 4; 1 and above is urgent. */
  priority: z.coerce.number().int().min(0).max(4).optional(),
  /** yyyy-MM-dd. */
  dueOn: z.iso.date().optional(),
  /** A paper copy follows too. */
  paper: z.boolean().optional(),
  /** Given automatically, per agency and year, when left out. */
  number: z.string().max(11).optional(),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), contentType: z.string().optional(), base64: z.string() }))
    .optional(),
});
export type SendForm = z.infer<typeof sendFormSchema>;

/** Answer to handing a document to an agency: it is durable there, and goes to the hub when the broker is there. */
export const sentSchema = z.looseObject({ key: z.string(), identity: z.string(), documentId: z.string().optional() });
export type Sent = z.infer<typeof sentSchema>;

/** An attachment; `n` counts from 1. */
const attachment = z.looseObject({ n: z.number().int(), name: z.string(), contentType: z.string(), bytes: z.number() });

/** A report this system makes, on its way to the hub; `error` and `detail` when the hub refused it. */
const sentReport = z.looseObject({
  recipient: z.string(),
  code: z.string(),
  reason: z.string(),
  state: z.string(),
  error: z.string().nullish(),
  detail: z.string().nullish(),
  reportedAt: time,
});

/** What both directions tell of a document; what only its header says is left out when that cannot be read. */
const told = {
  typeName: z.string().optional(),
  /** 0 to 4. */
  priority: z.number().int().optional(),
  /** yyyy-MM-dd, as is `dueOn`. */
  promulgatedOn: z.string().optional(),
  dueOn: z.string().optional(),
  bytes: z.number().int().optional(),
  /** Only of one document, never in lists, as are `reports`. */
  attachments: z.array(attachment).optional(),
  reports: z.array(sentReport).optional(),
};

/** What became of an outgoing document at one recipient, as far as this agency has heard. */
const outgoingRecipient = z.looseObject({
  code: z.string(),
  name: z.string().optional(),
  outcome: z.string().optional(),
  status: z.string().default(''),
  /** '', `asked` or `declined`. */
  withdrawal: z.string().default(''),
  error: z.unknown().optional(),
  history: z.array(historyEntrySchema).default([]),
});

/** A document this system sent; `state` is `queued`, `submitted`, `accepted` or `refused`. */
export const outgoingSchema = z.looseObject({
  key: z.string(),
  documentId: z.string().optional(),
  identity: z.string(),
  from: z.string(),
  subject: z.string(),
  state: z.string(),
  createdAt: time,
  code: z.string().optional(),
  detail: z.string().optional(),
  ...told,
  fromName: z.string().optional(),
  /** In lists: how many recipients stand where. */
  standings: z.array(z.looseObject({ status: z.string(), count: z.number().int() })).optional(),
  recipients: z.array(outgoingRecipient).default([]),
});
export type Outgoing = z.infer<typeof outgoingSchema>;
export const outgoingPageSchema = pageOf(outgoingSchema);

/** A document this system received, once for each of its agencies named in `recipients`. */
export const incomingSchema = z.looseObject({
  documentId: z.string(),
  identity: z.string(),
  from: z.string(),
  fromName: z.string().optional(),
  subject: z.string(),
  receivedAt: time,
  ...told,
  /** Why the document cannot be read, if so. */
  problem: z.string().optional(),
  recipients: z.array(
    z.looseObject({
      code: z.string(),
      name: z.string().optional(),
      status: z.string().default(''),
      withdrawal: z.string().default(''),
    }),
  ),
  history: z.array(historyEntrySchema.extend({ recipient: z.string().optional() })).optional(),
});
export type Incoming = z.infer<typeof incomingSchema>;
export const incomingPageSchema = pageOf(incomingSchema);

/** A report on an incoming document; `recipient` may be left out when only one of the system's agencies holds it. 02 needs a reason. */
export const statusReportSchema = z.strictObject({
  recipient: code.optional(),
  code: z.string().regex(/^\d{2}$/),
  reason: z.string().min(1).max(500).optional(),
});
export type StatusReport = z.infer<typeof statusReportSchema>;

/** The simulated office's habits. */
export const officeSchema = z.strictObject({
  isOn: z.boolean(),
  delaysMs: z.record(z.string().regex(/^0[2-6]$/), z.number().int().nonnegative()),
  refusePercent: z.number().min(0).max(100),
});
export type Office = z.infer<typeof officeSchema>;

/** Faults a system can be given: absent, slow, refusing everything, publishing twice, or never acknowledging. */
export const FAULTS = ['none', 'down', 'slow', 'reject', 'duplicate', 'no-ack'] as const;
export const faultSchema = z.strictObject({
  fault: z.enum(FAULTS),
  /** For `slow`: added to each batch, in milliseconds. */
  delayMs: z.number().int().min(0).max(600_000).optional(),
  /** Healthy again after this long; until further notice when left out. */
  forMs: z.number().int().min(1).max(86_400_000).optional(),
});
export type Fault = z.infer<typeof faultSchema>;

/** The agency's own count. */
export const agencyStatisticsSchema = z.looseObject({
  sent: z.number().int().nonnegative(),
  received: z.number().int().nonnegative(),
});
export type AgencyStatistics = z.infer<typeof agencyStatisticsSchema>;
