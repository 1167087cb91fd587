import { mayActAs, ROLES } from './role.js';

describe('roles', () => {
  it.each([
    ['viewer', ['viewer']],
    ['operator', ['viewer', 'operator']],
    ['administrator', ['viewer', 'operator', 'administrator']],
  ] as const)('%s may act as %s', (role, allowed) => {
    expect(ROLES.filter((needed) => mayActAs(role, needed))).toEqual(allowed);
  });
});
