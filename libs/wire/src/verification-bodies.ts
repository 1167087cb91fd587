import { z } from 'zod';

const count = z.number().int().nonnegative();
const value = z.union([z.number(), z.string()]).nullable();

/** A row that says something else (`counted`) than what it is counted from (`recounted`); `key` names it, and is empty for the whole country. */
export const differenceSchema = z.looseObject({
  check: z.string(),
  table: z.string(),
  key: z.looseObject({
    day: z.string().optional(),
    month: z.string().optional(),
    year: z.string().optional(),
    agency: z.string().optional(),
    code: z.string().optional(),
    documentId: z.string().optional(),
    identity: z.string().optional(),
    recipient: z.string().optional(),
    reportKey: z.string().optional(),
  }),
  what: z.string(),
  counted: value,
  recounted: value,
});
export type Difference = z.infer<typeof differenceSchema>;

/** Counters, ledger and documents held against each other at one moment. `total` counts every row that differs; of each check the first are named. */
export const verificationSchema = z.looseObject({
  asOf: z.iso.datetime({ offset: true }),
  compared: z.looseObject({ documents: count, deliveries: count, reports: count, counters: count }),
  checks: z.array(z.looseObject({ name: z.string(), table: z.string(), differences: count })),
  differences: z.array(differenceSchema),
  total: count,
});
export type Verification = z.infer<typeof verificationSchema>;
