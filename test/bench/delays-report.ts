import { type Aim, aimsOf, type Delays } from './delays-aims.js';
import { BACKLOG } from './delays-urgent.js';
import { type Percentiles } from './latencies.js';

const NAME_WIDTH = 52;
const COLUMNS = ['count', 'p50', 'p95', 'p99', 'max'] as const;

/** The figures as a table, then every aim with what was measured. */
export function reportOf(delays: Delays): string {
  const rows = rowsOf(delays).map(
    ([name, each]) => name.padEnd(NAME_WIDTH) + COLUMNS.map((of) => cell(each[of])).join(''),
  );
  const table = rows.length === 0 ? [] : [`${'ms'.padEnd(NAME_WIDTH)}${COLUMNS.map(cell).join('')}`, ...rows];
  return [...table, ...notesOf(delays), ...aimsOf(delays).map(lineOf), ''].join('\n');
}

function rowsOf({ steady, dead, urgent }: Delays): [string, Percentiles][] {
  const rows: [string, Percentiles | undefined][] = [
    ['steady: due to accepted', steady?.acceptance],
    ['steady: due to arrived', steady?.arrival],
    ['one system dead: due to accepted', dead?.acceptance],
    ['one system dead: due to arrived at the others', dead?.arrival],
    [`urgent, ${BACKLOG} ordinary ones in the inbox`, urgent?.inbox.arrival],
    [`urgent, ${BACKLOG} ordinary ones before the hub`, urgent?.hub.arrival],
  ];
  return rows.filter((row): row is [string, Percentiles] => row[1] !== undefined);
}

function notesOf({ urgent, large }: Delays): string[] {
  const notes: string[] = [];
  if (urgent !== undefined)
    notes.push(
      `ordinary ones left after the last urgent one: ${urgent.inbox.stillWaiting} in the inbox, ${urgent.hub.stillWaiting} before the hub`,
    );
  if (large !== undefined) {
    const { bodyMb, acceptedSeconds, arrivedSeconds, hubPeakMemoryMb } = large;
    notes.push(
      `1 GB attachment, ${bodyMb} MB of edXML: accepted after ${acceptedSeconds.toFixed(1)} s, arrived with the right digest after ${arrivedSeconds.toFixed(1)} s; hub's peak memory ${hubPeakMemoryMb} MB`,
    );
  }
  return notes;
}

function lineOf({ aim, measured, isMet }: Aim): string {
  return `${isMet ? 'met   ' : 'missed'} ${aim}: ${measured}`;
}

function cell(value: string | number): string {
  return String(value).padStart(10);
}
