import { type QueryRunner, type TableColumnOptions } from 'typeorm';

type Extra = Partial<TableColumnOptions>;

/** Portable columns: text compares byte by byte on both databases (PostgreSQL would otherwise sort by language, slower and differently). */
export class Columns {
  readonly isPostgres: boolean;

  constructor(runner: QueryRunner) {
    this.isPostgres = runner.connection.options.type === 'postgres';
  }

  text(name: string, extra: Extra = {}): TableColumnOptions {
    return { name, type: 'text', ...(this.isPostgres ? { collation: 'C' } : {}), ...extra };
  }

  key(name: string): TableColumnOptions {
    return this.text(name, { isPrimary: true });
  }

  integer(name: string, extra: Extra = {}): TableColumnOptions {
    return { name, type: 'integer', ...extra };
  }

  /** Epoch milliseconds. */
  moment(name: string, extra: Extra = {}): TableColumnOptions {
    return { name, type: 'bigint', ...extra };
  }

  flag(name: string): TableColumnOptions {
    return { name, type: 'boolean' };
  }

  bytes(name: string): TableColumnOptions {
    return { name, type: this.isPostgres ? 'bytea' : 'blob' };
  }
}

/** For a column that may be empty. */
export const OPTIONAL: Extra = { isNullable: true };
