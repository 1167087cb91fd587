import { type LoadEvent } from '#wire';
import { EXIT, type ExitCode } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';
import { LoadProgress } from './load-progress.js';
import { tellLoad } from './load-report.js';

/** Shows how a load goes, and at the end what it showed. */
export class LoadDisplay {
  /** Failed until nothing is known to be missing. */
  exitCode: ExitCode = EXIT.failed;
  private readonly progress: LoadProgress;

  constructor(private readonly terminal: Terminal) {
    this.progress = new LoadProgress(process.stderr, terminal);
  }

  show(event: LoadEvent): void {
    if (event.kind === 'progress') this.progress.show(event);
    if (event.kind !== 'done') return;
    this.end();
    const { result } = event;
    this.exitCode = result.isWhole ? EXIT.done : EXIT.failed;
    this.terminal.result(result, () => tellLoad(result, this.terminal));
  }

  /** Leaves the terminal as it was. */
  end(): void {
    this.progress.end();
  }
}
