/** Types a row's values can have; PostgreSQL has to be told. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'bytea';

/**
 * A statement that is run for many rows of values, as one text for each database, so that it is parsed once however many rows there are:
 * SQLite runs a prepared statement row by row (no round trips there), PostgreSQL unnests one array per column.
 */
export interface RowStatement {
  readonly columns: readonly ColumnType[];
  readonly sqlite: string;
  /** Which value of a row each mark of the SQLite text takes, in order. */
  readonly marks: readonly number[];
  readonly postgres: string;
  /** Its plan is good for tables of any size, so PostgreSQL may keep it. */
  readonly keepsPlan: boolean;
}

type Columns = Readonly<Record<string, ColumnType>>;

/** `INSERT INTO table (columns) …rows… tail`; the tail takes ON CONFLICT and RETURNING. */
export function insertRows(table: string, columns: Columns, tail = ''): RowStatement {
  const names = Object.keys(columns).join(', ');
  const values = Object.keys(columns).map((name) => `v.${name}`);
  return {
    columns: Object.values(columns),
    ...marked(columns, `INSERT INTO ${table} (${names}) VALUES (${values.join(', ')}) ${tail}`),
    postgres: `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${unnested(columns)} ${tail}`,
    keepsPlan: true,
  };
}

/** What to read for each row `v`. The `where` must name the row's columns and a key of what is read. */
export interface LookUp {
  /** Columns of the answer, each with a name of its own. */
  readonly select: string;
  /** Columns of `v` to give back with them. */
  readonly keep?: string;
  readonly from: string;
  readonly where: string;
  /** Locks on PostgreSQL; SQLite has one writer anyway. */
  readonly lock?: string;
}

/**
 * Reads something by key for every row, in the order of the rows. On PostgreSQL `OFFSET 0` keeps the planner from turning the lookups into
 * a join: without statistics (a young database) it would read whole tables instead, and keep that plan while they grow (tried: 1 s for 3 ms).
 */
export function lookUp(columns: Columns, { select, keep, from, where, lock = '' }: LookUp): RowStatement {
  const kept = keep === undefined ? '' : `${keep}, `;
  return {
    columns: Object.values(columns),
    ...marked(columns, `SELECT ${keep === undefined ? '' : named(keep)}${select} FROM ${from} WHERE ${where}`),
    postgres: `SELECT ${kept}found.* FROM ${unnested(columns)} CROSS JOIN LATERAL (SELECT ${select} FROM ${from} WHERE ${where} OFFSET 0 ${lock}) AS found`,
    keepsPlan: true,
  };
}

/**
 * Changes the row of `table` with the same key as each row `v`, `only` where it says so; one PostgreSQL statement, so name each key once.
 * Conditions on indexed columns are written so that no partial index serves them: the key is the way.
 */
export function updateRows(columns: Columns, change: Change): RowStatement {
  const text = (rows: string): string =>
    `UPDATE ${change.table} SET ${change.set} ${rows} WHERE ${change.where} ${change.returning ? `RETURNING ${change.returning}` : ''}`;
  return {
    columns: Object.values(columns),
    ...marked(columns, text('')),
    postgres: text(`FROM ${unnested(columns)}`),
    keepsPlan: false,
  };
}

/** An update by key. */
export interface Change {
  readonly table: string;
  readonly set: string;
  readonly where: string;
  readonly returning?: string;
}

/** The text with a mark in place of each `v.column`: joined to a row of values instead, SQLite takes three times as long (tried). */
function marked(columns: Columns, text: string): { sqlite: string; marks: number[] } {
  const names = Object.keys(columns);
  const marks: number[] = [];
  const sqlite = text.replace(/\bv\.(\w+)/g, (_place, name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`There is no column ${name} in: ${text}`);
    marks.push(at);
    return '?';
  });
  return { sqlite, marks };
}

/** `v.a, v.b` with the names a mark would lose. */
function named(keep: string): string {
  return `${keep.replace(/\bv\.(\w+)/g, '$& AS $1')}, `;
}

/** bytea arrays would travel as hexadecimal text; one buffer with offsets and lengths travels as it is. */
function unnested(columns: Columns): string {
  const selected: string[] = [];
  const arrays: string[] = [];
  const names: string[] = [];
  let parameter = 0;
  const add = (name: string, type: string): void => {
    parameter += 1;
    arrays.push(`$${parameter}::${type}[]`);
    names.push(name);
  };
  for (const [name, type] of Object.entries(columns)) {
    if (type !== 'bytea') {
      add(name, type);
      selected.push(name);
      continue;
    }
    parameter += 1;
    selected.push(`substring($${parameter}::bytea FROM ${name}_from FOR ${name}_length) AS ${name}`);
    add(`${name}_from`, 'integer');
    add(`${name}_length`, 'integer');
  }
  return `(SELECT ${selected.join(', ')} FROM unnest(${arrays.join(', ')}) AS u(${names.join(', ')})) AS v`;
}

/** The parameters of a row statement on PostgreSQL: an array per column. */
export function columnsOf(statement: RowStatement, rows: readonly (readonly unknown[])[]): unknown[] {
  return statement.columns.flatMap((type, at) => {
    const values = rows.map((row) => row[at]);
    return type === 'bytea' ? joined(values as Uint8Array[]) : [values];
  });
}

function joined(values: readonly Uint8Array[]): unknown[] {
  let next = 1;
  const from = values.map(({ length }) => (next += length) - length);
  return [Buffer.concat(values), from, values.map(({ length }) => length)];
}
