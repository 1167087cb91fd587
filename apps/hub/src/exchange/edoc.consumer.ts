import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IncomingMessage, type Verdict } from '#broker';
import { HEADER } from '#wire';
import { Roster } from '../registry/roster.js';
import { ExchangeService } from './exchange.service.js';
import { IntakeRules } from './intake.js';
import { Notices } from './notices.js';
import { type Settled } from './one-by-one.js';
import { resultOrPoisoned } from './poisoned.js';
import { type Submission, type SubmissionResult } from './submission.js';
import { submittedBody } from './submitted-body.js';

/** Takes documents that systems submitted over the broker. */
@Controller()
export class EdocConsumer {
  constructor(
    private readonly rules: IntakeRules,
    private readonly exchange: ExchangeService,
    private readonly notices: Notices,
    private readonly roster: Roster,
  ) {}

  @EventPattern('edoc')
  ordinary(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.take(messages, 'normal');
  }

  @EventPattern('edoc.urgent')
  urgent(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.take(messages, 'urgent');
  }

  private take(messages: readonly IncomingMessage[], lane: 'normal' | 'urgent'): Promise<Verdict[]> {
    return this.rules.take(messages, {
      work: (part) =>
        this.exchange.accept(
          part.map((message) => this.submission(message)),
          { lane },
        ),
      afterwards: (all, settled) => this.answer(all, settled),
    });
  }

  private submission(message: IncomingMessage): Submission {
    return {
      system: this.roster.system(message.userId ?? '')?.name,
      key: message.messageId ?? '',
      body: submittedBody(message),
      simulatedAt: message.headers[HEADER.simulatedAt],
    };
  }

  private async answer(
    messages: readonly IncomingMessage[],
    settled: readonly Settled<SubmissionResult>[],
  ): Promise<void> {
    await this.notices.tell(
      messages.map((message, index) => ({
        system: this.roster.system(message.userId ?? '')?.name,
        key: message.messageId ?? '',
        kind: 'edoc',
        result: resultOrPoisoned(settled[index], message),
      })),
    );
  }
}
