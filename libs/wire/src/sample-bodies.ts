import { z } from 'zod';
import { submissionAnswerSchema } from './hub-bodies.js';

const code = z.string().min(1).max(35);
const text = z.string().trim().min(1).max(500);

/** POST /samples: a document made from fields, handed in for the system that speaks for the sender. */
export const sampleSchema = z.strictObject({
  from: code,
  to: z.array(code).min(1).max(500),
  subject: text,
  typeName: z.string().trim().min(1).max(100).default('Công văn'),
  content: z.string().max(4000).default(''),
  priority: z.number().int().min(0).max(4).default(0),
  dueOn: z.iso.date().optional(),
  paper: z.boolean().default(false),
  /** The number, given automatically when left out. */
  number: z.string().max(11).optional(),
  notation: z.string().max(50).optional(),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(250), contentType: z.string().max(100), base64: z.base64() }))
    .max(20)
    .default([]),
});
export type Sample = z.input<typeof sampleSchema>;

/** Answer to a sample: what became of it, as its system would have been told, and what it was. A dry run has neither documentId nor acceptedAt. */
export const sampleAnswerSchema = submissionAnswerSchema.extend({
  /** The system it was handed in for. */
  system: z.string(),
  /** Bytes of its edXML. */
  size: z.number().int().nonnegative(),
  typeName: z.string(),
  recipients: z.array(
    submissionAnswerSchema.shape.recipients.element.extend({
      /** Whether the recipient's system takes documents now; absent without a system, and while the broker is away. */
      connected: z.boolean().optional(),
    }),
  ),
});
export type SampleAnswer = z.infer<typeof sampleAnswerSchema>;

/** A document of the usual kind to begin with. */
export const sampleTemplateSchema = z.object({
  id: z.string(),
  typeName: z.string(),
  notation: z.string(),
  subject: z.string(),
  content: z.string(),
  priority: z.number().int().min(0).max(4),
});
export type SampleTemplate = z.infer<typeof sampleTemplateSchema>;
export const sampleTemplateListSchema = z.object({ items: z.array(sampleTemplateSchema) });

/** POST /samples/many: believable documents between connected agencies. */
export const manySamplesSchema = z.strictObject({
  count: z.number().int().min(1).max(500),
  /** Only from this agency. */
  from: code.optional(),
});
export type ManySamples = z.infer<typeof manySamplesSchema>;

/** What became of them; `documents` in the order they were made. */
export const manySamplesAnswerSchema = z.object({
  accepted: z.number().int().nonnegative(),
  refused: z.array(z.object({ code: z.string(), detail: z.string() })),
  documents: z.array(z.object({ documentId: z.string(), identity: z.string(), subject: z.string() })),
});
export type ManySamplesAnswer = z.infer<typeof manySamplesAnswerSchema>;
