import { type Database } from '../connection/database.js';
import { type Letter, type LetterKind, type LetterQuery } from './letter.js';
import { COLUMNS, FAILED, FRESH, type LetterRow, letterOf } from './letter-row.js';

/** One statement, so that a letter marked meanwhile is neither listed twice nor left out; each half is an index read in its order. */
export function openStatement({ from, to }: Pick<LetterQuery, 'from' | 'to'>): string {
  const since = from === undefined ? '' : 'AND created_at >= ?';
  const until = to === undefined ? '' : 'AND created_at < ?';
  const half = (place: number, state: string): string =>
    `SELECT * FROM (SELECT ${COLUMNS}, ${place} AS place FROM letters
       WHERE system = ? AND kind = ? AND ${state} ${since} ${until} ORDER BY created_at, doc_id LIMIT ?) AS half_${place}`;
  return `${half(0, FRESH)} UNION ALL ${half(1, FAILED)} ORDER BY place, created_at, doc_id LIMIT ?`;
}

export async function openLetters(database: Database, system: string, query: LetterQuery): Promise<Letter[]> {
  const { kind, from, to, limit } = query;
  const half = [system, kind, from, to, limit].filter((value) => value !== undefined);
  const rows = await database.read.all<LetterRow>(openStatement(query), [...half, ...half, limit]);
  return rows.map(letterOf);
}

export async function countOpenLetters(database: Database, system: string, kind: LetterKind): Promise<number> {
  const part = (state: string): string => `(SELECT count(*) FROM letters WHERE system = ? AND kind = ? AND ${state})`;
  const [row] = await database.read.all<{ n: number }>(`SELECT ${part(FRESH)} + ${part(FAILED)} AS n`, [
    ...[system, kind],
    ...[system, kind],
  ]);
  return row?.n ?? 0;
}
