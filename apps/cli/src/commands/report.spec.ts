import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { CommandLine } from '../../../../test/support/command-line.js';
import { BREAKDOWNS } from '../report/all-breakdowns.js';

const TIME = '2026-01-02T10:00:00.000+07:00';
const SENTENCE = 'Từ ngày 1/3/2020 đến ngày 31/3/2020, có tổng số 1.234.567 văn bản điện tử gửi …';
const MARCH = { asOf: TIME, from: '2020-03-01', to: '2020-03-31' };
const QUERY = '?from=2020-03-01&to=2020-03-31';
const BRANCHES = [
  {
    ...{ branch: 'G22', name: 'Văn phòng Chính phủ', sent: 1_234_000, received: 5, recalls: 7, updates: 0 },
    ...{ refused: 0, finished: 1, agencies: 1 },
  },
  {
    ...{ branch: 'H53', name: '=Sở "A", Tây Ninh', sent: 567, received: 1_281_574, recalls: 1, updates: 6 },
    ...{ refused: 2, finished: 3, agencies: 40 },
  },
];

let line: CommandLine;
beforeEach(async () => {
  line = await CommandLine.open();
  line.answers[`GET /api/v1/statistics/totals${QUERY}`] = {
    body: { ...MARCH, sent: 1, received: 1, sentence: SENTENCE },
  };
  line.answers[`GET /api/v1/statistics/by-branch${QUERY}`] = { body: { ...MARCH, items: BRANCHES } };
});
afterEach(() => line.close());

const report = (...args: string[]): ReturnType<CommandLine['truc']> =>
  line.truc('report', '--period', '2020-03', '--by', 'branch', ...args);

describe('truc report', () => {
  it('shows the sentence, a table with dots for thousands, and the sums', async () => {
    const { code, out } = await report();
    expect(code).toBe(0);
    expect(out).toContain(SENTENCE);
    expect(out).toMatch(/Mã .*Tên .*Gửi .*Nhận .*Thu hồi .*Cập nhật .*Từ chối .*Hoàn thành .*Cơ quan/);
    expect(out).toMatch(/H53 .* 567 .* 1\.281\.574 .* 1 .* 6 .* 2 .* 3 .* 40/);
    expect(out).toMatch(/Cộng .* 1\.234\.567 .* 1\.281\.579 .* 8 .* 6 .* 2 .* 4 .* 41/);
    expect(out).toContain(`Tính đến ${TIME}`);
    expect((await report('--lang', 'en')).out).toMatch(/Code .*Name .*Sent .*Received .*Recalls .*Updates/);
  });

  it('gives machines what the hub answered', async () => {
    const answer = { sentence: SENTENCE, ...MARCH, items: BRANCHES };
    expect(JSON.parse((await report('--format', 'json')).out)).toEqual(answer);
    expect(JSON.parse((await report('--json')).out)).toEqual(answer);
  });

  it('writes CSV that Excel reads: UTF-8 with its mark, quoted, no formula, numbers as numbers', async () => {
    const file = join(line.data, 'báo cáo.csv');
    const { out } = await report('--format', 'csv');
    expect((await report('--format', 'csv', '--out', file)).out).toBe(`Đã ghi ${file}.\n`);
    expect(await readFile(file, 'utf8')).toBe(out);
    expect(out.split('\r\n')).toEqual([
      `\uFEFF"${SENTENCE}"`,
      'Mã,Tên,Gửi,Nhận,Thu hồi,Cập nhật,Từ chối,Hoàn thành,Cơ quan',
      'G22,Văn phòng Chính phủ,1234000,5,7,0,0,1,1',
      `H53,"'=Sở ""A"", Tây Ninh",567,1281574,1,6,2,3,40`,
      '',
    ]);
  });

  it('writes an Excel file with the same numbers as the hub gave, as numbers', async () => {
    const file = join(line.data, 'tháng 3.xlsx');
    const { code, out } = await report('--format', 'xlsx', '--out', file);
    expect({ code, out }).toEqual({ code: 0, out: `Đã ghi ${file}.\n` });
    const [sheet] = await readXlsxFile(file);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.[0]).toBe(SENTENCE);
    expect(rows.slice(2, 4)).toEqual(
      BRANCHES.map((item) => [
        item.branch,
        item.name,
        item.sent,
        item.received,
        item.recalls,
        item.updates,
        item.refused,
        item.finished,
        item.agencies,
      ]),
    );
    expect(rows[4]).toEqual(['Cộng', null, 1_234_567, 1_281_579, 8, 6, 2, 4, 41]);
  });

  it('writes shares as shares, and percent for people', async () => {
    const statuses = { arrived: 1, refused: 0, registered: 0, assigned: 0, processing: 0, finished: 2, givenBack: 0 };
    const item = { tier: 'district', received: 3, ...statuses, finishedShare: 0.6667, target: 0.3 };
    const commune = { ...item, tier: 'commune', target: undefined };
    line.answers[`GET /api/v1/statistics/by-status${QUERY}`] = { body: { ...MARCH, items: [item, commune] } };
    const ofStatus = ['report', '--period', '2020-03', '--by', 'status'];
    expect((await line.truc(...ofStatus)).out).toMatch(/Cấp huyện .* 66,7 % .* 30,0 %/);
    expect((await line.truc(...ofStatus, '--format', 'csv')).out).toContain('Cấp huyện,3,1,0,0,0,0,2,0,0.6667,0.3\r\n');
    const file = join(line.data, 'status.xlsx');
    await line.truc(...ofStatus, '--format', 'xlsx', '--out', file);
    const [sheet] = await readXlsxFile(file);
    expect(sheet?.data[2]).toEqual(['Cấp huyện', 3, 1, 0, 0, 0, 0, 2, 0, 0.6667, 0.3]);
    expect(sheet?.data[3]?.[10]).toBeNull();
  });

  it.each(Object.keys(BREAKDOWNS))('asks the hub by %s, and says when there is nothing yet', async (by) => {
    const path = { urgency: 'by-priority', coverage: 'coverage', punctuality: 'punctuality' }[by] ?? `by-${by}`;
    const extras = { total: 0, paperless: { sent: 0, withPaper: 0 }, goal: { share: 1, before: '2020-06-30' } };
    const totals = { ...MARCH, sent: 0, received: 0, sentence: SENTENCE };
    line.answers['GET /api/v1/statistics/totals'] = { body: totals };
    line.answers[`GET /api/v1/statistics/${path}`] = { body: { ...MARCH, ...extras, items: [] } };
    const { code, out } = await line.truc('report', '--by', by);
    expect(code).toBe(0);
    expect(out).toContain('Chưa có số liệu.');
  });

  it.each([[['--period', '2020-13']], [['--by', 'moon']], [['--format', 'doc']], [['--limit', '0']]])(
    'with %p ends with 2 and the way to help',
    async (args) => {
      const { code, err } = await line.truc('report', '--by', 'tier', ...args);
      expect(code).toBe(2);
      expect(err).toMatch(/--help/);
    },
  );

  it('says which file it cannot write', async () => {
    const { code, err } = await report('--format', 'csv', '--out', join(line.data, 'missing', 'x.csv'));
    expect(code).toBe(1);
    expect(err).toMatch(/missing.*ENOENT/);
  });
});

