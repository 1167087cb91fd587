import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IncomingMessage, type Verdict } from '#broker';
import { IntakeRules } from './intake.js';
import { StatusesService } from './statuses.service.js';

/** Takes statuses that systems report over the broker. */
@Controller()
export class StatusConsumer {
  constructor(
    private readonly rules: IntakeRules,
    private readonly statuses: StatusesService,
  ) {}

  @EventPattern('status')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.rules.take(messages, {
      work: (part) => this.statuses.take(part),
      afterwards: (all, settled) => this.statuses.passOn(all, settled),
    });
  }
}
