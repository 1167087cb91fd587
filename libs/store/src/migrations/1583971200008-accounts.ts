import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { Columns, OPTIONAL } from './columns.js';

/** Who may sign in, who is signed in, and the tokens of programs. */
export class Accounts1583971200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await runner.createTable(accounts(make));
    await runner.createTable(sessions(make));
    await runner.createTable(programTokens(make));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['program_tokens', 'sessions', 'accounts']) await runner.dropTable(table);
  }
}

function accounts(make: Columns): Table {
  return new Table({
    name: 'accounts',
    columns: [
      make.key('name'),
      ...['role', 'password_hash'].map((name) => make.text(name)),
      make.moment('created_at'),
      ...['last_signed_in_at', 'locked_at'].map((name) => make.moment(name, OPTIONAL)),
    ],
  });
}

function sessions(make: Columns): Table {
  return new Table({
    name: 'sessions',
    columns: [
      make.key('digest'),
      make.text('account'),
      ...['created_at', 'last_seen_at', 'ends_at'].map((name) => make.moment(name)),
    ],
    indices: [
      new TableIndex({ name: 'sessions_account', columnNames: ['account'] }),
      new TableIndex({ name: 'sessions_end', columnNames: ['ends_at'] }),
    ],
  });
}

function programTokens(make: Columns): Table {
  return new Table({
    name: 'program_tokens',
    columns: [
      make.key('id'),
      make.text('digest', { isUnique: true }),
      ...['name', 'role'].map((name) => make.text(name)),
      make.moment('created_at'),
      make.moment('last_used_at', OPTIONAL),
    ],
  });
}
