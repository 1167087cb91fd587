import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type IncomingMessage, SUBMISSION_QUEUES, type Verdict } from '#broker';
import { EdocConsumer } from '../exchange/edoc.consumer.js';
import { ReceiptConsumer } from '../exchange/receipt.consumer.js';
import { StatusConsumer } from '../exchange/status.consumer.js';

/** The hub's consumers by the queue they serve, for messages that come another way than from the broker. */
@Injectable()
export class SubmissionConsumers {
  constructor(
    private readonly edoc: EdocConsumer,
    private readonly statuses: StatusConsumer,
    private readonly receipts: ReceiptConsumer,
  ) {}

  /** Hands one message to the consumer of `queue`. @throws AxisError REQUEST_INVALID for a queue nobody serves */
  take(queue: string, message: IncomingMessage): Promise<Verdict[]> {
    switch (queue) {
      case SUBMISSION_QUEUES.edoc:
        return this.edoc.ordinary([message]);
      case SUBMISSION_QUEUES['edoc.urgent']:
        return this.edoc.urgent([message]);
      case SUBMISSION_QUEUES.status:
        return this.statuses.take([message]);
      case SUBMISSION_QUEUES.receipt:
        return this.receipts.take([message]);
      default:
        throw new AxisError('REQUEST_INVALID', { reason: `không có gì để làm lại trong hàng đợi ${queue}` });
    }
  }
}
