import { parseAgencyCode } from './agency-code.js';
import { nearestSystem } from './routing.js';

describe('The system that serves an agency', () => {
  const systems = new Map([
    ['000.00.00.H53', 'h53'],
    ['000.21.31.H53', 'an-thanh'],
  ]);
  const systemFor = (code: string): string | undefined =>
    nearestSystem(parseAgencyCode(code), (agency) => systems.get(agency));

  it.each([
    ['000.21.31.H53', 'an-thanh'],
    ['H53.31.21', 'an-thanh'],
    ['005.21.31.H53', 'an-thanh'],
    ['000.20.31.H53', 'h53'],
    ['000.00.04.H53', 'h53'],
    ['000.00.00.H53', 'h53'],
    ['000.00.00.H54', undefined],
  ])('of %s is %s', (code, system) => {
    expect(systemFor(code)).toBe(system);
  });
});
