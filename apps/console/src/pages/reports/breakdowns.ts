import { type Breakdown } from './breakdown.js';
import { BREAKDOWNS_OF_CONDUCT } from './breakdowns-of-conduct.js';
import { BREAKDOWNS_OF_DOCUMENTS } from './breakdowns-of-documents.js';
import { BREAKDOWNS_OF_FIGURES } from './breakdowns-of-figures.js';

/** Every breakdown by what the page's address calls it, in the order in which they are offered. */
export const BREAKDOWNS: Readonly<Record<string, Breakdown>> = {
  ...BREAKDOWNS_OF_FIGURES,
  ...BREAKDOWNS_OF_DOCUMENTS,
  ...BREAKDOWNS_OF_CONDUCT,
};

const FIRST = 'tier';

/** The breakdown an address asks for; by tier where it does not say. */
export function breakdownIn(address: URLSearchParams): { name: string; breakdown: Breakdown } {
  const asked = address.get('by') ?? FIRST;
  const name = Object.hasOwn(BREAKDOWNS, asked) ? asked : FIRST;
  return { name, breakdown: BREAKDOWNS[name] ?? BREAKDOWNS_OF_FIGURES.tier };
}
