/** What somebody may do, from least to most: a viewer reads, an operator also sends samples, retries and locks, an administrator also enrols systems and keeps the accounts. */
export const ROLES = ['viewer', 'operator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role may do what asks for another: each may do what those before it may. */
export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
