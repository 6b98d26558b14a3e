import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { ClinicHours } from './clinic-hours.rules.js';
import type { People } from './receivers.rules.js';

/** Who answers for one client in one lane, and when somebody is there. */
export interface Answering {
  people: Omit<People, 'claimant'>;
  /** The roster's; where there is none, the client's location's. */
  hours: ClinicHours;
}

interface AnsweringRow {
  responder: string | null;
  backup: string | null;
  lead: string | null;
  has_outside_backup: boolean;
  time_zone: string;
  open_from: string;
  open_to: string;
  open_days: number[];
  holidays: string[];
  team: string[];
  office: string[];
}

/** As it stands now, also for a client's own act. @throws NotFound */
export async function answering(
  tx: Tx,
  { clientId, lane }: { clientId: string; lane: SafetyLane },
): Promise<Answering> {
  const [row] = await tx.query<AnsweringRow>(
    `select r.responder_now as responder, r.backup_now as backup, r.lead_now as lead,
       coalesce(r.has_outside_backup, false) as has_outside_backup,
       coalesce(r.time_zone, l.time_zone) as time_zone,
       to_char(coalesce(r.open_from, l.open_from), 'HH24:MI') as open_from,
       to_char(coalesce(r.open_to, l.open_to), 'HH24:MI') as open_to,
       coalesce(r.open_days, l.open_days) as open_days,
       coalesce(r.holidays, '{}')::text[] as holidays,
       ${TEAM} as team, ${OFFICE} as office
     from clients c
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     left join app_roster_of($3) r on true
     where c.clinic_id = $1 and c.id = $2`,
    [tx.actor.clinicId, clientId, lane],
  );
  if (!row) throw new NotFound('client');
  const { responder, backup, lead, has_outside_backup: hasOutsideBackup, team, office } = row;
  return {
    people: { responder, backup, lead, hasOutsideBackup, team, office },
    hours: {
      timeZone: row.time_zone,
      openFrom: row.open_from,
      openTo: row.open_to,
      openDays: row.open_days,
      holidays: row.holidays,
    },
  };
}

/** The care team in the seats that answer for somebody, and who covers for it, at work. */
const TEAM = `array(
  select distinct s.id from care_team_members t
  join staff_members s on s.clinic_id = t.clinic_id and s.status = 'active' and (s.id = t.staff_member_id
    or s.id in (select a.cover_id from absences a
      where a.clinic_id = t.clinic_id and a.staff_member_id = t.staff_member_id and a.ended_at is null
        and a.starts_at <= app_now() and app_now() < a.ends_at))
  where t.clinic_id = c.clinic_id and t.client_id = c.id and t.seat in ('words', 'body')
  order by s.id)`;

/** Everybody who sees that somebody waits for a call. */
const OFFICE = `array(
  select s.id from staff_members s
  where s.clinic_id = c.clinic_id and s.status = 'active' and s.roles && array['admin', 'coordinator']
  order by s.id)`;
