import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { StoreClosed } from './outage.js';

/**
 * better-sqlite3 is synchronous: a report of 500 ms on the main thread would stop the hub for 500 ms. This thread has a read-only connection of
 * its own, which knows sha256_hex(bytes) besides, and runs one report after the other. It is plain text because a worker must be JavaScript, and these sources are not, under test.
 */
const WORKER = `
const { createHash } = require('node:crypto');
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.driver);
const connection = new Database(workerData.path, { readonly: true, timeout: 5000 });
connection.function('sha256_hex', (bytes) => createHash('sha256').update(bytes).digest('hex'));
parentPort.on('message', ({ id, text, parameters }) => {
  try {
    const statement = connection.prepare(text);
    const rows = statement.reader ? statement.all(...parameters) : [];
    if (!statement.reader) statement.run(...parameters);
    parentPort.postMessage({ id, rows });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
`;

interface Answer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly error?: { readonly message: string; readonly code?: string };
}

interface Question {
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/** Reads that may take long, in a thread of their own; started by the first one. */
export class ReportWorker {
  private readonly questions = new Map<number, Question>();
  private worker: Worker | undefined;
  private last = 0;
  private isClosed = false;

  constructor(private readonly path: string) {}

  ask(text: string, parameters: readonly unknown[]): Promise<unknown[]> {
    if (this.isClosed) return Promise.reject(new StoreClosed());
    this.worker ??= this.start();
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.questions.set(id, { resolve, reject });
      this.worker?.postMessage({ id, text, parameters });
    });
  }

  /** Reports in hand are given up: nobody waits for them any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    const { worker } = this;
    this.worker = undefined;
    this.giveUp(new StoreClosed());
    await worker?.terminate();
  }

  private start(): Worker {
    const driver = createRequire(import.meta.url).resolve('better-sqlite3');
    const worker = new Worker(WORKER, { eval: true, workerData: { driver, path: this.path } });
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error) => {
      if (this.worker === worker) this.worker = undefined;
      this.giveUp(error);
    });
    return worker;
  }

  private settle({ id, rows, error }: Answer): void {
    const question = this.questions.get(id);
    this.questions.delete(id);
    if (error) question?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else question?.resolve(rows ?? []);
  }

  private giveUp(error: Error): void {
    for (const { reject } of this.questions.values()) reject(error);
    this.questions.clear();
  }
}
