import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AxisError, type Problem } from '#core';
import { DELIVER } from '#broker';
import { type Arrivals, type Notice, type NoticeResult, type RecipientResult, writeMessage } from '#wire';
import { Inboxes } from '../registry/inboxes.js';
import { runsOf } from './runs.js';
import { type RecipientOutcome, type SubmissionResult } from './submission.js';

/** What a status or receipt is answered with; a document's answer is a `SubmissionResult`. */
export type PlainResult =
  { readonly outcome: 'accepted' | 'repeated' } | { readonly outcome: 'refused'; readonly error: AxisError };

/** One answer on its way to the system that asked; for an unproven sender there is nobody to tell. */
export interface Answer {
  readonly system: string | undefined;
  readonly key: string;
  readonly kind: NoticeResult['kind'];
  readonly result: SubmissionResult | PlainResult;
}

/** Bytes of results in one message, about: well below the broker's limit of 1 MB. A single larger result travels alone. */
const MOST_BYTES = 256 * 1024;
/** Findings of one document that a notice names; all of them stand with the refusal at the hub. */
const MOST_PROBLEMS = 100;
/** Characters of one text in a finding. */
const MOST_CHARACTERS = 300;
/** Past so many recipients a failed one is named with its code only, so that the answer fits a message. */
const MOST_EXPLAINED = 500;

/** Tells systems what became of what they submitted, and of arrivals: one message for each system and batch. */
@Injectable()
export class Notices {
  constructor(private readonly inboxes: Inboxes) {}

  /** Resolves when every answer is in the inbox of its system. @throws AxisError BROKER_AWAY */
  async tell(answers: readonly Answer[]): Promise<void> {
    const bySystem = groupBy(answers, (answer) => answer.system);
    await Promise.all(
      [...bySystem].flatMap(([system, group]) =>
        slicesOf(group.map(noticeResult)).map((results) => this.send(system, 'notice', { results })),
      ),
    );
  }

  /** Passes status 01 on to systems that asked for it. @throws AxisError BROKER_AWAY */
  async arrivals(bySystem: ReadonlyMap<string, Arrivals['arrivals']>): Promise<void> {
    await Promise.all(
      [...bySystem].flatMap(([system, all]) =>
        slicesOf(all).map((arrivals) => this.send(system, 'arrived', { arrivals })),
      ),
    );
  }

  private send(system: string, type: 'notice' | 'arrived', message: Notice | Arrivals): Promise<void> {
    return this.inboxes.deliver({
      exchange: DELIVER,
      key: system,
      type,
      messageId: uuid(),
      contentType: 'application/json',
      body: writeMessage(message),
    });
  }
}

function noticeResult({ key, kind, result }: Answer): NoticeResult {
  if (result.outcome === 'refused') {
    const { error } = result;
    return {
      key,
      kind,
      outcome: 'refused',
      code: error.code,
      detail: error.message,
      ...(error.problems === undefined ? {} : { problems: error.problems.slice(0, MOST_PROBLEMS).map(brief) }),
      ...('firstDocumentId' in result && result.firstDocumentId !== undefined
        ? { firstDocumentId: result.firstDocumentId }
        : {}),
    };
  }
  if (!('documentId' in result)) return { key, kind, outcome: result.outcome };
  const { outcome, documentId, recipients } = result;
  const explain = recipients.length <= MOST_EXPLAINED;
  return { key, kind, outcome, documentId, recipients: recipients.map((each) => recipientResult(each, explain)) };
}

/** A finding without what a stranger wrote past the part that people read. */
function brief(problem: Problem): Problem {
  const { value, message } = problem;
  const cut = { ...problem, message: message.slice(0, MOST_CHARACTERS) };
  return value === undefined ? cut : { ...cut, value: value.slice(0, MOST_CHARACTERS) };
}

/** A recipient's outcome in the words of the wire; a failure with its sentence, or only its code where there are too many. */
export function recipientResult({ code, outcome, error }: RecipientOutcome, explain = true): RecipientResult {
  if (error === undefined) return { code, outcome };
  return { code, outcome, error: { code: error, detail: explain ? new AxisError(error, { code }).message : error } };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Consecutive runs of about `MOST_BYTES` of JSON each. */
function slicesOf<T>(items: readonly T[]): T[][] {
  return runsOf(items, (item) => JSON.stringify(item).length, MOST_BYTES);
}
