import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AxisError, type Role, sessionEnd } from '#core';
import { HubStore, type OpenSession } from '#store';
import { type SignIn } from '#wire';
import { Clock } from '../clock.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { Passwords } from './passwords.js';

/** A use is noted once a minute; an end that is a minute early is early enough. */
const NOTED_EVERY_MS = 60_000;

/** Who is signed in with a session. */
export interface SignedIn {
  readonly name: string;
  readonly role: Role;
  /** The digest under which the session is kept. */
  readonly session: string;
}

/** The digest under which the id of a session, or the token of a program, is kept. Both are 256 random bits, so no salt is needed. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** People signing in and out. Sessions are rows, so every hub knows them, and one that is ended is ended everywhere at once. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: HubStore,
    private readonly passwords: Passwords,
    private readonly failures: FailedSignIns,
    private readonly clock: Clock,
  ) {}

  /** Begins a session and returns its id, which is kept nowhere. @throws AxisError SIGN_IN_REFUSED, SIGN_IN_TOO_OFTEN */
  async signIn({ name, password }: SignIn, address: string): Promise<{ id: string; signedIn: SignedIn }> {
    const now = this.clock.now();
    const known = name.trim().toLowerCase();
    const attempt = this.failures.begin(known, address, now);
    const account = await this.store.accounts.get(known);
    const isRight = await this.passwords.matches(password, account?.passwordHash);
    if (account === undefined || !isRight) throw new AxisError('SIGN_IN_REFUSED');
    const id = randomBytes(32).toString('base64url');
    const session = { digest: digestOf(id), account: known, createdAt: now };
    const endsAt = sessionEnd({ createdAt: now, lastSeenAt: now });
    const hasBegun = await this.store.sessions.begin({ ...session, endsAt }, account.passwordHash);
    if (!hasBegun) throw new AxisError('SIGN_IN_REFUSED');
    attempt.forgive();
    return { id, signedIn: { name: known, role: account.role, session: session.digest } };
  }

  /** Whose session this is the id of; undefined when it has ended. */
  async find(id: string): Promise<SignedIn | undefined> {
    const session = digestOf(id);
    const open = await this.store.sessions.open(session, this.clock.now());
    if (open === undefined) return undefined;
    this.noteUse(session, open);
    return { name: open.account, role: open.role, session };
  }

  /** Whether the session kept under this digest is open, which does not use it. */
  async isOpen(session: string): Promise<boolean> {
    return (await this.store.sessions.open(session, this.clock.now())) !== undefined;
  }

  /** One that has ended already is no fault. */
  async end(session: string): Promise<void> {
    await this.store.sessions.end(session);
  }

  /** Gives an account the password its owner wants, and ends its other sessions. @throws AxisError PASSWORD_WRONG, SIGN_IN_TOO_OFTEN */
  async changePassword(
    { name, session }: SignedIn,
    { password, newPassword }: { password: string; newPassword: string },
    address: string,
  ): Promise<void> {
    const attempt = this.failures.begin(name, address, this.clock.now());
    const account = await this.store.accounts.get(name);
    if (!(await this.passwords.matches(password, account?.passwordHash))) throw new AxisError('PASSWORD_WRONG');
    attempt.forgive();
    await this.store.accounts.setPassword(name, await this.passwords.hash(newPassword), session);
  }

  /** Not waited for: a request that only reads does not stand in the line of those that write. */
  private noteUse(session: string, { createdAt, lastSeenAt }: OpenSession): void {
    const now = this.clock.now();
    if (now - lastSeenAt < NOTED_EVERY_MS) return;
    const use = { lastSeenAt: now, endsAt: sessionEnd({ createdAt, lastSeenAt: now }) };
    void this.store.sessions.seen(session, use).catch(() => undefined);
  }
}
