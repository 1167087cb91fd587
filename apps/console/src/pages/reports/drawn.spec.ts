import { drawnRows, nameOfRow } from './drawn.js';

it('draws every point in time, and no more bars than can be told apart', () => {
  const rows = Array.from({ length: 400 }, (_, index) => [index]);
  expect(drawnRows(rows, 'lines')).toHaveLength(400);
  expect(drawnRows(rows, 'bars')).toEqual(rows.slice(0, 15));
});

it.each([
  [['H53', 'UBND tỉnh Tây Ninh'], [1, 0], 'UBND tỉnh Tây Ninh'],
  [['H53', undefined], [1, 0], 'H53'],
  [['H53', 'Tây Ninh', 'G22', undefined], [1, 0, 3, 2], 'Tây Ninh → G22'],
  [['x'.repeat(500)], [0], `${'x'.repeat(33)}…`],
])('calls %j by its columns %j: %s', (row, named, name) => {
  expect(nameOfRow(row, named)).toBe(name);
});
