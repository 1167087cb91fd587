import { endOf, momentOf } from './moments.js';

describe('momentOf', () => {
  it.each([
    ['2026-01-31', '2026-01-30T17:00:00.000Z'],
    ['2026-01-31T08:00', '2026-01-31T01:00:00.000Z'],
    ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T08:00:00+09:00', '2026-01-30T23:00:00.000Z'],
  ])('reads %s, of Hanoi where no offset is given', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });

  it('counts back from now', () => {
    const ago = Date.now() - Date.parse(momentOf('2h'));
    expect(Math.round(ago / 60_000)).toBe(120);
  });

  it.each(['', 'yesterday', '2026-13-01', '2026-02-31', '2026-02-31T08:00', '2x'])('refuses %p', (text) => {
    expect(() => momentOf(text)).toThrow();
  });
});

describe('endOf', () => {
  it.each([
    ['2026-01-31', '2026-01-31T17:00:00.000Z'],
    ['2020-02-29', '2020-02-29T17:00:00.000Z'],
    ['2026-01-31T08:00', '2026-01-31T01:00:00.000Z'],
  ])('of %s, a day being included, is %s', (text, moment) => {
    expect(endOf(text)).toBe(moment);
  });

  it.each(['', '2026-13-01', '2026-02-31'])('refuses %p', (text) => {
    expect(() => endOf(text)).toThrow();
  });
});
