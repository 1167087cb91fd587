import { Injectable } from '@nestjs/common';
import { DELIVER } from '#broker';
import { type StatusCode } from '#core';
import { HEADER } from '#wire';
import { Inboxes } from '../registry/inboxes.js';
import { Mailboxes, type PassedStatus } from '../registry/mailboxes.js';
import { Roster } from '../registry/roster.js';
import { Notices, type PlainResult } from './notices.js';
import { type Settled } from './one-by-one.js';
import { resultOrPoisoned } from './poisoned.js';
import { type SubmittedStatus } from './read-status.js';
import { type StatusResult } from './statuses.service.js';

/** Passes statuses on, byte for byte, to the system of the party they concern: the issuer, or for 13 the recipient. */
@Injectable()
export class StatusForwarding {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly mailboxes: Mailboxes,
    private readonly roster: Roster,
    private readonly notices: Notices,
  ) {}

  /** Forwards what was recorded and answers the reporters. @throws AxisError BROKER_AWAY */
  async passOn(messages: readonly SubmittedStatus[], settled: readonly Settled<StatusResult>[]): Promise<void> {
    await this.forward(
      messages,
      settled.map((each) => ('result' in each ? each.result : undefined)),
    );
    await this.notices.tell(
      messages.map((message, index) => ({
        system: this.roster.system(message.userId ?? '')?.name,
        key: message.messageId ?? '',
        kind: 'status',
        result: answerOf(settled[index], message),
      })),
    );
  }

  /** What was recorded before is passed on again, because the first time may have ended before that; issuers know it again. @throws AxisError BROKER_AWAY */
  async forward(messages: readonly SubmittedStatus[], results: readonly (StatusResult | undefined)[]): Promise<void> {
    const passed = messages.flatMap((message, index) => this.concerned(message, results[index]));
    await this.mailboxes.putStatuses(passed.filter(({ system }) => this.mailboxes.has(system)));
    await Promise.all(passed.filter(({ system }) => !this.mailboxes.has(system)).map((status) => this.deliver(status)));
  }

  private deliver({ system, reportKey, documentId, recipient, content }: PassedStatus): Promise<void> {
    return this.inboxes.deliver({
      exchange: DELIVER,
      key: system,
      type: 'status',
      messageId: reportKey,
      contentType: 'application/xml',
      body: content,
      headers: { [HEADER.document]: documentId, [HEADER.recipient]: recipient },
    });
  }

  private concerned(message: SubmittedStatus, outcome: StatusResult | undefined): PassedStatus[] {
    if (outcome?.report === undefined || outcome.facts === undefined || outcome.result.outcome === 'refused') return [];
    const { report, facts } = outcome;
    const { reportKey, documentId, recipient, code } = report;
    const system = (code === '13' ? facts.system : facts.senderSystem) ?? '';
    if (!this.wantsToHear(system, code)) return [];
    const [from, to] = code === '13' ? [facts.sender, recipient] : [recipient, facts.sender];
    return [{ system, reportKey, documentId, recipient, from, to, content: message.body }];
  }

  /** Of 01 a listening system hears only if it asked for it. */
  private wantsToHear(name: string, code: StatusCode): boolean {
    const system = this.roster.system(name);
    if (system === undefined) return false;
    return code !== '01' || system.mode === 'poll' || system.arrivals;
  }
}

function answerOf(settled: Settled<StatusResult> | undefined, message: SubmittedStatus): PlainResult {
  const answer = resultOrPoisoned(settled, message);
  return 'result' in answer ? answer.result : answer;
}
