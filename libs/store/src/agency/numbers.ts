import { type Session } from '../connection/database.js';

/** Takes the next number of an agency's documents with one notation in one year: 1, 2, 3 …; part of the transaction that uses it, so none is lost or given twice. */
export async function takeNumber(session: Session, series: NumberSeries): Promise<number> {
  const [row] = await session.all<{ last: number }>(
    `INSERT INTO numbers(agency, year, notation, last) VALUES (?, ?, ?, 1)
     ON CONFLICT(agency, year, notation) DO UPDATE SET last = last + 1 RETURNING last`,
    [series.agency, series.year, series.notation],
  );
  return row!.last;
}

/** Notes a number somebody else gave, so that automatic ones go on after it. */
export async function noteNumber(session: Session, series: NumberSeries, number: number): Promise<void> {
  await session.all(
    `INSERT INTO numbers(agency, year, notation, last) VALUES (?, ?, ?, ?)
     ON CONFLICT(agency, year, notation) DO UPDATE SET last = max(last, excluded.last)`,
    [series.agency, series.year, series.notation, number],
  );
}

/** What numbers count in: they restart each 1 January for each agency and notation. */
export interface NumberSeries {
  readonly agency: string;
  readonly year: number;
  readonly notation: string;
}
