import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IncomingMessage, type Verdict } from '#broker';
import { IntakeRules } from './intake.js';
import { ReceiptsService } from './receipts.service.js';
import { SimulatedTime } from './simulated-time.js';

/** Takes receipts: a system has stored documents for the recipients it names. */
@Controller()
export class ReceiptConsumer {
  constructor(
    private readonly rules: IntakeRules,
    private readonly receipts: ReceiptsService,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  @EventPattern('receipt')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.rules.take(messages, {
      work: (part) => this.receipts.take(part, (takenAt) => this.simulatedTime.ofReceipt(takenAt)),
      afterwards: (all, settled) => this.receipts.passOn(all, settled),
    });
  }
}
