import { AxisError } from '#core';
import { type Database } from '../connection/database.js';
import { ProgramTokenRow } from '../rows/account-rows.js';
import { type NewProgramToken, type ProgramToken } from './account.js';

/** The bearer tokens of programs. */
export class ProgramTokenRepository {
  constructor(private readonly database: Database) {}

  async add(token: NewProgramToken): Promise<void> {
    const row = { ...token, lastUsedAt: token.lastUsedAt ?? null };
    await this.database.write(({ manager }) => manager.insert(ProgramTokenRow, row));
  }

  /** Oldest first. */
  async list(): Promise<ProgramToken[]> {
    const rows = await this.database.read.manager.find(ProgramTokenRow, { order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(tokenOf);
  }

  /** By the SHA-256 of the token itself, hexadecimal. */
  async find(digest: string): Promise<ProgramToken | undefined> {
    const row = await this.database.read.manager.findOneBy(ProgramTokenRow, { digest });
    return row === null ? undefined : tokenOf(row);
  }

  /** Notes that it was used; `at` in epoch milliseconds. */
  async used(id: string, at: number): Promise<void> {
    await this.database.write(({ manager }) => manager.update(ProgramTokenRow, { id }, { lastUsedAt: at }));
  }

  /** Refuses TOKEN_UNKNOWN. */
  async remove(id: string): Promise<void> {
    const { affected } = await this.database.write(({ manager }) => manager.delete(ProgramTokenRow, { id }));
    if (affected !== 1) throw new AxisError('TOKEN_UNKNOWN', { id });
  }
}

function tokenOf({ digest: _digest, lastUsedAt, ...row }: ProgramTokenRow): ProgramToken {
  return { ...row, lastUsedAt: lastUsedAt ?? undefined };
}
