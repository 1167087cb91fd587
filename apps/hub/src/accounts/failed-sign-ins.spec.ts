import { FailedSignIns } from './failed-sign-ins.js';

const NOW = Date.UTC(2021, 0, 4);
const MINUTE = 60_000;
const HERE = '192.0.2.1';

describe('failed sign-ins', () => {
  let failures: FailedSignIns;
  beforeEach(() => {
    failures = new FailedSignIns();
  });

  const fail = (times: number, name = 'viet', address = HERE, now = NOW): void => {
    for (let n = 0; n < times; n += 1) failures.begin(name, address, now);
  };
  const next = (name = 'viet', address = HERE, now = NOW): unknown => {
    try {
      return failures.begin(name, address, now) && 'may try';
    } catch (error) {
      return (error as { details: { seconds: number } }).details.seconds;
    }
  };

  it('are five for a name from an address; the sixth waits until the first is 15 minutes old', () => {
    failures.begin('viet', HERE, NOW - 5 * MINUTE);
    fail(4);
    expect(next()).toBe(600);
    expect(next('viet', HERE, NOW + 10 * MINUTE - 1)).toBe(1);
    expect(next('viet', HERE, NOW + 10 * MINUTE)).toBe('may try');
    expect(next('viet', HERE, NOW + 10 * MINUTE)).toBe(300);
  });

  it('of one name from one address leave other names and addresses alone', () => {
    fail(5);
    expect(next('lan')).toBe('may try');
    expect(next('viet', '192.0.2.2')).toBe('may try');
  });

  it('are twenty from an address, whatever names are tried', () => {
    for (let n = 0; n < 20; n += 1) failures.begin(`name-${n}`, HERE, NOW);
    expect(next('another')).toBe(900);
    expect(next('another', '192.0.2.2')).toBe('may try');
  });

  it('are fifty for a name, wherever they come from', () => {
    for (let n = 0; n < 50; n += 1) failures.begin('viet', `198.51.100.${n}`, NOW);
    expect(next('viet', '192.0.2.2')).toBe(900);
    expect(next('lan', '192.0.2.2')).toBe('may try');
  });

  it('count while nobody knows yet how they end, and not any more once they succeeded', () => {
    const attempts = Array.from({ length: 5 }, () => failures.begin('viet', HERE, NOW));
    expect(next()).toBe(900);
    attempts[0]?.forgive();
    expect(next()).toBe('may try');
  });

  it('are forgiven to the name that succeeded, not to the address', () => {
    for (let n = 0; n < 19; n += 1) failures.begin(`name-${n}`, HERE, NOW);
    failures.begin('viet', HERE, NOW).forgive();
    expect(next('lan')).toBe('may try');
    expect(next('hoa')).toBe(900);
  });

  it('that were refused do not count', () => {
    fail(5);
    for (let n = 0; n < 50; n += 1) next();
    expect(next('viet', HERE, NOW + 15 * MINUTE)).toBe('may try');
  });

  it('are kept of so many only, those longest ago being forgotten', () => {
    fail(5);
    for (let n = 0; n < 20_000; n += 1) failures.begin(`n${n}`, `2001:db8:0:${n.toString(16)}::1`, NOW + 1);
    expect(next('viet', HERE, NOW + 1)).toBe('may try');
    expect((failures as unknown as { kept: Map<string, unknown> }).kept.size).toBeLessThanOrEqual(20_000);
  });
});
