import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../api-client/queries.js';
import type { MeView } from '../api-client/views.js';

/** Who is signed in; there is always somebody behind the sign-in. */
export const useMe = (): MeView => useSuspenseQuery(meQuery()).data;

/** The clinic's clock: the one this screen speaks in. */
export const useHere = (): string => useMe().clinic.location.timeZone;

/** Only a practitioner reads words; the API keeps them from everybody else. */
export const useIsReader = (): boolean => useMe().roles.includes('practitioner');
