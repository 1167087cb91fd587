import { IsNull, LessThanOrEqual } from 'typeorm';
import { type Database } from '../connection/database.js';
import { AccountRow, SessionRow } from '../rows/account-rows.js';
import { type NewSession, type OpenSession } from './account.js';

const OPEN = `SELECT a.name AS account, a.role AS role, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
  FROM sessions s JOIN accounts a ON a.name = s.account
  WHERE s.digest = ? AND s.ends_at > ? AND a.locked_at IS NULL`;

/** Who is signed in. */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes the sign-in with the account. False, and nothing is written, when the account is gone or locked, or its password is no longer the
   * one of this hash: whoever took it away at the same moment meant this session too.
   */
  begin(session: NewSession, passwordHash: string): Promise<boolean> {
    const { digest, account, createdAt, endsAt } = session;
    return this.database.write(async ({ manager }) => {
      const entitled = { name: account, passwordHash, lockedAt: IsNull() };
      const { affected } = await manager.update(AccountRow, entitled, { lastSignedInAt: createdAt });
      if (affected !== 1) return false;
      await manager.insert(SessionRow, { digest, account, createdAt, lastSeenAt: createdAt, endsAt });
      return true;
    });
  }

  /** The session with what its account may do now; undefined when there is none, it has ended by `now` (epoch milliseconds), or the account is locked. */
  async open(digest: string, now: number): Promise<OpenSession | undefined> {
    const [found] = await this.database.read.all<OpenSession>(OPEN, [digest, now]);
    return found;
  }

  /** Notes that it is used, and when it ends now; epoch milliseconds. */
  async seen(digest: string, { lastSeenAt, endsAt }: { lastSeenAt: number; endsAt: number }): Promise<void> {
    await this.database.write(({ manager }) => manager.update(SessionRow, { digest }, { lastSeenAt, endsAt }));
  }

  /** One that has ended already is no fault. */
  async end(digest: string): Promise<void> {
    await this.database.write(({ manager }) => manager.delete(SessionRow, { digest }));
  }

  /** Forgets those that ended by `now` (epoch milliseconds). Returns how many. */
  sweep(now: number): Promise<number> {
    return this.database.write(async ({ manager }) => {
      const { affected } = await manager.delete(SessionRow, { endsAt: LessThanOrEqual(now) });
      return affected ?? 0;
    });
  }
}