describe('truc stats', () => {
  it('shows what each tier did, how many took part, and the share finished beside its target', async () => {
    const common = { asOf: TIME, from: '2019-03-12', to: '2020-04-17' };
    const counts = { sent: 1_500, received: 3, recalls: 4, updates: 5, refused: 0, finished: 2, agencies: 2 };
    const statuses = { arrived: 1, refused: 0, registered: 0, assigned: 0, processing: 0, finished: 2, givenBack: 0 };
    const figures = { ...common, sent: 1_500, received: 3, sentence: SENTENCE };
    const ledger = { asOf: TIME, made: 3, received: 3, waiting: 0, expired: 0, withdrawn: 0, failed: 0, addsUp: true };
    const covered = { tier: 'district', agencies: 705, senders: 1, recipients: 1, active: 2, activeShare: 0.0028 };
    const status = { tier: 'district', received: 3, ...statuses, finishedShare: 0.6667, target: 0.3 };
    const goal = { share: 1, before: '2020-06-30' };
    line.answers = {
      'GET /api/v1/statistics/totals': { body: figures },
      'GET /api/v1/statistics/ledger': { body: ledger },
      'GET /api/v1/statistics/by-tier': { body: { ...common, items: [{ tier: 'district', ...counts }] } },
      'GET /api/v1/statistics/by-status': { body: { ...common, items: [status] } },
      'GET /api/v1/statistics/coverage': { body: { ...common, goal, items: [covered] } },
    };
    const { out } = await line.truc('stats');
    expect(out).toMatch(/Cấp huyện .* 1\.500 .* 3 .* 4 .* 5 .* 2 \/ 705 .* 66,7 % \(30,0 %\)/);
    expect(out).toContain('3 bản gửi = 3 đã nhận + 0 chờ');
    expect(JSON.parse((await line.truc('stats', '--json')).out)).toMatchObject({ ledger, tiers: [{ active: 2 }] });
  });
});
