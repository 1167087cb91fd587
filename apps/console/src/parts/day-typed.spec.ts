import { dayTyped } from './day-typed.js';

it.each([
  ['22/11/2026', '2026-11-22'],
  [' 1.2.2026 ', '2026-02-01'],
  ['29-02-2024', '2024-02-29'],
])('takes %j', (text, day) => {
  expect(dayTyped(text)).toBe(day);
});

it.each(['31/02/2026', '29/02/2025', '00/01/2026', '1/13/2026', '2026-11-22', 'hôm nay', '<script>', ''])(
  'takes no %j',
  (text) => {
    expect(dayTyped(text)).toBeNull();
  },
);
