import { type Session } from '../connection/database.js';
import { type ColumnType, insertRows, type RowStatement } from '../connection/row-statement.js';

/** A table of counters: a row for each key, to whose counts is added. */
export interface CounterTable<Count extends string> {
  readonly name: string;
  readonly keys: Readonly<Record<string, ColumnType>>;
  readonly counts: readonly Count[];
}

/** A value of a key. */
export type KeyPart = string | number;

interface CounterRow {
  readonly key: readonly KeyPart[];
  readonly counts: number[];
}

const statements = new Map<string, RowStatement>();

/** What a transaction has to add to one table of counters, a row for each key however often it is added to. */
export class Counter<Count extends string> {
  private readonly rows = new Map<string, CounterRow>();

  constructor(private readonly table: CounterTable<Count>) {}

  add(key: readonly KeyPart[], what: Count, add: number): void {
    if (add === 0) return;
    const name = key.join('\u0000');
    let row = this.rows.get(name);
    if (row === undefined) this.rows.set(name, (row = { key, counts: this.table.counts.map(() => 0) }));
    const at = this.table.counts.indexOf(what);
    row.counts[at] = (row.counts[at] ?? 0) + add;
  }

  /** In the order of the keys, so that two hubs never wait for one another in a circle. */
  async write(session: Session): Promise<void> {
    const rows = [...this.rows]
      .filter(([, { counts }]) => counts.some((count) => count !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, counts }]) => [...key, ...counts]);
    await session.each(addTo(this.table), rows);
  }
}

/** The statement that adds to a table, made once. */
function addTo({ name, keys, counts }: CounterTable<string>): RowStatement {
  const known = statements.get(name);
  if (known) return known;
  const integers = Object.fromEntries(counts.map((count) => [count, 'integer' as const]));
  const sums = counts.map((count) => `${count} = ${name}.${count} + excluded.${count}`).join(', ');
  const tail = `ON CONFLICT (${Object.keys(keys).join(', ')}) DO UPDATE SET ${sums}`;
  const statement = insertRows(name, { ...keys, ...integers }, tail);
  statements.set(name, statement);
  return statement;
}
