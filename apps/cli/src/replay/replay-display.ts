import { SingleBar } from 'cli-progress';
import { dots, headline, reportDate, words } from '#core';
import { type ReckoningRow, type ReplayEvent } from '#wire';
import { EXIT, type ExitCode } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';

type Done = Extract<ReplayEvent, { kind: 'done' }>;
type Progress = Extract<ReplayEvent, { kind: 'progress' }>;

const LINE_EVERY_MS = 10_000;
const MOST_REFUSALS_TOLD = 5;

/** Shows how a replay goes: a bar on a terminal, a line now and then elsewhere; at the end published and counted side by side. */
export class ReplayDisplay {
  /** Failed until the figures have been seen to agree. */
  exitCode: ExitCode = EXIT.failed;
  private bar: SingleBar | undefined;
  private toldAt = 0;
  private refusals = 0;
  private first: { readonly at: number; readonly documents: number } | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly scale: number,
  ) {}

  show(event: ReplayEvent): void {
    if (event.kind === 'enrolled')
      this.say(`✓ ${event.systems} hệ thống đã kết nối`, `✓ ${event.systems} systems connected`);
    if (event.kind === 'progress') this.progress(event);
    if (event.kind === 'refused') this.refused(event);
    if (event.kind === 'settling') this.settling(event.waiting);
    if (event.kind === 'stopped') this.stopped(event);
    if (event.kind === 'done') this.done(event);
  }

  /** Leaves the terminal as it was. */
  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private progress({ documents, of, day = '', received }: Progress): void {
    this.first ??= { at: Date.now(), documents };
    const seconds = (Date.now() - this.first.at) / 1000;
    const rate = seconds < 1 ? 0 : Math.round((documents - this.first.documents) / seconds);
    const date = day === '' ? '…' : reportDate(day);
    if (process.stderr.isTTY && !this.terminal.json) return this.draw(documents, of, { rate, date });
    if (Date.now() - this.toldAt < LINE_EVERY_MS) return;
    this.toldAt = Date.now();
    const counts = `${dots(documents)}/${dots(of)}`;
    this.say(
      `${date}: ${counts} văn bản, ${dots(received)} bản nhận trong lần chạy này, ${rate}/s`,
      `${date}: ${counts} documents, ${dots(received)} deliveries received in this run, ${rate}/s`,
    );
  }

  private draw(documents: number, of: number, payload: { rate: number; date: string }): void {
    if (this.bar === undefined) {
      const left = this.terminal.in(words('còn', 'left'));
      const format = `{bar} {percentage}% | {value}/{total} | {rate}/s | ${left} {eta_formatted} | {date}`;
      this.bar = new SingleBar({ format, etaBuffer: 30, hideCursor: true, forceRedraw: true });
      this.bar.start(of, documents, payload);
    }
    this.bar.update(documents, payload);
  }

  private refused({ key, code, detail }: Extract<ReplayEvent, { kind: 'refused' }>): void {
    this.refusals += 1;
    if (this.refusals <= MOST_REFUSALS_TOLD) this.terminal.complain(`${key}: ${code}: ${detail}`);
  }

  private settling(waiting: number): void {
    this.end();
    if (Date.now() - this.toldAt < LINE_EVERY_MS) return;
    this.toldAt = Date.now();
    this.say(`Chờ ${dots(waiting)} bản gửi đến nơi.`, `Waiting for ${dots(waiting)} deliveries to arrive.`);
  }

  private stopped({ documents, of }: Extract<ReplayEvent, { kind: 'stopped' }>): void {
    this.end();
    const counts = `${dots(documents)}/${dots(of)}`;
    this.say(
      `Dừng ở ${counts} văn bản. Chạy lại lệnh này để diễn tiếp.`,
      `Stopped at ${counts} documents. Run the command again to go on.`,
    );
  }

  private done(event: Done): void {
    this.end();
    const agrees = event.ledgerAddsUp && event.refused === 0 && event.rows.every(isRight);
    this.exitCode = agrees ? EXIT.done : EXIT.failed;
    this.terminal.result({ agrees, ...event }, () => this.tell(event, agrees));
  }

  private tell({ rows, ledgerAddsUp, refused, seconds, documents, statuses }: Done, agrees: boolean): void {
    const of = this.scale === 1 ? '' : ` × ${this.scale}`;
    this.terminal.table(
      [
        words('Kỳ', 'Period'),
        words(`Gửi: công bố${of}`, `Sent: published${of}`),
        words('đếm được', 'counted'),
        words(`Nhận: công bố${of}`, `Received: published${of}`),
        words('đếm được', 'counted'),
        words('', ''),
      ],
      rows.map((row) => this.row(row)),
      words('Không có gì để so.', 'There is nothing to compare.'),
    );
    const last = rows.at(-1);
    if (last !== undefined) this.terminal.say(headline(last.from, last.to, last.counted.sent, last.counted.received));
    const ledger = ledgerAddsUp
      ? words('Sổ cái khớp.', 'The ledger adds up.')
      : words('SỔ CÁI LỆCH.', 'THE LEDGER IS OFF.');
    const work = `${dots(documents)} văn bản, ${dots(statuses)} trạng thái, ${Math.round(seconds)} s`;
    this.say(
      `${ledger.vi} ${refused} bị từ chối. ${work}. Số liệu theo thời gian mô phỏng.`,
      `${ledger.en} ${refused} refused. ${dots(documents)} documents, ${dots(statuses)} statuses, ${Math.round(seconds)} s. Figures in simulated time.`,
    );
    if (!agrees)
      this.terminal.complain(this.terminal.in(words('Số đếm được không khớp.', 'The figures do not agree.')));
  }

  private row(row: ReckoningRow): (string | number)[] {
    const { sent, received } = expected(row);
    const verdict = isRight(row) ? words('✓ khớp', '✓ agrees') : words('✗ LỆCH', '✗ OFF');
    return [
      `${reportDate(row.from)} – ${reportDate(row.to)}`,
      ...[dots(sent), dots(row.counted.sent), dots(received), dots(row.counted.received)],
      this.terminal.in(verdict),
    ];
  }

  private say(vi: string, en: string): void {
    this.terminal.say(words(vi, en));
  }
}

/** What was published for the period; where nothing was, what the plan has in it. */
function expected({ published, planned }: ReckoningRow): ReckoningRow['planned'] {
  return published ?? planned;
}

function isRight(row: ReckoningRow): boolean {
  const { sent, received } = expected(row);
  return sent === row.counted.sent && received === row.counted.received;
}
