import { Controller, Inject, Logger } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IncomingMessage, type Verdict } from '#broker';
import { type HubConfig } from '#config';
import { HubStore, type NewDeadLetter } from '#store';
import { type Settled, settleOneByOne } from '../exchange/one-by-one.js';
import { RidingOut, Stopping } from '../exchange/riding-out.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { keepAsFile } from './letter-file.js';
import { storableLetter } from './storable-letter.js';

const PAUSE_BEFORE_RETURN_MS = 1_000;

/**
 * Moves dead letters from the broker into the store, whole, where operators see them and can have them retried. Never
 * answers `dead`, which would bring the letter round for ever: one the store cannot hold becomes a file in the hub's
 * folder `dead/`, and while not even that works it stays in the queue.
 */
@Controller()
export class DeadLetterConsumer {
  private readonly logger = new Logger(DeadLetterConsumer.name);

  constructor(
    private readonly store: HubStore,
    private readonly ridingOut: RidingOut,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  @EventPattern('dead')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return Promise.all(messages.map((message) => this.keep(storableLetter(message))));
  }

  private async keep(letter: NewDeadLetter): Promise<Verdict> {
    try {
      const [settled] = await this.intoStore(letter);
      if (settled !== undefined && 'poison' in settled) await this.intoFile(letter, settled.poison);
      return 'done';
    } catch (error) {
      if (error instanceof Stopping) return 'retry';
      this.logger.error(
        { ...described(letter), error: String(error) },
        'A dead letter can be kept nowhere; it stays in the queue.',
      );
      await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_RETURN_MS));
      return 'retry';
    }
  }

  private intoStore(letter: NewDeadLetter): Promise<Settled<boolean>[]> {
    const add = (letters: readonly NewDeadLetter[]): Promise<boolean[]> =>
      this.ridingOut.outages(() => Promise.all(letters.map((each) => this.store.deadLetters.add(each))));
    return settleOneByOne([letter], add, (error) => error instanceof Stopping);
  }

  private async intoFile(letter: NewDeadLetter, error: unknown): Promise<void> {
    const file = await keepAsFile(this.config.hubFolder, letter);
    this.logger.error(
      { ...described(letter), file, error: String(error) },
      'The store cannot hold a dead letter; its body is kept as a file.',
    );
  }
}

function described({ id, queue, messageId, type, userId, reason, body }: NewDeadLetter): object {
  return { id, queue, messageId, type, system: userId, reason, size: body.byteLength };
}
