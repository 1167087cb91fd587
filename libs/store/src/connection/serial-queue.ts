import { type Lane } from '../exchange/new-document.js';
import { StoreClosed } from './outage.js';

type Job = () => Promise<void>;

/** Runs one job at a time; urgent ones before normal ones, otherwise in order. A job that fails fails alone. */
export class SerialQueue {
  private readonly lanes: Readonly<Record<Lane, Job[]>> = { urgent: [], normal: [] };
  private draining: Promise<void> | undefined;
  private isClosed = false;

  run<T>(work: () => Promise<T>, lane: Lane): Promise<T> {
    if (this.isClosed) return Promise.reject(new StoreClosed());
    return new Promise<T>((resolve, reject) => {
      this.lanes[lane].push(() => work().then(resolve, reject));
      this.draining ??= this.drain();
    });
  }

  /** Takes no more jobs; resolves when those taken are done. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    for (let job = this.next(); job; job = this.next()) await job();
    this.draining = undefined;
  }

  private next(): Job | undefined {
    return this.lanes.urgent.shift() ?? this.lanes.normal.shift();
  }
}
