import { type Breakdown } from './breakdown.js';
import { BREAKDOWNS_OF_CONDUCT } from './breakdowns-of-conduct.js';
import { BREAKDOWNS_OF_DOCUMENTS } from './breakdowns-of-documents.js';
import { BREAKDOWNS_OF_FIGURES } from './breakdowns-of-figures.js';

/** Every breakdown by the word of `--by`. */
export const BREAKDOWNS = {
  ...BREAKDOWNS_OF_FIGURES,
  ...BREAKDOWNS_OF_DOCUMENTS,
  ...BREAKDOWNS_OF_CONDUCT,
} satisfies Readonly<Record<string, Breakdown>>;

/** What `--by` takes. */
export type By = keyof typeof BREAKDOWNS;
