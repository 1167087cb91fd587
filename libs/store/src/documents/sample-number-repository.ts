import { type Database } from '../connection/database.js';

/** What numbers of samples count in: they restart each 1 January for each agency and notation. */
export interface SampleSeries {
  /** Canonical code of the issuing agency. */
  readonly agency: string;
  readonly year: number;
  readonly notation: string;
}

const TAKE = `
  INSERT INTO sample_numbers (agency, year, notation, last) VALUES (?, ?, ?, 1)
  ON CONFLICT (agency, year, notation) DO UPDATE SET last = sample_numbers.last + 1 RETURNING last`;

/** The numbers of samples: 1, 2, 3 …, in series of their own, so that none is in the way of a real document. */
export class SampleNumberRepository {
  constructor(private readonly database: Database) {}

  /** The next number; nobody gets it again, also not from another hub. */
  async take({ agency, year, notation }: SampleSeries): Promise<number> {
    const [row] = await this.database.write((session) => session.all<{ last: number }>(TAKE, [agency, year, notation]));
    if (row === undefined) throw new Error('The store gave no number for a sample.');
    return row.last;
  }

  /** The number that `take` would give now. */
  async next({ agency, year, notation }: SampleSeries): Promise<number> {
    const [row] = await this.database.read.all<{ last: number }>(
      'SELECT last FROM sample_numbers WHERE agency = ? AND year = ? AND notation = ?',
      [agency, year, notation],
    );
    return (row?.last ?? 0) + 1;
  }
}
