/**
 * SQL of the hours of whoever answers a request for a call, as `ClinicHours`: the roster's; where there is none, those
 * of the location `l` of the statement. Also for a client's own connection, which sees nothing else of a roster.
 */
export const ANSWERING_HOURS = `(
  select json_build_object(
    'timeZone', coalesce(r.time_zone, l.time_zone),
    'openFrom', to_char(coalesce(r.open_from, l.open_from), 'HH24:MI'),
    'openTo', to_char(coalesce(r.open_to, l.open_to), 'HH24:MI'),
    'openDays', coalesce(r.open_days, l.open_days),
    'holidays', coalesce(r.holidays, '{}'))
  from (select) as here left join app_roster_of('psychological') r on true)`;
