import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type BatchRoute, type IncomingMessage, inboxOf, urgentInboxOf, type Verdict } from '#broker';
import { type BatchSettings } from '#config';
import { FailPoints } from '../fail-points.js';
import { InboxDesk } from './inbox-desk.js';

/** The two inboxes of this system; what they hold is told apart by its type, not by the lane. */
@Controller()
export class InboxConsumer {
  constructor(
    private readonly desk: InboxDesk,
    private readonly failPoints: FailPoints,
  ) {}

  @EventPattern('inbox.urgent')
  takeUrgent(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.settle(messages);
  }

  @EventPattern('inbox')
  take(@Payload() messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    return this.settle(messages);
  }

  private async settle(messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    const verdicts = await this.desk.take(messages);
    this.failPoints.reach('agency-before-ack');
    return verdicts;
  }
}

/** Which queue each pattern of the consumer reads. */
export function inboxRoutes(system: string, { size, withinMs }: BatchSettings): Readonly<Record<string, BatchRoute>> {
  const limits = { size, withinMs, bytes: 8 * 1024 * 1024, inFlight: 2 };
  return {
    inbox: { queue: inboxOf(system), limits },
    'inbox.urgent': { queue: urgentInboxOf(system), limits },
  };
}
