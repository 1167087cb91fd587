import Table from 'cli-table3';
import { dots } from '#core';
import { MEASURES, type Measure, type Percentiles, type Timings } from './latencies.js';
import { type LoadResult } from './result.js';
import { type Language, type Words, words } from './words.js';

const COLUMNS = ['p50', 'p90', 'p95', 'p99', 'max'] as const;
const NAMES: Readonly<Record<Measure, Words>> = {
  acceptance: words('Chấp nhận: thông báo về nơi gửi', 'Acceptance: notice back at the sender'),
  arrival: words('Đến nơi: ở hệ thống nhận', 'Arrival: with the recipient’s system'),
  status: words('Trạng thái 01 về nơi gửi', 'Status 01 back at the sender'),
};

/** A run told to people: what was offered and reached, the times, and whether anything was lost or doubled. */
export function reportOf(result: LoadResult, language: Language): string {
  const lines = [offeredLine(result), ...reachedLines(result)].map((line) => line[language]);
  const verdict = verdictLines(result).map((line) => line[language]);
  return [...lines, '', tables(result, language), '', ...verdict, ''].join('\n');
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

function reachedLines({ offered, reached }: LoadResult): Words[] {
  const [want, got] = [offered.ratePerSecond, reached.ratePerSecond].map(decimal);
  if (reached.isOffered) return [words(`Trục theo kịp: đạt ${got}/s.`, `The axis kept pace: reached ${got}/s.`)];
  return [
    words(
      `KHÔNG THEO KỊP: yêu cầu ${want}/s, máy này chỉ đạt ${got}/s. Thời gian dưới đây gồm cả lúc chờ.`,
      `NOT KEPT PACE: offered ${want}/s, this machine reached ${got}/s. The times below include the waiting.`,
    ),
  ];
}

function tables({ latencyMs, ordinaryLatencyMs, urgentLatencyMs }: LoadResult, language: Language): string {
  const groups: [Words, Timings | undefined][] = [
    [words('Tính từ lúc đến hạn gửi, ms', 'From the moment it was due, ms'), latencyMs],
    [words('Riêng văn bản thường, ms', 'Ordinary ones alone, ms'), ordinaryLatencyMs],
    [words('Riêng văn bản khẩn, ms', 'Urgent ones alone, ms'), urgentLatencyMs],
  ];
  return groups
    .flatMap(([title, timings]) => (timings === undefined ? [] : [table(title[language], timings, language)]))
    .join('\n');
}

function table(title: string, timings: Timings, language: Language): string {
  const head = [title, ...COLUMNS, words('số lần', 'count')[language]];
  const colAligns = head.map((_, column): 'left' | 'right' => (column === 0 ? 'left' : 'right'));
  const made = new Table({ head, colAligns, style: { head: [], border: [] } });
  for (const measure of MEASURES) made.push([NAMES[measure][language], ...cells(timings[measure])]);
  return made.toString();
}

function cells(percentiles: Percentiles): string[] {
  return [...COLUMNS.map((column) => tenths(percentiles[column])), dots(percentiles.count)];
}

/** With one digit after a comma, as Vietnamese writes it beside the dots of thousands. */
function tenths(number: number): string {
  const all = Math.round(number * 10);
  return `${dots(Math.floor(all / 10))},${all % 10}`;
}

function decimal(number: number): string {
  return tenths(number).replace(/,0$/, '');
}

function verdictLines(result: LoadResult): Words[] {
  const { counted, hub } = result;
  const lines = faults(result);
  if (counted.redelivered > 0) {
    const count = dots(counted.redelivered);
    lines.push(
      words(
        `RabbitMQ phát lại ${count} bản đã có; hệ thống nhận biết và bỏ qua.`,
        `RabbitMQ handed out ${count} copies once more; the systems knew them.`,
      ),
    );
  }
  if (!result.isWhole) return lines;
  const [sent, received] = [dots(hub.grown.sent), dots(hub.grown.received)];
  return [
    ...lines,
    words(
      `✓ Không mất, không trùng: sổ của trục tăng đúng ${sent} văn bản gửi và ${received} văn bản nhận.`,
      `✓ Nothing lost, nothing doubled: the hub counted exactly ${sent} documents sent and ${received} received.`,
    ),
  ];
}

interface Fault {
  readonly count: number;
  readonly words: Words;
  readonly examples?: readonly string[];
}

function faults(result: LoadResult): Words[] {
  const all = [...faultsOfDocuments(result), ...faultsOfDeliveries(result), ...faultsOfCounting(result)];
  return all
    .filter(({ count }) => count > 0)
    .map(({ words: { vi, en }, examples = [] }) => {
      const below = examples.map((example) => `\n    ${example}`).join('');
      return words(`✗ ${vi}.${below}`, `✗ ${en}.${below}`);
    });
}

function faultsOfDocuments({ counted }: LoadResult): Fault[] {
  const { refused, unanswered, firstRefusal } = counted;
  const reason = firstRefusal === undefined ? '' : ` (${firstRefusal})`;
  const [no, silent] = [dots(refused), dots(unanswered)];
  return [
    {
      count: refused,
      words: words(`${no} văn bản không được nhận${reason}`, `${no} documents were not taken${reason}`),
    },
    {
      count: unanswered,
      words: words(`${silent} văn bản không có trả lời`, `${silent} documents were never answered`),
    },
  ];
}

function faultsOfDeliveries({ counted, examples }: LoadResult): Fault[] {
  const { lost, doubled, statusesLost, misdirected } = counted;
  const [gone, twice, silent, astray] = [lost, doubled, statusesLost, misdirected].map(dots);
  return [
    { count: lost, words: words(`MẤT ${gone} bản gửi`, `LOST ${gone} deliveries`), examples: examples.lost },
    {
      count: doubled,
      words: words(`TRÙNG ${twice} bản gửi`, `DOUBLED ${twice} deliveries`),
      examples: examples.doubled,
    },
    { count: statusesLost, words: words(`${silent} trạng thái 01 không về`, `${silent} statuses 01 never came back`) },
    { count: misdirected, words: words(`${astray} bản gửi nhầm nơi`, `${astray} deliveries to the wrong agency`) },
  ];
}

function faultsOfCounting({ hub }: LoadResult): Fault[] {
  const { expected, grown, ledgerAddsUp } = hub;
  const [sent, received] = [dots(grown.sent), dots(grown.received)];
  const [wantedSent, wantedReceived] = [dots(expected.sent), dots(expected.received)];
  const differs = expected.sent !== grown.sent || expected.received !== grown.received;
  return [
    {
      count: differs ? 1 : 0,
      words: words(
        `Sổ của trục tăng ${sent} gửi, ${received} nhận thay vì ${wantedSent} và ${wantedReceived}`,
        `The hub counted ${sent} sent, ${received} received instead of ${wantedSent} and ${wantedReceived}`,
      ),
    },
    { count: ledgerAddsUp ? 0 : 1, words: words('Sổ cái không khớp', 'The ledger does not add up') },
  ];
}
