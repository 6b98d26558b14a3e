import { get, list } from './queries.js';
import type { FactorsView, ServiceView, MySignInView } from './views-accounts.js';

/** Keys begin with `me`: another person, or another clinic, reads all of them anew. */
export const factorsQuery = () => get<FactorsView>(['me', 'factors'], '/me/factors');
export const signInsQuery = () => list<MySignInView>(['me', 'sign-ins'], '/me/sign-ins');
export const serviceQuery = () => ({ ...get<ServiceView>(['service'], '/service'), staleTime: Infinity });
