import { Injectable } from '@nestjs/common';
import { DELIVER } from '#broker';
import { type StatusCode } from '#core';
import { type RegisteredSystem } from '#store';
import { HEADER } from '#wire';
import { Inboxes } from '../registry/inboxes.js';
import { Mailboxes, type PassedStatus } from '../registry/mailboxes.js';
import { Roster } from '../registry/roster.js';
import { Notices, type PlainResult } from './notices.js';
import { type Settled } from './one-by-one.js';
import { resultOrPoisoned } from './poisoned.js';
import { type SubmittedStatus } from './read-status.js';
import { type StatusResult } from './statuses.service.js';

interface Concerning {
  readonly code: StatusCode;
  readonly status: PassedStatus;
}

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

  /**
   * What was recorded before is passed on again, because the first time may have ended before that; issuers know it again.
   * What concerns a system that was taken off the axis goes nowhere. @throws AxisError BROKER_AWAY
   */
  async forward(messages: readonly SubmittedStatus[], results: readonly (StatusResult | undefined)[]): Promise<void> {
    const concerned = messages.flatMap((message, index) => concerning(message, results[index]));
    await this.roster.lookFor(concerned.map(({ status }) => status.system));
    const passed = { poll: [] as PassedStatus[], amqp: [] as PassedStatus[] };
    for (const { code, status } of concerned) {
      const system = this.roster.system(status.system);
      if (system !== undefined && wantsToHear(system, code)) passed[system.mode].push(status);
    }
    await this.mailboxes.putStatuses(passed.poll);
    await Promise.all(passed.amqp.map((status) => this.deliver(status)));
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
}

/** A recorded status and whom it concerns, if it concerns a system at all. */
function concerning(message: SubmittedStatus, outcome: StatusResult | undefined): Concerning[] {
  if (outcome?.report === undefined || outcome.facts === undefined || outcome.result.outcome === 'refused') return [];
  const { report, facts } = outcome;
  const { reportKey, documentId, recipient, code } = report;
  const system = code === '13' ? facts.system : facts.senderSystem;
  if (system === undefined) return [];
  const [from, to] = code === '13' ? [facts.sender, recipient] : [recipient, facts.sender];
  return [{ code, status: { system, reportKey, documentId, recipient, from, to, content: message.body } }];
}

/** Of 01 a listening system hears only if it asked for it. */
function wantsToHear({ mode, arrivals }: RegisteredSystem, code: StatusCode): boolean {
  return code !== '01' || mode === 'poll' || arrivals;
}

function answerOf(settled: Settled<StatusResult> | undefined, message: SubmittedStatus): PlainResult {
  const answer = resultOrPoisoned(settled, message);
  return 'result' in answer ? answer.result : answer;
}
