import { Option } from 'commander';
import { type Role, ROLES, words, type Words } from '#core';
import { type Shell } from '../shell.js';

/** What the roles are called. */
export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  viewer: words('người xem', 'viewer'),
  operator: words('người vận hành', 'operator'),
  administrator: words('quản trị viên', 'administrator'),
};

/** `--role`: viewer, the least, when nothing is said. */
export function roleOption(shell: Shell): Option {
  const option = new Option('--role <role>', shell.in(words('vai trò', 'role')));
  return option.choices(ROLES).default('viewer' satisfies Role);
}
