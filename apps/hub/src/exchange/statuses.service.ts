import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AxisError, hanoiDay } from '#core';
import { type DeliveryFacts, HubStore, type NewRefusal, type NewStatus } from '#store';
import { AxisEvents } from '../events/axis-events.js';
import { judgeStatus, type Judgement, type Standing } from './judge-status.js';
import { type PlainResult } from './notices.js';
import { storable } from './outcomes.js';
import { type ReadStatus, type SubmittedStatus } from './read-status.js';
import { StatusForwarding } from './status-forwarding.js';
import { type Settled } from './one-by-one.js';
import { StatusReading } from './status-reading.js';

/** How often deliveries may move on under our eyes before a batch of reports is begun anew. */
const MOST_ROUNDS = 5;

/** What became of one reported status: the answer to its reporter, and what was written of which delivery. */
export interface StatusResult {
  readonly result: PlainResult;
  readonly report?: NewStatus;
  readonly facts?: DeliveryFacts;
}

type Reading = ReadStatus | AxisError;

/** Keeps what is reported of documents: judges it, writes it to the history, has it passed on. */
@Injectable()
export class StatusesService {
  constructor(
    private readonly store: HubStore,
    private readonly reading: StatusReading,
    private readonly forwarding: StatusForwarding,
    private readonly events: AxisEvents,
  ) {}

  /** Judges and records reports in one transaction; a report that was there already changes nothing. */
  async take(messages: readonly SubmittedStatus[]): Promise<StatusResult[]> {
    const readings = messages.map((message) => this.reading.read(message));
    const recorded = new Set<string>();
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const results = await this.attempt(messages, readings, recorded);
      if (results !== undefined) return results;
    }
    throw new Error(`Deliveries kept changing while ${messages.length} status reports were judged.`);
  }

  /** Passes on what concerns others, and answers the reporters. */
  passOn(messages: readonly SubmittedStatus[], settled: readonly Settled<StatusResult>[]): Promise<void> {
    return this.forwarding.passOn(messages, settled);
  }

  /** Passes on what concerns others; the reporter has its answer already. */
  forward(submitted: readonly SubmittedStatus[], results: readonly StatusResult[]): Promise<void> {
    return this.forwarding.forward(submitted, results);
  }

  /** Undefined when a delivery changed between reading and writing: judge again. What was written by then stands in `recorded`. */
  private async attempt(
    messages: readonly SubmittedStatus[],
    readings: readonly Reading[],
    recorded: Set<string>,
  ): Promise<StatusResult[] | undefined> {
    const readable = readings.filter((each): each is ReadStatus => !(each instanceof AxisError));
    const found = await this.store.exchange.findDeliveries(readable.map(({ query }) => query));
    const standing: Standing = new Map();
    const judged = new Map<ReadStatus, Judgement>();
    for (const [index, each] of readable.entries()) {
      const facts = found[index] ?? (await this.whyNothing(each));
      judged.set(each, facts instanceof AxisError ? { refusal: facts } : judgeStatus(each, facts, standing));
    }
    const results = readings.map((reading): StatusResult => {
      const judgement = reading instanceof AxisError ? { refusal: reading } : judged.get(reading);
      if (judgement === undefined || 'refusal' in judgement)
        return refused(judgement?.refusal ?? new AxisError('INTERNAL'));
      const { report, facts } = judgement;
      return { result: answerTo(report, facts), report, facts };
    });
    return this.write(messages, results, recorded);
  }

  /** Why a report means no delivery: the document is not on the axis, or not for whom the report says. */
  private async whyNothing({ query, status }: ReadStatus): Promise<AxisError> {
    for (const key of query.identityKeys) {
      const document = await this.store.documents.findByIdentity(key);
      if (document === undefined) continue;
      return new AxisError('STATUS_NOT_RECIPIENT', { code: query.recipient, document: document.identity });
    }
    return new AxisError('STATUS_DOCUMENT_UNKNOWN', { document: status.responseFor.documentId });
  }

  private async write(
    messages: readonly SubmittedStatus[],
    results: StatusResult[],
    recorded: Set<string>,
  ): Promise<StatusResult[] | undefined> {
    const at = Date.now();
    const reports = results.flatMap(({ report }) => (report === undefined ? [] : [report]));
    const refusals = results.flatMap((result, index) => refusalOf(messages[index], result));
    const outcomes = await this.store.exchange.recordStatuses({ at, day: hanoiDay(at), reports, refusals });
    reports.forEach(({ reportKey }, index) => {
      if (outcomes[index] === 'recorded') recorded.add(reportKey);
    });
    if (outcomes.includes('stale')) return undefined;
    const settled = results.map((each): StatusResult => {
      if (each.report === undefined || each.result.outcome === 'refused') return each;
      return { ...each, result: { outcome: recorded.has(each.report.reportKey) ? 'accepted' : 'repeated' } };
    });
    this.tell(settled, at);
    return settled;
  }

  private tell(results: readonly StatusResult[], at: number): void {
    this.events.tell(function* () {
      for (const { result, report, facts } of results) {
        if (result.outcome !== 'accepted' || report === undefined || facts === undefined) continue;
        const { documentId, recipient, code, reason = '' } = report;
        yield { kind: 'status', at, documentId, identity: facts.identity, from: facts.sender, recipient, code, reason };
      }
    });
  }
}

function refused(error: AxisError): StatusResult {
  return { result: { outcome: 'refused', error } };
}

function answerTo(report: NewStatus, { identity, recipient, status }: DeliveryFacts): PlainResult {
  const { code, effect } = report;
  if (effect !== 'impossible') return { outcome: 'accepted' };
  const details = { code, document: identity, recipient, current: status.code };
  return { outcome: 'refused', error: new AxisError('STATUS_IMPOSSIBLE', details) };
}

function refusalOf(message: SubmittedStatus | undefined, { result }: StatusResult): NewRefusal[] {
  if (message === undefined || result.outcome !== 'refused') return [];
  const { code, message: detail, problems } = result.error;
  const sha256 = createHash('sha256').update(message.body).digest('hex');
  const submissionKey = storable(message.messageId ?? '');
  return [{ id: uuid(), system: message.userId ?? '', submissionKey, sha256, kind: 'status', code, detail, problems }];
}
