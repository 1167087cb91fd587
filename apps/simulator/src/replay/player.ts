import { setTimeout as pause } from 'node:timers/promises';
import { type Day, hanoiDay } from '#core';
import { type NoticeResult, type ReplaySettings } from '#wire';
import { Answers } from './answers.js';
import { type ConnectedSystem } from './connected-system.js';
import { type PlannedSubmission } from './plan/planned.js';
import { Tally } from './tally.js';

/** Submissions without an answer, at most: enough that the hub's batches are full, few enough that the broker holds no pile. */
const WINDOW = 3_000;

/** Days after which nothing more is played until everything up to them has arrived. */
export interface Pauses {
  readonly days: ReadonlySet<Day>;
  /** Resolves when no delivery accepted up to that day waits any more. */
  readonly untilArrived: (to: Day) => Promise<void>;
}

/** Plays a plan: hands each submission to its system, in the order of the simulated time and as fast as the hub answers or `speed` allows. */
export class Player {
  readonly answers: Answers;
  /** All that the plan has in the period up to where it was played, earlier runs included. */
  readonly planned = new Tally();
  readonly refusals: NoticeResult[] = [];
  /** The simulated day. */
  day: Day | undefined;
  private startedAt: { readonly real: number; readonly simulated: number } | undefined;

  constructor(
    private readonly systems: ReadonlyMap<string, ConnectedSystem>,
    private readonly settings: ReplaySettings,
    private readonly from: number,
    private readonly pauses: Pauses,
  ) {
    this.answers = new Answers(from);
  }

  /** Key of a submission: the same in every run of the same replay. */
  readonly keyOf = ({ place, kind }: PlannedSubmission): string => `${this.settings.seed}-${kind}-${place}`;

  /** Resolves when everything was submitted and answered; after an abort, when what was submitted was answered. */
  async play(plan: Iterable<PlannedSubmission>, signal: AbortSignal): Promise<void> {
    for (const submission of plan) {
      if (signal.aborted) break;
      if (!this.isWithin(submission)) continue;
      this.planned.add(submission);
      if (submission.place < this.from) continue;
      await this.pauseAfter(hanoiDay(submission.at));
      await this.untilDue(submission.at, signal);
      await this.answers.untilFewerThan(WINDOW);
      this.begin(submission);
    }
    await this.answers.untilFewerThan(1);
  }

  /** To be told what the hub answers. */
  readonly onAnswers = (results: readonly NoticeResult[]): void => {
    for (const result of results) {
      if (result.outcome === 'refused') this.refusals.push(result);
      if (result.kind === 'receipt') continue;
      for (const next of this.answers.take(Number(result.key.split('-').at(-1)))) this.submit(next);
    }
  };

  /**
   * A status implies arrival, and may overtake the receipt on its way through the hub: the arrival then counts on the day of the status. So that
   * none is carried past a published day, what belongs before it has arrived before anything after it is said.
   */
  private async pauseAfter(day: Day): Promise<void> {
    const last = this.day;
    if (day === last) return;
    const ended = [...this.pauses.days].filter((each) => each < day && (last === undefined || each >= last)).sort();
    const latest = ended.at(-1);
    if (latest !== undefined) {
      await this.answers.untilFewerThan(1);
      await this.pauses.untilArrived(latest);
    }
    this.day = day;
  }

  private isWithin(submission: PlannedSubmission): boolean {
    const { from, to } = this.settings;
    const day = hanoiDay(submission.at);
    const first = submission.kind === 'status' ? hanoiDay(submission.document.at) : day;
    return first >= from && day <= to;
  }

  private begin(submission: PlannedSubmission): void {
    const { kind } = submission;
    const isDue = kind === 'edoc' || this.answers.isAnsweredOr(submission.after.place, submission);
    this.answers.expect(submission);
    if (isDue) this.submit(submission);
  }

  private submit(submission: PlannedSubmission): void {
    const system = this.systems.get(submission.system);
    if (system === undefined) throw new Error(`The plan names a system that is not connected: ${submission.system}`);
    void system.submit(submission);
  }

  private async untilDue(at: number, signal: AbortSignal): Promise<void> {
    const { speed } = this.settings;
    if (speed === undefined) return;
    this.startedAt ??= { real: Date.now(), simulated: at };
    const dueIn = this.startedAt.real + (at - this.startedAt.simulated) / speed - Date.now();
    if (dueIn > 0) await pause(dueIn, undefined, { signal }).catch(() => undefined);
  }
}
