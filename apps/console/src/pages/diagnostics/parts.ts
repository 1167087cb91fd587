import { type Examination } from '#wire';
import { type DiagnosticsWord } from './words.js';

const WORDS: Readonly<Record<string, DiagnosticsWord>> = {
  store: 'part_store',
  broker: 'part_broker',
  disk: 'part_disk',
  systems: 'part_systems',
  'dead letters': 'part_deadLetters',
  ledger: 'part_ledger',
  versions: 'part_versions',
  clock: 'part_clock',
  queues: 'part_queues',
  sweeps: 'part_sweeps',
};

/** The word for a part that the hub examines; undefined for one that the pages do not know, which is called as the hub calls it. */
export function wordOfPart(part: string): DiagnosticsWord | undefined {
  return Object.hasOwn(WORDS, part) ? WORDS[part] : undefined;
}

const RANK: Readonly<Record<Examination['state'], number>> = { bad: 0, unread: 1, poor: 2, good: 3 };

/** What is broken first, then what could not be read, then what is to be looked at; otherwise as the hub has them. */
export function inOrder(examinations: readonly Examination[]): Examination[] {
  return examinations.toSorted((one, other) => RANK[one.state] - RANK[other.state]);
}
