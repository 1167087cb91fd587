import { type PlannedSubmission } from './plan/planned.js';

/** What was submitted and not answered yet, in the order of the plan; and what waits for an answer before it may be submitted. */
export class Answers {
  private readonly open = new Map<number, PlannedSubmission[]>();
  private wake: (() => void) | undefined;
  private next: number;

  /** Everything before `place` was answered in an earlier run. */
  constructor(place: number) {
    this.next = place;
  }

  get size(): number {
    return this.open.size;
  }

  /** Everything before this place has been answered. */
  get place(): number {
    const [first] = this.open.keys();
    return first ?? this.next;
  }

  /** To be called in the order of the plan. */
  expect({ place }: PlannedSubmission): void {
    this.open.set(place, []);
    this.next = place + 1;
  }

  /** Whether a submission has been answered; if not, `later` is handed out when it is. */
  isAnsweredOr(place: number, later: PlannedSubmission): boolean {
    const waiting = this.open.get(place);
    waiting?.push(later);
    return waiting === undefined;
  }

  /** Notes an answer; returns what may be submitted now. A second answer to the same changes nothing. */
  take(place: number): readonly PlannedSubmission[] {
    const waiting = this.open.get(place) ?? [];
    this.open.delete(place);
    this.wake?.();
    return waiting;
  }

  /** Resolves when fewer than `most` are open. */
  async untilFewerThan(most: number): Promise<void> {
    while (this.open.size >= most) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}
