import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { BrokerAdmin } from '#broker';
import { type HubConfig } from '#config';
import { HUB_CONFIG } from '../hub-config.token.js';
import { OPERATOR } from '../security/principal.js';
import { Inboxes } from './inboxes.js';

/** What a connected system has at the broker: an account that may only submit and read its own inbox, and that inbox. */
@Injectable()
export class BrokerAccounts {
  constructor(
    private readonly admin: BrokerAdmin,
    private readonly inboxes: Inboxes,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /** Names that are somebody else's at the broker or at the hub's interface; enrolling one would lock its owner out. @throws AxisError SYSTEM_EXISTS */
  refuseReserved(name: string): void {
    const { amqpUrl, managementUrl } = this.config.broker;
    const users = [amqpUrl, managementUrl].map((url) => decodeURIComponent(new URL(url).username));
    if ([...users, 'guest', 'admin', OPERATOR].includes(name)) throw new AxisError('SYSTEM_EXISTS', { name });
  }

  /** Makes inbox and account; repeated, it sets the secret anew and keeps what is in the inbox. */
  async open(system: string, secret: string): Promise<void> {
    await this.inboxes.mend([system]);
    await this.admin.putUser(system, secret);
    await this.admin.grantSystem(system);
  }

  /** Gives the account another secret, and changes nothing of what it may do. */
  async renew(system: string, secret: string): Promise<void> {
    await this.admin.putUser(system, secret);
  }

  /** Cuts the account off and keeps it out; its secret and its inbox stay, and the inbox goes on filling. Repeating it is harmless. */
  async lock(system: string): Promise<void> {
    await this.admin.revokeSystem(system);
  }

  /** Lets a locked account in again, to an inbox with everything that waits. Repeating it is harmless. */
  async unlock(system: string): Promise<void> {
    await this.inboxes.mend([system]);
    await this.admin.grantSystem(system);
  }

  /** Ends the account and its connections, then drops the inbox with whatever is in it. */
  async close(system: string): Promise<void> {
    await this.admin.deleteUser(system);
    await this.inboxes.drop(system);
  }
}
