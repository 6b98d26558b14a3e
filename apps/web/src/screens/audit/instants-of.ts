import { parseDate, toZoned } from '@internationalized/date';
import type { AuditFilters } from '../../api-client/queries-clinic.js';
import type { AuditSearch } from './audit-filters.js';

/** The API's filters: whole days on the clinic's clock become instants, the last day included. */
export function instantsOf({ from, to, ...others }: AuditSearch, zone: string): AuditFilters {
  const midnight = (on: string, days = 0) => toZoned(parseDate(on).add({ days }), zone).toAbsoluteString();
  return {
    ...others,
    from: from && midnight(from),
    to: to && midnight(to, 1),
  };
}
