import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sessionEnd } from '#core';

/** More than an office has browsers; then the session that began first ends. */
const MOST = 1000;

/** Clerks signed in to this system's page. Sessions live in the memory of this process and end with it. Times are epoch milliseconds. */
@Injectable()
export class ClerkSessions {
  private readonly open = new Map<string, { readonly createdAt: number; lastSeenAt: number }>();

  /** Begins a session and returns its id: 256 random bits. */
  begin(now: number): string {
    for (const [id, session] of this.open) if (sessionEnd(session) <= now) this.open.delete(id);
    const [oldest] = this.open.keys();
    if (this.open.size >= MOST && oldest !== undefined) this.open.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    this.open.set(id, { createdAt: now, lastSeenAt: now });
    return id;
  }

  /** Whether the session is open; if so, it is used now. */
  use(id: string, now: number): boolean {
    const session = this.open.get(id);
    if (session === undefined || sessionEnd(session) <= now) return false;
    session.lastSeenAt = now;
    return true;
  }

  /** One that has ended already is no fault. */
  end(id: string): void {
    this.open.delete(id);
  }
}
