import { SingleBar } from 'cli-progress';
import { type LoadEvent } from '#wire';
import { type Terminal } from '../terminal/terminal.js';
import { words } from '#core';

type Progress = Extract<LoadEvent, { kind: 'progress' }>;

/** The progress of a load, on a line of its own that is written once a second; nothing where standard error is no terminal. */
export class LoadProgress {
  private readonly bar: SingleBar | undefined;
  private last: Progress | undefined;

  constructor(stream: NodeJS.WriteStream, terminal: Terminal) {
    if (!stream.isTTY) return;
    const format = terminal.in(
      words(
        '{bar} {value}/{total} văn bản | {rate}/s | tồn {backlog} | đến {arrived} bản gửi',
        '{bar} {value}/{total} documents | {rate}/s | backlog {backlog} | {arrived} deliveries arrived',
      ),
    );
    this.bar = new SingleBar({
      stream,
      format,
      barsize: 24,
      hideCursor: true,
      gracefulExit: false,
      clearOnComplete: true,
    });
  }

  /** Shows how a run stands now. */
  show(now: Progress): void {
    const { bar, last = { seconds: now.seconds - 1, accepted: 0 } } = this;
    if (bar === undefined) return;
    const rate = (now.accepted - last.accepted) / Math.max(0.001, now.seconds - last.seconds);
    const shown = { rate: rate.toFixed(0), backlog: now.due - now.accepted, arrived: now.arrived };
    if (!bar.isActive) bar.start(now.documents, now.accepted, shown);
    else bar.update(now.accepted, shown);
    this.last = now;
  }

  /** Takes the line away. */
  end(): void {
    if (this.bar?.isActive === true) this.bar.stop();
  }
}
