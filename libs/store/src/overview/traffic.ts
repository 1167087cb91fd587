import { type ArrivalBucket } from '#core';
import { type Database, type Snapshot } from '../connection/database.js';
import { type TrafficMinute } from './overview-figures.js';

const MINUTE_MS = 60_000;
const A_DAY = 24 * 60;

/** Minutes of traffic of the last 24 hours and the minute that is running. */
export function readMinutes(snapshot: Snapshot, at: number): Promise<TrafficMinute[]> {
  return snapshot.all<TrafficMinute>(
    'SELECT minute, accepted, arrived FROM traffic_minutes WHERE minute >= ? ORDER BY minute',
    [minuteOf(at) - A_DAY],
  );
}

/** Times to arrival of the last so many minutes. */
export function readArrivals(snapshot: Snapshot, at: number, minutes: number): Promise<ArrivalBucket[]> {
  return snapshot.all<ArrivalBucket>(
    'SELECT bucket, CAST(SUM(deliveries) AS bigint) AS deliveries FROM arrival_minutes WHERE minute >= ? GROUP BY bucket ORDER BY bucket',
    [minuteOf(at) - minutes],
  );
}

/** Forgets the minutes before a moment, epoch milliseconds. */
export async function pruneTraffic(database: Database, before: number): Promise<void> {
  await database.write(async (session) => {
    for (const table of ['arrival_minutes', 'traffic_minutes'])
      await session.all(`DELETE FROM ${table} WHERE minute < ?`, [minuteOf(before)]);
  });
}

/** The minute of a moment, since 1970; epoch milliseconds. */
export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS);
}
