/** Types a row's values can have; PostgreSQL has to be told. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'bytea';

/**
 * A statement that is run for many rows of values, as one text for each database, so that it is parsed once however many rows there are:
 * SQLite runs a prepared statement row by row (no round trips there), PostgreSQL unnests one array per column.
 */
export interface RowStatement {
  readonly columns: readonly ColumnType[];
  readonly sqlite: string;
  readonly postgres: string;
}

type Columns = Readonly<Record<string, ColumnType>>;

/** `INSERT INTO table (columns) …rows… tail`; the tail takes ON CONFLICT and RETURNING. */
export function insertRows(table: string, columns: Columns, tail = ''): RowStatement {
  const names = Object.keys(columns).join(', ');
  const marks = Object.keys(columns).map(() => '?');
  return {
    columns: Object.values(columns),
    sqlite: `INSERT INTO ${table} (${names}) VALUES (${marks.join(', ')}) ${tail}`,
    postgres: `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${unnested(columns)} ${tail}`,
  };
}

/** Any statement that joins the rows: `text` gets what to write after FROM, a table `v` with these columns. */
export function forRows(columns: Columns, text: (rows: string) => string): RowStatement {
  const names = Object.keys(columns);
  return {
    columns: Object.values(columns),
    sqlite: text(`(SELECT ${names.map((name) => `? AS ${name}`).join(', ')}) AS v`),
    postgres: text(unnested(columns)),
  };
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
