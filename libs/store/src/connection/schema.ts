import { type MigrationInterface } from 'typeorm';

type Class<T = unknown> = new () => T;

/** The tables of a store: their rows as query builders see them, and the migrations that make them, in order. */
export interface Schema {
  readonly rows: readonly Class[];
  readonly migrations: readonly Class<MigrationInterface>[];
}
