import { countedAs } from './business-type.js';
import { NO_COUNTS, addUp, dots, headline, ledgerAddsUp } from './counting.js';

describe('The figures', () => {
  it('are reported in the sentence of the report of April 2020', () => {
    expect(headline('2019-03-12', '2020-04-17', 387377, 1281574)).toBe(
      'Từ ngày 12/3/2019 đến ngày 17/4/2020, có tổng số 387.377 văn bản điện tử gửi và 1.281.574 văn bản điện tử nhận trên Trục liên thông văn bản quốc gia.',
    );
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1281574, '1.281.574'],
    [100000000, '100.000.000'],
  ])('%d is written %s', (count, written) => {
    expect(dots(count)).toBe(written);
  });

  it('add up over days and agencies', () => {
    expect(addUp([])).toEqual(NO_COUNTS);
    const one = { sent: 1, received: 2, recalls: 3, updates: 4, refused: 5 };
    expect(addUp([one, one])).toEqual({ sent: 2, received: 4, recalls: 6, updates: 8, refused: 10 });
    expect(NO_COUNTS.sent).toBe(0);
  });

  it('count new and replacing documents as sent, recalls and updates apart', () => {
    expect(([0, 1, 2, 3] as const).map(countedAs)).toEqual(['sent', 'recalls', 'updates', 'sent']);
  });
});

describe('The ledger', () => {
  const ledger = { made: 10, received: 5, waiting: 2, expired: 1, withdrawn: 1, failed: 1 };

  it('adds up when every delivery stands somewhere once', () => {
    expect(ledgerAddsUp(ledger)).toBe(true);
  });

  it.each(['made', 'received', 'waiting', 'expired', 'withdrawn', 'failed'] as const)(
    'does not when %s is off by one',
    (column) => {
      expect(ledgerAddsUp({ ...ledger, [column]: ledger[column] + 1 })).toBe(false);
    },
  );
});
