import { Injectable, Logger } from '@nestjs/common';
import { isAxisError, settlesWithin } from '#core';
import { type AcceptOutcome, type DispatchItem, type Lane } from '#store';
import { AxisEvents } from '../events/axis-events.js';
import { Acceptance, LEASE_MS } from './acceptance.js';
import { Dispatcher } from './dispatcher.js';
import { type Examined, Examiner } from './examiner.js';
import { dispatchItemOf, refusalOf, resultOf } from './outcomes.js';
import { runsOf } from './runs.js';
import { type Submission, type SubmissionResult } from './submission.js';

/** Deliveries written in one transaction, at most; a batch with more is cut, so that no transaction grows long. */
const MOST_DELIVERIES = 5_000;

/** How long an interface where somebody waits for the answer waits for the broker's confirms. */
const PATIENCE_MS = 2_000;

type Fit = Extract<Examined, { document: unknown }>;

/** How submissions are taken over. */
export interface Taking {
  readonly lane?: Lane;
  /**
   * Resolve once they are committed, though the broker is away or takes nothing: they are brought out when it does. For interfaces
   * where somebody waits for the answer; what comes over the broker waits there for it instead.
   */
  readonly broughtOutLater?: boolean;
}

/** The one way into the axis: every interface hands its submissions to `accept`. */
@Injectable()
export class ExchangeService {
  private readonly logger = new Logger(ExchangeService.name);

  constructor(
    private readonly examiner: Examiner,
    private readonly acceptance: Acceptance,
    private readonly dispatcher: Dispatcher,
    private readonly events: AxisEvents,
  ) {}

  /**
   * Takes submissions over: once it resolves, each is either refused and recorded, or accepted, counted once and in the
   * inboxes of its systems. Answers stand in the order of the submissions. Repeating a call repeats its answers and
   * writes nothing. Rejects when the store or the broker is away, or when a single submission cannot be handled at all.
   */
  async accept(submissions: readonly Submission[], taking: Taking = {}): Promise<SubmissionResult[]> {
    const examined = await Promise.all(submissions.map((submission) => this.examiner.examine(submission)));
    const results: SubmissionResult[] = [];
    for (const run of runsOf(examined, deliveriesOf, MOST_DELIVERIES))
      results.push(...(await this.acceptRun(run, taking)));
    return results;
  }

  /** What `accept` would answer, without taking anything over. */
  async rehearse(submission: Submission): Promise<SubmissionResult> {
    const examined = await this.examiner.examine(submission);
    if ('refusal' in examined) return { outcome: 'refused', error: examined.refusal };
    const { document } = examined;
    return resultOf(document, await this.acceptance.foresee(document), Date.now());
  }

  private async acceptRun(
    run: readonly Examined[],
    { lane = 'normal', broughtOutLater = false }: Taking,
  ): Promise<SubmissionResult[]> {
    const at = Date.now();
    const fit = run.filter((each): each is Fit => 'document' in each);
    const refusals = run.flatMap((each) =>
      'refusal' in each ? [refusalOf(each.submission, each.refusal, each.sha256)] : [],
    );
    const documents = fit.map((each) => each.document);
    const outcomes = await this.acceptance.write({ at, documents, refusals, lane });
    const broughtOut = this.bringOut(fit, outcomes, at);
    await (broughtOutLater ? this.forAWhile(broughtOut) : broughtOut);
    const answers = new Map(fit.map((each, index) => [each as Examined, outcomes[index] as AcceptOutcome]));
    const results = run.map((each) => answerTo(each, answers.get(each), at));
    await this.recordClashes(run, results, at);
    this.tell(run, results, at);
    return results;
  }

  /** Waits for a dispatch as long as somebody who waits for an answer should; a broker that is short of memory may take nothing for hours. */
  private async forAWhile(broughtOut: Promise<void>): Promise<void> {
    const later = broughtOut.catch((error: unknown) => {
      if (!isAxisError(error, 'BROKER_AWAY')) throw error;
    });
    if (await settlesWithin(PATIENCE_MS, later)) return;
    later.catch((error: unknown) => this.logger.error(`A document is dispatched again shortly. ${String(error)}`));
  }

  /** Dispatches what is new, and what is repeated because the first time ended before the dispatch. */
  private async bringOut(fit: readonly Fit[], outcomes: readonly AcceptOutcome[], at: number): Promise<void> {
    const items: DispatchItem[] = [];
    const stranded = new Set<string>();
    fit.forEach(({ document }, index) => {
      const outcome = outcomes[index];
      if (outcome?.outcome === 'new') items.push(dispatchItemOf(document, at, LEASE_MS));
      if (outcome?.outcome === 'repeat' && outcome.first.dispatchedAt === undefined) stranded.add(outcome.first.id);
    });
    for (const item of items) stranded.delete(item.documentId);
    await this.dispatcher.dispatch(items);
    await this.dispatcher.dispatchStranded([...stranded]);
  }

  private async recordClashes(
    run: readonly Examined[],
    results: readonly SubmissionResult[],
    at: number,
  ): Promise<void> {
    const clashes = run.flatMap((each, index) => {
      const result = results[index];
      return 'document' in each && result?.outcome === 'refused'
        ? [refusalOf(each.submission, result.error, each.document.body.sha256)]
        : [];
    });
    await this.acceptance.refuse(clashes, at);
  }

  private tell(run: readonly Examined[], results: readonly SubmissionResult[], at: number): void {
    this.events.tell(function* () {
      for (const [index, each] of run.entries()) {
        const result = results[index];
        if (result?.outcome === 'refused') {
          yield {
            kind: 'refused',
            at,
            system: each.submission.system ?? '',
            code: result.error.code,
            detail: result.error.message,
          };
        } else if (result?.outcome === 'accepted' && 'document' in each) {
          const { id: documentId, identity, sender: from, subject, recipients } = each.document;
          yield {
            kind: 'accepted',
            at,
            documentId,
            identity,
            from,
            subject,
            recipients: recipients.map(({ code }) => code),
          };
        }
      }
    });
  }
}

function deliveriesOf(each: Examined): number {
  return 'document' in each ? each.document.recipients.length : 1;
}

function answerTo(each: Examined, outcome: AcceptOutcome | undefined, at: number): SubmissionResult {
  if ('refusal' in each) return { outcome: 'refused', error: each.refusal };
  if (outcome === undefined) throw new Error('The store gave no outcome for a document.');
  return resultOf(each.document, outcome, at);
}
