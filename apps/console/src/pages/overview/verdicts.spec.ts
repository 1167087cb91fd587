import { type Overview } from '#wire';
import { overviewWith } from './overview-fixture.js';
import { absentVerdict, flowVerdict, ledgerDifference, oldestWaitMs, stuckVerdict } from './verdicts.js';

const waitingSince = (since: string): Overview['waiting'] => ({
  deliveries: 1,
  oldest: [{ documentId: '1', identity: 'i', subject: 's', recipient: '000.00.00.H53', since }],
});
const rates = (hour: Overview['rate']['hour'], minute = hour): Overview['rate'] => ({ minute, hour, day: hour });

describe('whether it flows', () => {
  it.each([
    ['quiet', rates({ accepted: 0, arrived: 0 }), 0],
    ['good', rates({ accepted: 1, arrived: 2 }), 5],
    ['quiet', rates({ accepted: 1, arrived: 2 }, { accepted: 0, arrived: 0 }), 0],
    ['bad', rates({ accepted: 1, arrived: 0 }), 3],
    ['good', rates({ accepted: 1, arrived: 0 }), 0],
  ])('is %s at %j with %d waiting', (verdict, rate, deliveries) => {
    expect(flowVerdict({ rate, waiting: { deliveries, oldest: [] } })).toBe(verdict);
  });
});

describe('whether something is stuck', () => {
  it.each([
    ['good', {}],
    ['quiet', { waiting: waitingSince('2026-11-22T07:59:00+07:00') }],
    ['poor', { waiting: waitingSince('2026-11-22T07:45:00+07:00') }],
    ['bad', { waiting: waitingSince('2026-11-21T08:00:00+07:00') }],
    ['poor', { deadLetters: 1 }],
    ['quiet', { simulation: true, waiting: waitingSince('2020-01-02T08:00:00+07:00') }],
  ])('is %s with %j', (verdict, changes) => {
    expect(stuckVerdict(overviewWith(changes))).toBe(verdict);
  });

  it('never waits less than nothing, whatever the clocks say', () => {
    expect(oldestWaitMs(overviewWith({ waiting: waitingSince('2026-11-22T08:00:05+07:00') }))).toBe(0);
  });
});

describe('who is absent', () => {
  it.each([
    ['quiet', { systems: 0, absent: [] }],
    ['good', { systems: 2, absent: [] }],
    ['poor', { systems: 2, absent: [{ name: 'h53', queued: 0 }] }],
    ['bad', { systems: 2, absent: [{ name: 'h53', queued: 1 }] }],
  ])('is %s for %j', (verdict, overview) => {
    expect(absentVerdict(overview)).toBe(verdict);
  });
});

it('tells by how many deliveries the ledger is off', () => {
  const ledger = { made: 10, received: 6, waiting: 1, expired: 1, withdrawn: 0, failed: 0, addsUp: false };
  expect(ledgerDifference({ ledger })).toBe(2);
});
