import { type Day, hanoiDay } from '#core';
import { type PlannedSubmission } from './plan/planned.js';

/** Documents and their recipients by day, as the plan has them. */
export class Tally {
  documents = 0;
  statuses = 0;
  private readonly days = new Map<Day, { sent: number; received: number }>();

  add(submission: PlannedSubmission): void {
    if (submission.kind === 'status') {
      this.statuses += 1;
      return;
    }
    this.documents += 1;
    const day = hanoiDay(submission.at);
    const counts = this.days.get(day) ?? { sent: 0, received: 0 };
    counts.sent += 1;
    counts.received += submission.recipients.length;
    this.days.set(day, counts);
  }

  /** Up to a day, that day included. */
  upTo(day: Day): { sent: number; received: number } {
    const sum = { sent: 0, received: 0 };
    for (const [each, { sent, received }] of this.days) {
      if (each > day) continue;
      sum.sent += sent;
      sum.received += received;
    }
    return sum;
  }
}
