import { type HubClient, type Totals } from '#wire';
import { BREAKDOWNS, type By } from './all-breakdowns.js';
import { type ReportQuery } from './breakdown.js';
import { type Sheet } from './sheet.js';

/** A report laid out, what the hub answered, and the figures of the whole period with their sentence. */
export interface Report {
  readonly sheet: Sheet;
  readonly answer: { readonly items: readonly unknown[] };
  readonly totals: Totals;
}

/** Asks the hub for a breakdown and the sentence of its period. */
export async function reportOf(hub: HubClient, by: By, query: ReportQuery): Promise<Report> {
  const { columns, ask } = BREAKDOWNS[by];
  const { from, to } = query;
  const [totals, { answer, rows, notes }] = await Promise.all([hub.totals({ from, to }), ask(hub.statistics, query)]);
  return { sheet: { title: totals.sentence, columns, rows, notes }, answer, totals };
}
