import { type Role } from '#wire';
import { mayDo } from './roles.js';

it.each<[Role, Role | undefined, boolean]>([
  ['viewer', undefined, true],
  ['viewer', 'operator', false],
  ['operator', 'operator', true],
  ['operator', 'administrator', false],
  ['administrator', 'viewer', true],
])('%s may do what asks for %s: %s', (role, least, may) => {
  expect(mayDo(role, least)).toBe(may);
});
