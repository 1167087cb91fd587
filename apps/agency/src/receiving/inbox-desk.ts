import { Injectable, Logger } from '@nestjs/common';
import { type AxisErrorCode, isAxisError } from '#core';
import { type IncomingMessage, type Verdict } from '#broker';
import { HubBodies } from '../bodies/hub-bodies.js';
import { OwnSystem } from '../own-system.js';
import { type Arrival, readArrival } from './arrival.js';
import { InboxKeeper } from './inbox-keeper.js';
import { Patience, Stopped } from './patience.js';

/**
 * Takes a batch of messages in: reads each, fetches bodies that did not come along, stores all of them in one transaction.
 *
 *   what happens                          verdict of the message
 *   stored, or a repeat                   done
 *   cannot be understood                  dead, with the reason
 *   its body is gone, another, too large  dead, with the reason
 *   or was never sent to this system
 *   its body cannot be had just now       none yet: it waits, unacknowledged
 *   the store is away                     none yet: it waits, unacknowledged
 *   this system stops meanwhile           retry
 */
@Injectable()
export class InboxDesk {
  private readonly logger = new Logger('InboxDesk');

  constructor(
    private readonly own: OwnSystem,
    private readonly bodies: HubBodies,
    private readonly keeper: InboxKeeper,
    private readonly patience: Patience,
  ) {}

  async take(messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    const read = await Promise.all(messages.map((message) => this.read(message)));
    const verdicts = await this.keeper.keep(read.flatMap((one) => ('arrival' in one ? [one.arrival] : [])));
    let next = 0;
    return read.map((one) => ('verdict' in one ? one.verdict : (verdicts[next++] ?? 'retry')));
  }

  private async read(message: IncomingMessage): Promise<{ arrival: Arrival } | { verdict: Verdict }> {
    try {
      const arrival = readArrival(message, this.own.name);
      if (arrival.kind === 'document') await this.fetchBody(arrival.document.bodyDigest);
      return { arrival };
    } catch (error) {
      if (error instanceof Stopped) return { verdict: 'retry' };
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.error(`Message ${message.messageId ?? ''} (${message.type ?? ''}) is dead: ${reason}`);
      return { verdict: { dead: reason } };
    }
  }

  private async fetchBody(digest: string | undefined): Promise<void> {
    if (digest === undefined) return;
    await this.patience.outlast(
      () => this.bodies.fetch(digest),
      (error) => !isFinal(error),
    );
  }
}

/** What no later attempt changes. A secret the hub does not know, say, may be put right: the document is not lost over it. */
const FINAL: ReadonlySet<AxisErrorCode> = new Set<AxisErrorCode>([
  'BODY_UNKNOWN',
  'BODY_NOT_YOURS',
  'BODY_DIGEST_MISMATCH',
  'BODY_TOO_LARGE',
]);

function isFinal(error: unknown): boolean {
  return isAxisError(error) && FINAL.has(error.code);
}
