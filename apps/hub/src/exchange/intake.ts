import { Injectable, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { type IncomingMessage, type Verdict } from '#broker';
import { Roster } from '../registry/roster.js';
import { RidingOut, Stopping } from './riding-out.js';
import { type Settled, settleOneByOne } from './one-by-one.js';

/** Failures that are no message's fault: the messages go back to the broker and come again. */
function isForLater(error: unknown): boolean {
  return error instanceof Stopping || (error instanceof AxisError && error.code === 'BROKER_AWAY');
}

/** What a consumer does with its messages: `work` on all at once, `afterwards` with what became of each. */
export interface Intake<R> {
  /** Must be repeatable, and answer in the order of the messages. */
  readonly work: (messages: readonly IncomingMessage[]) => Promise<readonly R[]>;
  /** Answers senders and passes on; runs before anything is acknowledged, so it is repeated after a crash. */
  readonly afterwards: (messages: readonly IncomingMessage[], settled: readonly Settled<R>[]) => Promise<void>;
}

/**
 * The rules every consumer of the hub shares. Store or broker away: wait, keeping the messages. The hub stopping: leave
 * them; they come again. One message that fails by itself five times: to the dead letters, whole, with
 * its reason; the others of its batch go on.
 */
@Injectable()
export class IntakeRules {
  private readonly logger = new Logger(IntakeRules.name);

  constructor(
    private readonly ridingOut: RidingOut,
    private readonly roster: Roster,
  ) {}

  async take<R>(messages: readonly IncomingMessage[], intake: Intake<R>): Promise<Verdict[]> {
    try {
      const work = (part: readonly IncomingMessage[]): Promise<readonly R[]> =>
        this.ridingOut.outages(async () => {
          // RabbitMQ vouches for who sent them; another hub may just have enrolled it.
          await this.roster.lookFor(part.flatMap(({ userId }) => userId ?? []));
          return intake.work(part);
        });
      const settled = await settleOneByOne(messages, work, isForLater);
      await this.finish(() => intake.afterwards(messages, settled));
      return settled.map((each, index) => this.verdict(each, messages[index]));
    } catch (error) {
      if (!isForLater(error)) throw error;
      return messages.map(() => 'retry');
    }
  }

  /** What was done must not be undone by a bug in telling of it: senders that hear nothing ask again. */
  private async finish(afterwards: () => Promise<void>): Promise<void> {
    try {
      await this.ridingOut.outages(afterwards);
    } catch (error) {
      if (isForLater(error)) throw error;
      this.logger.error(error, 'Notices of a batch could not be sent.');
    }
  }

  private verdict(settled: Settled<unknown>, message: IncomingMessage | undefined): Verdict {
    if ('result' in settled) return 'done';
    const reason = settled.poison instanceof Error ? settled.poison.message : String(settled.poison);
    this.logger.error(
      { messageId: message?.messageId, system: message?.userId, reason },
      'A message failed by itself five times and goes to the dead letters.',
    );
    return { dead: reason };
  }
}
