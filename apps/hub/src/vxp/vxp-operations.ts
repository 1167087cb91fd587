import { Injectable } from '@nestjs/common';
import { AgencyOperations } from './agency-operations.js';
import { MailboxOperations } from './mailbox-operations.js';
import { Sending } from './sending.js';
import { SentOperations } from './sent-operations.js';
import { type VxpOperation } from './vxp-operation.js';

/** All thirteen operations, by path. */
@Injectable()
export class VxpOperations {
  private readonly operations: ReadonlyMap<string, VxpOperation>;

  constructor(agencies: AgencyOperations, mailboxes: MailboxOperations, sending: Sending, sent: SentOperations) {
    const parts = [agencies, mailboxes, sending, sent];
    this.operations = new Map(parts.flatMap((part) => Object.entries(part.operations())));
  }

  /** The operation of a path; undefined for anything else. */
  find(name: string): VxpOperation | undefined {
    return this.operations.get(name);
  }

  /** The paths of all operations. */
  names(): string[] {
    return [...this.operations.keys()];
  }
}
