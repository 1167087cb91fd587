/** The places between two promises where a death hurts most, in the order a document passes them. */
export type FailPoint = 'before-commit' | 'after-commit' | 'after-publish' | 'after-confirm';

/** Marks those places. Outside tests nothing happens there. */
export abstract class FailPoints {
  abstract reach(point: FailPoint): void;
}

/** The one every real hub has: nothing happens. */
export class NoFailPoints extends FailPoints {
  reach(): void {
    // Nothing fails on purpose outside tests.
  }
}

/** Ends this process with SIGKILL when `point` is reached for the `nth` time. Armed by FAIL_POINT, which counts only under NODE_ENV=test. */
export class ArmedFailPoint extends FailPoints {
  private reached = 0;

  constructor(
    private readonly point: string,
    private readonly nth: number,
  ) {
    super();
  }

  reach(point: FailPoint): void {
    if (point !== this.point) return;
    this.reached += 1;
    if (this.reached === this.nth) process.kill(process.pid, 'SIGKILL');
  }
}
