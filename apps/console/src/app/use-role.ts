import { type Role } from '#wire';
import { useSession } from '../api/queries.js';
import { mayDo } from './roles.js';

/** Whether whoever is signed in may do what asks for `least`; what one may not do is not offered. */
export function useMay(least: Role): boolean {
  const { data: session } = useSession();
  return session !== null && session !== undefined && mayDo(session.role, least);
}
