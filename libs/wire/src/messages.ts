import { z } from 'zod';

/** Names of the message headers of docs/protocol; every one begins with `x-truc-`. */
export const HEADER = {
  /** Lower-case hex SHA-256 of a body that travels by claim check; the message itself is then empty. */
  body: 'x-truc-body',
  /** Bytes of that body. */
  bodySize: 'x-truc-body-size',
  /** True on a copy of which the hub does not know whether an earlier one arrived. */
  again: 'x-truc-again',
  /** JSON {@link addresseesSchema}: the recipients of this slice of a delivery, by system. */
  for: 'x-truc-for',
  /** When the hub accepted the document, ISO 8601. */
  acceptedAt: 'x-truc-accepted-at',
  /** The document's identity as people write it. */
  identity: 'x-truc-identity',
  /** On a submission of documents or statuses: the moment it plays at, ISO 8601 with offset; refused unless the hub was started for simulation. */
  simulatedAt: 'x-truc-simulated-at',
  /** On a status passed on: the document it is about. */
  document: 'x-truc-document',
  /** On a status passed on: the recipient whose delivery it is about. */
  recipient: 'x-truc-recipient',
} as const;

const time = z.iso.datetime({ offset: true });
const codes = z.array(z.string().min(1).max(35)).min(1).max(5000);

/** Which recipients a delivery is for, by system: `{ "h53": ["000.00.04.H53"] }`. The value of header `x-truc-for`. */
export const addresseesSchema = z.record(z.string(), codes);

/** Recipients that one message of receipts may name, over all its documents; more would hold up everybody else's. */
export const MOST_RECEIPTED = 5_000;
/** Findings of a malformed message that are told; the rest would be more of the same. */
const MOST_ISSUES = 10;

/** What a system took from its inbox: one message may name many documents. `at` is when its own transaction ended. */
export const receiptsSchema = z.object({
  receipts: z
    .array(z.object({ documentId: z.uuid(), recipients: codes, at: time }))
    .min(1)
    .max(5000),
});
export type Receipts = z.infer<typeof receiptsSchema>;

/** Why something was refused: a code of docs/errors.md and one readable sentence. */
export const refusalSchema = z.object({ code: z.string(), detail: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

/** One finding in an edXML file: class N, R, M or T of docs/errors.md, where, and what is wrong. */
export const findingSchema = z.object({
  class: z.string(),
  path: z.string(),
  at: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What became of one recipient: `waiting` is accepted for an agency that no system serves yet. */
export const recipientResultSchema = z.object({
  code: z.string(),
  outcome: z.enum(['accepted', 'waiting', 'failed']),
  error: refusalSchema.optional(),
});
export type RecipientResult = z.infer<typeof recipientResultSchema>;

/** The hub's answer to one submission, found again by its idempotency key. A refused one carries code and detail. */
export const noticeResultSchema = z.object({
  key: z.string(),
  kind: z.enum(['edoc', 'status', 'receipt']),
  outcome: z.enum(['accepted', 'repeated', 'refused']),
  documentId: z.string().optional(),
  code: z.string().optional(),
  detail: z.string().optional(),
  problems: z.array(findingSchema).optional(),
  /** The document that has the identity already. */
  firstDocumentId: z.string().optional(),
  recipients: z.array(recipientResultSchema).optional(),
});
export type NoticeResult = z.infer<typeof noticeResultSchema>;

/** One notice answers all submissions of a system in one batch. */
export const noticeSchema = z.object({ results: z.array(noticeResultSchema).min(1) });
export type Notice = z.infer<typeof noticeSchema>;

/** Status 01 on its way to an issuer whose system asked for it. */
export const arrivalsSchema = z.object({
  arrivals: z.array(z.object({ documentId: z.string(), recipients: codes, at: time })).min(1),
});
export type Arrivals = z.infer<typeof arrivalsSchema>;

/** What was wrong with a JSON message, one short clause each. */
export class MalformedMessage extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The message is malformed: ${problems.join('; ')}`);
    this.name = 'MalformedMessage';
  }
}

/** Reads a JSON message against its schema; throws MalformedMessage, never anything else. */
export function readMessage<T>(schema: z.ZodType<T>, body: Uint8Array | string): T {
  return checked(schema, parseJson(typeof body === 'string' ? body : Buffer.from(body).toString('utf8')));
}

function checked<T>(schema: z.ZodType<T>, message: unknown): T {
  const result = schema.safeParse(message);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MOST_ISSUES);
  throw new MalformedMessage(issues.map(({ path, message: fault }) => `${path.join('.') || 'JSON'}: ${fault}`));
}

/** Reads a message of receipts; throws MalformedMessage, also for one that names more than MOST_RECEIPTED recipients. */
export function readReceipts(body: Uint8Array): Receipts {
  const message = parseJson(Buffer.from(body).toString('utf8'));
  // Counted before it is checked: checking names every fault of every entry.
  if (entriesIn(message) > MOST_RECEIPTED) throw new MalformedMessage([`more than ${MOST_RECEIPTED} recipients`]);
  return checked(receiptsSchema, message);
}

function entriesIn(message: unknown): number {
  const receipts = fieldOf(message, 'receipts');
  if (!Array.isArray(receipts)) return 0;
  let entries = 0;
  for (const each of receipts) {
    const recipients = fieldOf(each, 'recipients');
    entries += Array.isArray(recipients) ? Math.max(1, recipients.length) : 1;
  }
  return entries;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The bytes of a JSON message. */
export function writeMessage(message: Receipts | Notice | Arrivals): Buffer {
  return Buffer.from(JSON.stringify(message), 'utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedMessage(['not JSON']);
  }
}
