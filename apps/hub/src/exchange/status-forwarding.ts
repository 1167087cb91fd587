import { Injectable } from '@nestjs/common';
import { DELIVER, type IncomingMessage } from '#broker';
import { HEADER } from '#wire';
import { type StatusCode } from '#core';
import { type DeliveryFacts } from '#store';
import { Inboxes } from '../registry/inboxes.js';
import { Roster } from '../registry/roster.js';
import { Notices, type PlainResult } from './notices.js';
import { type Settled } from './one-by-one.js';
import { resultOrPoisoned } from './poisoned.js';
import { type StatusResult } from './statuses.service.js';

/** Passes statuses on, byte for byte, to the system of the party they concern: the issuer, or for 13 the recipient. */
@Injectable()
export class StatusForwarding {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly roster: Roster,
    private readonly notices: Notices,
  ) {}

  /** What was recorded before is passed on again, because the first time may have ended before that; issuers know it again. @throws AxisError BROKER_AWAY */
  async passOn(messages: readonly IncomingMessage[], settled: readonly Settled<StatusResult>[]): Promise<void> {
    await Promise.all(messages.map((message, index) => this.forward(message, settled[index])));
    await this.notices.tell(
      messages.map((message, index) => ({
        system: this.roster.system(message.userId ?? '')?.name,
        key: message.messageId ?? '',
        kind: 'status',
        result: answerOf(settled[index], message),
      })),
    );
  }

  private async forward(message: IncomingMessage, settled: Settled<StatusResult> | undefined): Promise<void> {
    if (settled === undefined || !('result' in settled)) return;
    const { result, report, facts } = settled.result;
    if (report === undefined || facts === undefined || result.outcome === 'refused') return;
    const system = this.concerned(report.code, facts);
    if (system === undefined) return;
    await this.inboxes.deliver({
      exchange: DELIVER,
      key: system,
      type: 'status',
      messageId: report.reportKey,
      contentType: 'application/xml',
      body: message.body,
      headers: { [HEADER.document]: report.documentId, [HEADER.recipient]: report.recipient },
    });
  }

  /** The listening system to tell; of 01 only one that asked for it. */
  private concerned(code: StatusCode, { system, senderSystem }: DeliveryFacts): string | undefined {
    const concerned = this.roster.system((code === '13' ? system : senderSystem) ?? '');
    if (concerned?.mode !== 'amqp') return undefined;
    return code === '01' && !concerned.arrivals ? undefined : concerned.name;
  }
}

function answerOf(settled: Settled<StatusResult> | undefined, message: IncomingMessage): PlainResult {
  const answer = resultOrPoisoned(settled, message);
  return 'result' in answer ? answer.result : answer;
}
