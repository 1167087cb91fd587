import { edxmlOf } from '../../apps/simulator/src/replay/edxml-of.js';
import { replaySystems } from '../../apps/simulator/src/replay/plan/government.js';
import { systemOf } from '../../apps/simulator/src/replay/plan/planned.js';
import { PUBLISHED } from '../../apps/simulator/src/replay/plan/published.js';
import { replayPlan } from '../../apps/simulator/src/replay/plan/replay-plan.js';
import { type PreparedDocument, prepareDocuments, RECEIVERS } from './workload.js';

/** Whose documents a relay passes on: those of the benchmark with its eight receiving systems, or those of the replay between the country's 94. */
export const TRAFFICS = ['eight', 'country'] as const;
export type Traffic = (typeof TRAFFICS)[number];

/** The systems whose inboxes it needs. */
export function receiversOf(traffic: Traffic): readonly string[] {
  return traffic === 'eight' ? RECEIVERS : replaySystems().map(({ name }) => name);
}

/** Some `count` documents, made whole; the country's are those of a replay on that scale, a few more or less. */
export function prepare(traffic: Traffic, count: number): PreparedDocument[] {
  return traffic === 'eight' ? prepareDocuments(count) : countryDocuments(count);
}

function countryDocuments(count: number): PreparedDocument[] {
  const scale = count / (PUBLISHED.at(-1)?.sent ?? count);
  const documents: PreparedDocument[] = [];
  for (const planned of replayPlan({ seed: 2020, scale, statuses: 0, lastDays: new Set() })) {
    if (planned.kind !== 'edoc') continue;
    const systems = [...new Set(planned.recipients.map(({ code }) => systemOf(code)))];
    documents.push({ key: `bench-${planned.place}`, systems, body: edxmlOf(planned) });
  }
  return documents;
}
