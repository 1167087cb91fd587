import { type Role } from '#wire';

const RANK: Readonly<Record<Role, number>> = { viewer: 0, operator: 1, administrator: 2 };

/** Whether somebody of this role may do what asks for `least`: each role may do all that the one below it may. */
export function mayDo(role: Role, least: Role = 'viewer'): boolean {
  return RANK[role] >= RANK[least];
}
