import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Role } from '#core';
import { HubStore, type ProgramToken } from '#store';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { digestOf } from './sessions.js';

/** By it a token is known in logs and repositories where it should not be. */
const PREFIX = 'truc_';
const NOTED_EVERY_MS = 60_000;

/** The bearer tokens of programs, each with a role of its own. */
@Injectable()
export class ProgramTokens {
  constructor(
    private readonly store: HubStore,
    private readonly clock: Clock,
  ) {}

  /** Makes one; the token itself is returned this once and kept nowhere. */
  async make({ name, role }: { name: string; role: Role }): Promise<ProgramToken & { token: string }> {
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const made = { id: uuid(), name, role, createdAt: this.clock.now() };
    await this.store.programTokens.add({ ...made, digest: digestOf(token) });
    return { ...made, token };
  }

  /** Whether there is a token with this digest, which does not use it. */
  async isKnown(digest: string): Promise<boolean> {
    return (await this.store.programTokens.find(digest)) !== undefined;
  }

  /** The program with this token. That it was used is noted once a minute, which nobody waits for. */
  async find(token: string): Promise<ProgramToken | undefined> {
    if (!token.startsWith(PREFIX)) return undefined;
    const known = await this.store.programTokens.find(digestOf(token));
    const now = this.clock.now();
    if (known !== undefined && now - (known.lastUsedAt ?? 0) >= NOTED_EVERY_MS)
      void this.store.programTokens.used(known.id, now).catch(() => undefined);
    return known;
  }
}
