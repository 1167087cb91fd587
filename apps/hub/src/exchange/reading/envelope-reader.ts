import { extname } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AxisError, hanoiDay } from '#core';
import { Piscina } from 'piscina';
import { type BriefEnvelope } from './brief-envelope.js';
import { type ReadingOutcome, type ReadingTask } from './reading-task.js';
import readInPlace from './reading-thread.js';

/** A body in memory that was read: what its envelope says, and the SHA-256 of its bytes in lower-case hex. */
export interface ReadBody {
  readonly envelope: BriefEnvelope;
  readonly sha256: string;
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: (read: ReadBody) => void;
  readonly reject: (error: unknown) => void;
}

/** Up to so many bytes are read where they are: crossing over would take longer, and somebody waits. */
const READ_IN_PLACE_BYTES = 16 * 1024;
const THREAD = new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url).href;

/**
 * Reads bodies in a thread of its own: parsing takes a third of what a document costs the hub, and a large body would stop everything else.
 * What is asked for in one turn of the event loop crosses over together, unless it is little. One thread: on two cores, the other one is the hub's own.
 */
@Injectable()
export class EnvelopeReader implements OnApplicationShutdown {
  private readonly thread = new Piscina<ReadingTask, ReadingOutcome[]>({
    filename: THREAD,
    minThreads: 1,
    maxThreads: 1,
    // Files are read piece by piece: small bodies need not wait behind them.
    concurrentTasksPerWorker: 4,
    // A thread that sleeps between tasks would not hear of its files.
    atomics: 'disabled',
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 },
  });
  private waiting: Waiting[] = [];
  private isClosed = false;

  /** Reads a body that is in memory. @throws AxisError as `readEnvelope` */
  read(bytes: Uint8Array): Promise<ReadBody> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ bytes, resolve, reject });
      if (this.waiting.length === 1) queueMicrotask(() => void this.readWaiting());
    });
  }

  /** Reads a body out of a file; its memory does not grow with it. @throws AxisError as `readEnvelopeStream` */
  async readFile(file: string): Promise<BriefEnvelope> {
    const [outcome] = await this.run({ today: hanoiDay(Date.now()), file });
    return readBody(outcome).envelope;
  }

  /** Whatever is still asked for is given up. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.thread.destroy();
  }

  private async run(task: ReadingTask, transferList: ArrayBuffer[] = []): Promise<ReadingOutcome[]> {
    // The pool would start a new thread.
    if (this.isClosed) throw new Error('The hub is stopping; nothing is read any more.');
    if ('packed' in task && task.packed.byteLength <= READ_IN_PLACE_BYTES) return readInPlace(task);
    return this.thread.run(task, { transferList });
  }

  private async readWaiting(): Promise<void> {
    const waiting = this.waiting;
    this.waiting = [];
    try {
      const { packed, ends } = pack(waiting.map(({ bytes }) => bytes));
      const task = { today: hanoiDay(Date.now()), packed, ends };
      const outcomes = await this.run(task, [packed.buffer]);
      for (const [index, each] of waiting.entries()) settle(each, outcomes[index]);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}

/** One buffer of its own, which can be handed over instead of copied. */
function pack(bodies: readonly Uint8Array[]): { packed: Uint8Array<ArrayBuffer>; ends: number[] } {
  const packed = new Uint8Array(bodies.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  const ends = bodies.map((bytes) => {
    packed.set(bytes, end);
    return (end += bytes.byteLength);
  });
  return { packed, ends };
}

function settle({ resolve, reject }: Waiting, outcome: ReadingOutcome | undefined): void {
  try {
    resolve(readBody(outcome));
  } catch (error) {
    reject(error);
  }
}

function readBody(outcome: ReadingOutcome | undefined): ReadBody {
  if (outcome === undefined) throw new Error('The reading thread left a body out.');
  if ('code' in outcome) throw new AxisError(outcome.code, outcome.details, outcome.problems ?? {});
  return outcome;
}
