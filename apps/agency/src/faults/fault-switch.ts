import { type FAULTS } from '#wire';

/** A way for a system to misbehave; `none` is a healthy one. */
export type FaultMode = (typeof FAULTS)[number];

/** What is wrong with this system now. */
export interface Fault {
  readonly mode: FaultMode;
  /** For `slow`: how long each batch is held up. */
  readonly delayMs: number;
}

const HEALTHY: Fault = { mode: 'none', delayMs: 0 };

/** The fault this system has now, on purpose. */
export class FaultSwitch {
  private current = HEALTHY;
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  get fault(): Fault {
    return this.current;
  }

  /** Sets a fault, for `forMs` if given and until further notice otherwise. */
  set(fault: Fault, forMs?: number): void {
    clearTimeout(this.timer);
    this.timer = forMs === undefined ? undefined : setTimeout(() => this.set(HEALTHY), forMs);
    this.current = fault;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back at each change; the answer ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves once the fault is another. */
  async whileIn(mode: FaultMode): Promise<void> {
    if (this.current.mode !== mode) return;
    await new Promise<void>((resolve) => {
      const end = this.onChange(() => {
        if (this.current.mode === mode) return;
        end();
        resolve();
      });
    });
  }

  /** No fault any more, and nobody waits. */
  close(): void {
    this.set(HEALTHY);
  }
}
