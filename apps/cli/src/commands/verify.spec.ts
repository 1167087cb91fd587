import { CommandLine } from '../../../../test/support/command-line.js';

const CALL = 'GET /api/v1/statistics/verification';
const WHOLE = {
  asOf: '2026-01-02T10:00:00+07:00',
  compared: { documents: 387_377, deliveries: 1_281_574, reports: 0, counters: 12_345 },
  checks: [
    { name: 'agency-days', table: 'agency_days', differences: 0 },
    { name: 'known-state', table: 'deliveries', differences: 0 },
  ],
  differences: [],
  total: 0,
};
const DIFFERENT = {
  ...WHOLE,
  checks: [
    { name: 'agency-days', table: 'agency_days', differences: 1 },
    { name: 'known-state', table: 'deliveries', differences: 1_001 },
    { name: 'newer-than-this-program', table: 'other', differences: 0 },
  ],
  differences: [
    {
      check: 'agency-days',
      table: 'agency_days',
      key: { day: '2020-03-12', agency: '000.00.00.H53' },
      what: 'sent',
      counted: 1_235,
      recounted: 1_234,
    },
    {
      check: 'known-state',
      table: 'deliveries',
      key: { documentId: '0170-id', identity: '000.00.00.G22.2020.1/VPCP-KSTT', recipient: '000.00.04.H53' },
      what: 'state',
      counted: 'lost',
      recounted: null,
    },
  ],
  total: 1_002,
};

let line: CommandLine;
beforeEach(async () => {
  line = await CommandLine.open();
});
afterEach(() => line.close());

describe('truc verify', () => {
  it('says what was compared and that nothing differs, and ends with 0', async () => {
    line.answers[CALL] = { body: WHOLE };
    const { code, out, err } = await line.truc('verify');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'Đã đếm lại 387.377 văn bản, 1.281.574 bản gửi, 0 báo cáo trạng thái và so với 12.345 dòng bộ đếm, bằng 2 phép so, lúc 2026-01-02T10:00:00+07:00.\nKhông có sai lệch.\n',
    );
    expect((await line.truc('verify', '--lang', 'en')).out).toContain('No difference.');
  });

  it('names the rows that differ, how many there are of each kind, and ends with 1', async () => {
    line.answers[CALL] = { body: DIFFERENT };
    const { code, out } = await line.truc('verify');
    expect(code).toBe(1);
    expect(out).toContain('✗ bộ đếm của cơ quan theo ngày khác với đếm lại: 1\n');
    expect(out).toContain('✗ bản gửi ở trạng thái không có trong sổ cái: 1.001\n');
    expect(out).not.toContain('newer-than-this-program');
    expect(out).toMatch(/agency-days .* agency_days .* sent .* 1\.235 .* 1\.234 /);
    for (const named of ['2020-03-12', '000.00.00.H53', '000.00.00.G22.2020.1/VPCP-KSTT', '0170-id', '000.00.04.H53'])
      expect(out).toContain(named);
    expect(out).toMatch(/ lost .* — /);
    expect(out).toContain('… và 1.000 dòng khác.');
    expect(out).toContain('CÓ SAI LỆCH: 1.002 dòng không khớp với văn bản.');
    expect(out).toContain('→ Giữ nguyên dữ liệu');
    expect(out).not.toContain('Không có sai lệch');
  });

  it('gives machines the whole answer, with the same exit code', async () => {
    line.answers[CALL] = { body: DIFFERENT };
    const { code, out } = await line.truc('verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual(DIFFERENT);
  });

  it('has bodies read only when asked', async () => {
    line.answers[`${CALL}?bodies=true`] = { body: WHOLE };
    expect((await line.truc('verify', '--bodies')).code).toBe(0);
    expect(line.asked).toMatchObject([{ call: `${CALL}?bodies=true`, authorization: 'Bearer the-operators-token' }]);
  });
});
