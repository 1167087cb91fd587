import { AxisError } from '#core';
import { IsNull } from 'typeorm';
import { type Database, type Session } from '../connection/database.js';
import { AccountRow, SessionRow } from '../rows/account-rows.js';
import { type Account, type AccountChange, type NewAccount } from './account.js';

const ADD = 'INSERT INTO accounts (name, role, password_hash, created_at)';
const UNLESS_THERE = 'ON CONFLICT (name) DO NOTHING RETURNING name';

/** Who may sign in. */
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** Adds the account if there is none at all; whether it did. Of hubs that start together one does, if they mean the same name. */
  async addFirst(account: NewAccount): Promise<boolean> {
    const text = `${ADD} SELECT CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS bigint)
      WHERE NOT EXISTS (SELECT 1 FROM accounts) ${UNLESS_THERE}`;
    const added = await this.database.write((session) => session.all(text, valuesOf(account)));
    return added.length === 1;
  }

  /** Refuses ACCOUNT_EXISTS. */
  async add(account: NewAccount): Promise<void> {
    const text = `${ADD} VALUES (?, ?, ?, ?) ${UNLESS_THERE}`;
    const added = await this.database.write((session) => session.all(text, valuesOf(account)));
    if (added.length === 0) throw new AxisError('ACCOUNT_EXISTS', { name: account.name });
  }

  async get(name: string): Promise<Account | undefined> {
    const row = await this.database.read.manager.findOneBy(AccountRow, { name });
    return row === null ? undefined : accountOf(row);
  }

  /** By name. */
  async list(): Promise<Account[]> {
    return (await this.database.read.manager.find(AccountRow, { order: { name: 'ASC' } })).map(accountOf);
  }

  count(): Promise<number> {
    return this.database.read.manager.count(AccountRow);
  }

  /** A lock ends the account's sessions. Refuses ACCOUNT_UNKNOWN, and ACCOUNT_LAST_ADMINISTRATOR when no administrator could sign in any more. */
  change(name: string, { role, lockedAt }: AccountChange): Promise<void> {
    const change = { ...(role === undefined ? {} : { role }), ...(lockedAt === undefined ? {} : { lockedAt }) };
    return this.keepingAdministrators(name, async ({ manager }) => {
      const { affected } = await manager.update(AccountRow, { name }, change);
      if (affected !== 1) throw new AxisError('ACCOUNT_UNKNOWN', { name });
      if (typeof lockedAt === 'number') await manager.delete(SessionRow, { account: name });
    });
  }

  /** Ends all sessions of the account but `keep`, the digest of one. Refuses ACCOUNT_UNKNOWN. */
  setPassword(name: string, passwordHash: string, keep = ''): Promise<void> {
    return this.database.write(async (session) => {
      const { affected } = await session.manager.update(AccountRow, { name }, { passwordHash });
      if (affected !== 1) throw new AxisError('ACCOUNT_UNKNOWN', { name });
      await session.all('DELETE FROM sessions WHERE account = ? AND digest <> ?', [name, keep]);
    });
  }

  /** Ends its sessions. Refuses ACCOUNT_UNKNOWN and ACCOUNT_LAST_ADMINISTRATOR. */
  remove(name: string): Promise<void> {
    return this.keepingAdministrators(name, async ({ manager }) => {
      const { affected } = await manager.delete(AccountRow, { name });
      if (affected !== 1) throw new AxisError('ACCOUNT_UNKNOWN', { name });
      await manager.delete(SessionRow, { account: name });
    });
  }

  private keepingAdministrators(name: string, work: (session: Session) => Promise<void>): Promise<void> {
    return this.database.write(async (session) => {
      // Two who each lock the other at the same moment would leave nobody; SQLite has one writer anyway.
      if (this.database.dialect === 'postgres')
        await session.all("SELECT name FROM accounts WHERE role = 'administrator' ORDER BY name FOR UPDATE");
      await work(session);
      const left = await session.manager.countBy(AccountRow, { role: 'administrator', lockedAt: IsNull() });
      if (left === 0) throw new AxisError('ACCOUNT_LAST_ADMINISTRATOR', { name });
    });
  }
}

function valuesOf({ name, role, passwordHash, createdAt }: NewAccount): unknown[] {
  return [name, role, passwordHash, createdAt];
}

function accountOf({ lastSignedInAt, lockedAt, ...row }: AccountRow): Account {
  return { ...row, lastSignedInAt: lastSignedInAt ?? undefined, lockedAt: lockedAt ?? undefined };
}
