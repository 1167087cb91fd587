import { dots, type Words, words } from '#core';
import { type LoadResult, type Measure, MEASURES, type Timings } from '#wire';
import { type Terminal } from '../terminal/terminal.js';
import { verdictOf } from './load-verdict.js';

const COLUMNS = ['p50', 'p90', 'p95', 'p99', 'max'] as const;
const NAMES: Readonly<Record<Measure, Words>> = {
  acceptance: words('Chấp nhận: thông báo về nơi gửi', 'Acceptance: notice back at the sender'),
  arrival: words('Đến nơi: ở hệ thống nhận', 'Arrival: with the recipient’s system'),
  status: words('Trạng thái 01 về nơi gửi', 'Status 01 back at the sender'),
};

/** A load told to people: what was offered and reached, the times, and whether anything was lost or doubled. */
export function tellLoad(result: LoadResult, terminal: Terminal): void {
  terminal.say(offeredLine(result));
  terminal.say(reachedLine(result));
  const { latencyMs, ordinaryLatencyMs, urgentLatencyMs } = result;
  table(words('Tính từ lúc đến hạn gửi, ms', 'From the moment it was due, ms'), latencyMs, terminal);
  table(words('Riêng văn bản thường, ms', 'Ordinary ones alone, ms'), ordinaryLatencyMs, terminal);
  table(words('Riêng văn bản khẩn, ms', 'Urgent ones alone, ms'), urgentLatencyMs, terminal);
  steps(result, terminal);
  for (const line of verdictOf(result)) terminal.say(line);
}

function offeredLine({ offered, reached }: LoadResult): Words {
  const { ratePerSecond, documents, deliveries } = offered;
  const average = decimal(deliveries / Math.max(1, documents));
  const size = decimal(reached.megabytes);
  const rate = decimal(ratePerSecond);
  return words(
    `Đã gửi ${dots(documents)} văn bản (${size} MB), ${dots(deliveries)} bản gửi, trung bình ${average} nơi nhận, ${rate} văn bản/s.`,
    `Sent ${dots(documents)} documents (${size} MB), ${dots(deliveries)} deliveries, ${average} recipients on average, at ${rate} documents/s.`,
  );
}

function reachedLine({ offered, reached }: LoadResult): Words {
  const [want, got] = [offered.ratePerSecond, reached.ratePerSecond].map(decimal);
  if (reached.isOffered) return words(`Trục theo kịp: đạt ${got}/s.`, `The axis kept pace: reached ${got}/s.`);
  return words(
    `KHÔNG THEO KỊP: yêu cầu ${want}/s, máy này chỉ đạt ${got}/s. Thời gian dưới đây gồm cả lúc chờ.`,
    `NOT KEPT PACE: offered ${want}/s, this machine reached ${got}/s. The times below include the waiting.`,
  );
}

function table(title: Words, timings: Timings | undefined, terminal: Terminal): void {
  if (timings === undefined) return;
  const head = [title, ...COLUMNS.map((column) => words(column, column)), words('số lần', 'count')];
  const rows = MEASURES.map((measure) => {
    const percentiles = timings[measure];
    const times = COLUMNS.map((column) => tenths(percentiles[column]));
    return [terminal.in(NAMES[measure]), ...times, dots(percentiles.count)];
  });
  terminal.table(head, rows, title);
}

/** What a kill, or a start, did to the documents that were due then. */
function steps({ steps: all }: LoadResult, terminal: Terminal): void {
  if (all === undefined) return;
  const title = words('Đến nơi, theo lúc đến hạn gửi, ms', 'Arrival by when it was due, ms');
  const head = [title, ...COLUMNS.map((column) => words(column, column)), words('số lần', 'count')];
  const rows = all.map(({ fromMs, latencyMs: { arrival } }) => {
    const from = `${tenths(fromMs / 1000)} s`;
    return [from, ...COLUMNS.map((column) => tenths(arrival[column])), dots(arrival.count)];
  });
  terminal.table(head, rows, title);
}

/** With one digit after a comma, as Vietnamese writes it beside the dots of thousands. */
function tenths(number: number): string {
  const all = Math.round(number * 10);
  return `${dots(Math.floor(all / 10))},${all % 10}`;
}

function decimal(number: number): string {
  return tenths(number).replace(/,0$/, '');
}
