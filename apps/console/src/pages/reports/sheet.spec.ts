import readXlsxFile from 'read-excel-file/node';
import { csvOf } from './csv.js';
import { ordered, type ReportSheet, sumsOf, written } from './sheet.js';
import { xlsxOf } from './xlsx.js';

const SHEET: ReportSheet = {
  title: 'Từ ngày 1/1/2020 đến ngày 31/1/2020',
  columns: [
    { heading: 'Mã', kind: 'code' },
    { heading: 'Tên', kind: 'text' },
    { heading: 'Gửi', kind: 'count' },
    { heading: 'Gửi, lũy kế', kind: 'running' },
    { heading: 'Tỷ lệ', kind: 'share' },
  ],
  rows: [
    ['H53', 'Tây Ninh', 1200, 1200, 0.8],
    ['G22', '=1+1 "<script>alert(1)</script>", Bộ', 34, 1234, undefined],
  ],
};

it('adds up counts, not what runs on or is a share', () => {
  expect(sumsOf(SHEET, 'Cộng')).toEqual(['Cộng', undefined, 1234, undefined, undefined]);
  expect(sumsOf({ ...SHEET, rows: SHEET.rows.slice(0, 1) }, 'Cộng')).toBeUndefined();
});

it.each([
  [387377, 'count', '387.377'],
  [0.934, 'share', '93,4%'],
  [undefined, 'count', '–'],
  ['Bộ', 'text', 'Bộ'],
  ['2020-02-04', 'day', '04/02/2020'],
  ['Cộng', 'day', 'Cộng'],
] as const)('writes %p as %s: %s', (value, kind, text) => {
  expect(written(value, { heading: '', kind })).toBe(text);
});

it('orders by a column, the empty last either way', () => {
  const rows = [
    ['b', 2],
    ['c', undefined],
    ['a', 10],
  ] as const;
  const first = (isDescending: boolean, column: number) =>
    ordered(rows, { column, isDescending }).map(([name]) => name);
  expect(first(false, 1)).toEqual(['b', 'a', 'c']);
  expect(first(true, 1)).toEqual(['a', 'b', 'c']);
  expect(first(true, 0)).toEqual(['c', 'b', 'a']);
  expect(ordered(rows, undefined)).toEqual(rows);
});

it('writes CSV in which no name is a formula', () => {
  expect(csvOf(SHEET)).toBe(
    '\uFEFFTừ ngày 1/1/2020 đến ngày 31/1/2020\r\n' +
      'Mã,Tên,Gửi,"Gửi, lũy kế",Tỷ lệ\r\n' +
      'H53,Tây Ninh,1200,1200,0.8\r\n' +
      `G22,"'=1+1 ""<script>alert(1)</script>"", Bộ",34,1234,\r\n`,
  );
});

it('writes an Excel file of the same numbers and their sums', async () => {
  const blob = await xlsxOf(SHEET, 'Cộng');
  const [file] = await readXlsxFile(Buffer.from(await blob.arrayBuffer()));
  expect(file?.data).toEqual([
    [SHEET.title, null, null, null, null],
    SHEET.columns.map(({ heading }) => heading),
    ['H53', 'Tây Ninh', 1200, 1200, 0.8],
    ['G22', SHEET.rows[1]?.[1], 34, 1234, null],
    ['Cộng', null, 1234, null, null],
  ]);
});
