/** The places where a receiving system's death hurts most: its batch is stored, its acknowledgement not yet sent, or just sent. */
export type FailPoint = 'agency-before-ack' | 'agency-after-ack';

/** Ends this process with SIGKILL at the n-th reach of a place; unarmed, as always outside tests, nothing happens anywhere. */
export class FailPoints {
  private readonly point: string | undefined;
  private left: number;

  /** `armed` is `name:n`, or `name` for the first reach. The configuration gives one only when NODE_ENV is test. */
  constructor(
    armed?: string,
    private readonly die: () => void = () => process.kill(process.pid, 'SIGKILL'),
  ) {
    const [point, nth] = armed?.split(':') ?? [];
    this.point = point;
    this.left = Number(nth ?? 1);
  }

  reach(point: FailPoint): void {
    if (point !== this.point) return;
    this.left -= 1;
    if (this.left === 0) this.die();
  }
}
