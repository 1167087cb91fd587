import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IncomingMessage, type Verdict } from '#broker';
import { IntakeRules } from './intake.js';
import { ReceiptsService } from './receipts.service.js';

/** Takes receipts: a system has stored documents for the recipients it names. */
@Controller()
export class ReceiptConsumer {
  constructor(
    private readonly rules: IntakeRules,
    private readonly receipts: ReceiptsService,
  ) {}

  @EventPattern('receipt')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.rules.take(messages, {
      work: (part) => this.receipts.take(part),
      afterwards: (all, settled) => this.receipts.passOn(all, settled),
    });
  }
}
