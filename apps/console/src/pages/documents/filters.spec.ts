import { filtersIn, queryOf, quickPeriod, withFilters } from './filters.js';

describe('the filters of an address', () => {
  it('are read, and what is not there is empty', () => {
    const filters = filtersIn(new URLSearchParams('q=b%C3%A1o&state=waiting&other=1'));
    expect(filters).toMatchObject({ q: 'báo', state: 'waiting', sender: '', from: '' });
  });

  it('begin at the first page when one of them changes', () => {
    const address = new URLSearchParams('q=a&cursor=xyz&sender=000.00.00.H53');
    expect(withFilters(address, { q: '', state: 'failed' }).toString()).toBe('sender=000.00.00.H53&state=failed');
  });

  it('ask for days of Hanoi, the last one whole', () => {
    const query = queryOf(filtersIn(new URLSearchParams('from=2020-02-28&to=2020-02-29')));
    expect([query['from'], query['to']]).toEqual(['2020-02-28T00:00:00+07:00', '2020-03-01T00:00:00+07:00']);
  });

  it.each(['2020-2-1', 'yesterday', '2020-99-01', '2026-02-31', ''])(
    'ask for no day when the address says %j',
    (from) => {
      expect(queryOf(filtersIn(new URLSearchParams({ from })))['from']).toBe('');
    },
  );

  it('know the periods of a click', () => {
    expect(quickPeriod('today', '2026-03-02')).toEqual({ from: '2026-03-02', to: '2026-03-02' });
    expect(quickPeriod('week', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
    expect(quickPeriod('month', '2026-03-02')).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    expect(quickPeriod('all', '2026-03-02')).toEqual({ from: '', to: '' });
  });
});
