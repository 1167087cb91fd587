import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AgencyCode, AxisError, parseAgencyCode, parseSystemName } from '#core';
import { HubStore, type RegisteredSystem } from '#store';
import { sameText } from '../security/same-text.js';
import { BrokerAccounts } from './broker-accounts.js';
import { Roster } from './roster.js';
import { Unserved } from './unserved.js';

/** What an operator says of a system to be enrolled. `arrivals`: it is told of status 01 too; `poll`: it asks over HTTP and has no inbox. */
export interface Enrolment {
  readonly name: string;
  readonly codes: readonly string[];
  readonly arrivals: boolean;
  readonly poll: boolean;
  /** The secret it brings: 256 random bits in base64url. */
  readonly secret?: string | undefined;
}

/** The digest under which a secret is kept. Secrets are 256 random bits, so no salt is needed against guessing. */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Connects systems to the axis and takes them off again. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly store: HubStore,
    private readonly accounts: BrokerAccounts,
    private readonly roster: Roster,
    private readonly unserved: Unserved,
  ) {}

  /**
   * Enters the system, makes its broker account and inbox unless it polls, and dispatches what waited for its agencies. The
   * secret is returned this once and never again. One that brings its own may ask again and gets the same answer.
   * @throws AxisError SYSTEM_NAME_MALFORMED, SYSTEM_EXISTS, SYSTEM_LOCKED, AGENCY_CODE_MALFORMED, AGENCY_UNKNOWN, AGENCY_HAS_SYSTEM
   */
  async enrol(wanted: Enrolment): Promise<{ system: RegisteredSystem; secret: string }> {
    const name = parseSystemName(wanted.name);
    await this.roster.reloadSystems();
    const there = this.roster.system(name);
    if (there !== undefined) return this.enrolledBefore(there, wanted);
    const codes = wanted.codes.map((text) => this.freeAgency(text));
    const secret = wanted.secret ?? randomBytes(32).toString('base64url');
    this.accounts.refuseReserved(name);
    await this.store.registry.addSystem({
      name,
      secretHash: digestOfSecret(secret),
      salt: '',
      mode: wanted.poll ? 'poll' : 'amqp',
      ...(wanted.poll ? { signingSecret: secret } : {}),
      // A system that polls has no inbox to be told in.
      arrivals: wanted.arrivals && !wanted.poll,
      codes,
      createdAt: Date.now(),
    });
    if (!wanted.poll) await this.openAccount(name, secret, { isItsOwn: wanted.secret !== undefined });
    await this.roster.changed();
    await this.unserved.assign();
    const system = this.roster.system(name);
    if (system === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    return { system, secret };
  }

  /** Gives a system a new secret; the old one ends at once, its connections at their next sign-in. @throws AxisError SYSTEM_UNKNOWN */
  async renewSecret(name: string): Promise<string> {
    // Another hub may have locked it just now.
    await this.roster.reloadSystems();
    const { mode, lockedAt } = this.known(name);
    const polls = mode === 'poll';
    const secret = randomBytes(32).toString('base64url');
    const keys = { secretHash: digestOfSecret(secret), salt: '', ...(polls ? { signingSecret: secret } : {}) };
    await this.store.registry.rotateSecret(name, keys);
    if (!polls && lockedAt === undefined) await this.accounts.open(name, secret);
    if (!polls && lockedAt !== undefined) await this.accounts.renew(name, secret);
    await this.roster.changed();
    return secret;
  }

  /** Takes a system off the axis. What waits for its agencies goes to the next system above them, or waits for one. @throws AxisError SYSTEM_UNKNOWN */
  async remove(name: string): Promise<void> {
    const { mode } = this.known(name);
    await this.store.registry.removeSystem(name);
    await this.roster.changed();
    if (mode === 'amqp') await this.accounts.close(name);
    await this.unserved.assign();
  }

  /** @throws AxisError SYSTEM_UNKNOWN */
  known(name: string): RegisteredSystem {
    const system = this.roster.system(name);
    if (system === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    return system;
  }

  /** The same enrolment once more: its answer was lost, or the hub died over it. @throws AxisError SYSTEM_EXISTS, SYSTEM_LOCKED */
  private async enrolledBefore(
    system: RegisteredSystem,
    { secret = '', poll }: Enrolment,
  ): Promise<{ system: RegisteredSystem; secret: string }> {
    const { name } = system;
    const isItself = sameText(system.secretHash, digestOfSecret(secret)) && (system.mode === 'poll') === poll;
    if (!isItself) throw new AxisError('SYSTEM_EXISTS', { name });
    if (system.lockedAt !== undefined) throw new AxisError('SYSTEM_LOCKED', { name });
    if (!poll) await this.accounts.open(name, secret);
    await this.unserved.assign();
    return { system, secret };
  }

  private freeAgency(text: string): AgencyCode {
    const code = parseAgencyCode(text);
    if (this.roster.knownAgency(code) === undefined) throw new AxisError('AGENCY_UNKNOWN', { code });
    const system = this.roster.systemEnrolledFor(code);
    if (system !== undefined) throw new AxisError('AGENCY_HAS_SYSTEM', { code, system });
    return code;
  }

  /** An enrolment without an account is none; one that is asked for again with the same secret is completed then, perhaps by another hub already. */
  private async openAccount(name: string, secret: string, { isItsOwn }: { isItsOwn: boolean }): Promise<void> {
    try {
      await this.accounts.open(name, secret);
    } catch (error) {
      if (!isItsOwn) await this.store.registry.removeSystem(name);
      throw error;
    }
  }
}
