import { setTimeout as pause } from 'node:timers/promises';
import { type Lane } from './delays-letters.js';

/** The clerk of a slow system: one document at a time, so many milliseconds each, urgent ones first. */
export class Desk {
  private readonly lanes: Readonly<Record<Lane, (() => void)[]>> = { urgent: [], ordinary: [] };
  private isBusy = false;

  constructor(private readonly msPerDocument: number) {}

  /** Resolves when the document has been worked off. */
  work(lane: Lane): Promise<void> {
    return new Promise((resolve) => {
      this.lanes[lane].push(resolve);
      if (!this.isBusy) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isBusy = true;
    for (let done = this.next(); done !== undefined; done = this.next()) {
      await pause(this.msPerDocument);
      done();
    }
    this.isBusy = false;
  }

  private next(): (() => void) | undefined {
    return this.lanes.urgent.shift() ?? this.lanes.ordinary.shift();
  }
}
