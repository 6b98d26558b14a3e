import type { Role } from '../api-client/views-accounts.js';
import { useMe } from './use-me.js';

/** Whether one of these roles is held here. What nobody of the role can do is not offered. */
export const useHasRole = (...roles: Role[]): boolean => {
  const mine = useMe().roles;
  return roles.some((role) => mine.includes(role));
};

/** Clients, sessions and appointments are written by practitioners and coordinators. */
export const useIsWriter = (): boolean => useHasRole('practitioner', 'coordinator');

export const useIsAdmin = (): boolean => useHasRole('admin');
