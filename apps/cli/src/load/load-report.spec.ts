import { type LoadResult, type Percentiles, type Timings } from '#wire';
import { Terminal } from '../terminal/terminal.js';
import { type Language } from '#core';
import { tellLoad } from './load-report.js';

const TIMES: Percentiles = { count: 1_200, p50: 9.5, p90: 20, p95: 31.2, p99: 50, max: 77.7 };
const TIMINGS: Timings = { acceptance: TIMES, arrival: TIMES, status: { ...TIMES, max: 1_234.5 } };
const WHOLE: LoadResult = {
  isWhole: true,
  offered: { ratePerSecond: 200, documents: 12_000, deliveries: 39_600 },
  reached: { ratePerSecond: 200, isOffered: true, megabytes: 70.3 },
  latencyMs: TIMINGS,
  counted: {
    ...{ documents: 12_000, deliveries: 39_600, accepted: 12_000, refused: 0, refusedDeliveries: 0, unanswered: 0 },
    ...{ arrived: 39_600, lost: 0, doubled: 0, statusesLost: 0, redelivered: 0, misdirected: 0, earlier: 0 },
    firstRefusal: undefined,
  },
  examples: { lost: [], doubled: [] },
  hub: {
    expected: { sent: 12_000, received: 39_600 },
    grown: { sent: 12_000, received: 39_600 },
    ledgerAddsUp: true,
  },
};

function reportOf(result: LoadResult, language: Language): string {
  let text = '';
  tellLoad(result, new Terminal({ out: (line) => (text += line), err: () => undefined }, language, false));
  return text;
}

describe('The report of a load', () => {
  it('says what was offered, what was reached, and that nothing was lost', () => {
    const text = reportOf(WHOLE, 'en');
    expect(text).toContain('Sent 12.000 documents (70,3 MB), 39.600 deliveries, 3,3 recipients on average, at 200');
    expect(text).toContain('The axis kept pace: reached 200/s.');
    expect(text).toMatch(/Acceptance: .*9,5 .*20,0 .*31,2 .*50,0 .*77,7 .*1\.200/);
    expect(text).toMatch(/✓ Nothing lost, nothing doubled: .* 12\.000 documents sent and 39\.600 received\.\n$/);
    expect(text).not.toContain('✗');
  });

  it('says when the machine did not reach the rate', () => {
    const slow = { ...WHOLE, reached: { ...WHOLE.reached, ratePerSecond: 143.2, isOffered: false } };
    expect(reportOf(slow, 'en')).toContain('NOT KEPT PACE: offered 200/s, this machine reached 143,2/s.');
    expect(reportOf(slow, 'vi')).toContain('KHÔNG THEO KỊP: yêu cầu 200/s, máy này chỉ đạt 143,2/s.');
  });

  it('shows urgent and ordinary documents apart where there are both', () => {
    const both = reportOf({ ...WHOLE, ordinaryLatencyMs: TIMINGS, urgentLatencyMs: TIMINGS }, 'vi');
    expect(both.match(/Đến nơi/g)).toHaveLength(3);
    expect(both).toContain('Riêng văn bản khẩn');
  });

  it('shows the steps of a run where they were asked for', () => {
    const steps = [0, 20_000].map((fromMs) => ({ fromMs, latencyMs: TIMINGS }));
    const text = reportOf({ ...WHOLE, steps }, 'en');
    expect(text).toMatch(/Arrival by when it was due, ms[^]* 0,0 s [^]* 20,0 s .*9,5 .*1\.200/);
    expect(reportOf(WHOLE, 'en')).not.toContain('by when it was due');
  });

  it('names every fault, with examples of what is missing', () => {
    const counted = { ...WHOLE.counted, lost: 2, doubled: 1, refused: 3, firstRefusal: 'EDXML_INVALID: sai' };
    const examples = { lost: ['000.00.00.W90.2026.0001/TAI-X → 000.00.01.W91'], doubled: [] };
    const hub = { ...WHOLE.hub, grown: { sent: 12_000, received: 39_598 }, ledgerAddsUp: false };
    const text = reportOf({ ...WHOLE, isWhole: false, counted, examples, hub }, 'en');
    expect(text).toContain('✗ 3 documents were not taken (EDXML_INVALID: sai).');
    expect(text).toContain('✗ LOST 2 deliveries.\n    000.00.00.W90.2026.0001/TAI-X → 000.00.01.W91\n');
    expect(text).toContain('✗ DOUBLED 1 deliveries.');
    expect(text).toContain('✗ The hub counted 12.000 sent, 39.598 received instead of 12.000 and 39.600.');
    expect(text).toContain('✗ The ledger does not add up.');
    expect(text).not.toContain('✓');
  });
});
