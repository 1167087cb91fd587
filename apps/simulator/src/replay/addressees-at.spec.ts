import { addresseesAt } from './addressees-at.js';

describe('The recipients of one system', () => {
  const header = JSON.stringify({
    h53: ['000.00.00.H53', '000.00.31.H53'],
    'ben-cau': ['000.01.31.H53'],
    h5: ['000.00.00.H05'],
  });

  it.each([
    ['h53', ['000.00.00.H53', '000.00.31.H53']],
    ['ben-cau', ['000.01.31.H53']],
    ['h5', ['000.00.00.H05']],
    ['h', []],
    ['cau', []],
    ['g22', []],
  ])('are those under its own name: %s', (system, recipients) => {
    expect(addresseesAt(system, header)).toEqual(recipients);
  });
});
