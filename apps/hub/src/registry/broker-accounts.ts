import { Injectable } from '@nestjs/common';
import { BrokerAdmin } from '#broker';
import { Inboxes } from './inboxes.js';

/** What a connected system has at the broker: an account that may only submit and read its own inbox, and that inbox. */
@Injectable()
export class BrokerAccounts {
  constructor(
    private readonly admin: BrokerAdmin,
    private readonly inboxes: Inboxes,
  ) {}

  /** Makes inbox and account; repeated, it sets the secret anew and keeps what is in the inbox. */
  async open(system: string, secret: string): Promise<void> {
    await this.inboxes.make(system);
    await this.admin.putUser(system, secret);
    await this.admin.grantSystem(system);
  }

  /** Ends the account and its connections, then drops the inbox with whatever is in it. */
  async close(system: string): Promise<void> {
    await this.admin.deleteUser(system);
    await this.inboxes.drop(system);
  }
}
