import type { Temporal } from 'temporal-polyfill';
import type { Client } from '@app/clients/client.entity.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { Tx } from '@app/platform/database/database.js';
import type { Pace } from '@app/clients/client.types.js';
import type { PlanStepSpec, StepPriority } from '@app/plans/plan-step.types.js';
import type { KetamineSessionStatus } from '@app/sessions/session.types.js';
import type { MailingStatus } from './mailing.types.js';
import type { AppointmentMark, PromptStatus, Reason, Rest, SessionMark } from './prompt-schedule.types.js';
import { MORNINGS, morningsOf, ROSTER, type RosterHours } from './staffed-mornings.queries.js';
import type { StaffedMornings } from './staffed-mornings.rules.js';

/** What the schedule needs to know of a client. */
export interface ClientFacts {
  status: Client['status'];
  timeZone: string;
  quietFrom: string;
  quietTo: string;
  pace: Pace;
  rest: Rest | null;
  stopped: boolean;
  /** Mail to the address comes back, or is unwanted. */
  suppressed: boolean;
  /** When somebody answers a safety flag of the mind; null where nobody does. */
  staffedMornings: StaffedMornings | null;
  /** Somebody stands on both rosters. */
  rostersStand: boolean;
}

/** A step with the version of the prompt template it asks. */
export type PlannedStep = PlanStepSpec & { templateCode: string; templateVersion: number };

export interface LivePlan {
  planId: string;
  liveFrom: Temporal.Instant;
  steps: PlannedStep[];
}

/** A prompt with what became of its mailings. */
export interface PromptRow {
  id: string;
  version: number;
  plan_id: string;
  step_id: string;
  anchor_id: string;
  occurrence: number;
  status: PromptStatus;
  held: boolean;
  template_code: string;
  template_version: number;
  open_days: number;
  informs: boolean;
  priority: StepPriority;
  needs_session_id: string | null;
  nominal_at: Date;
  send_at: Date;
  send_until: Date;
  limit_at: Date;
  local_time: string;
  reasons: Reason[];
  moved_to: Date | null;
  sent_at: Date | null;
  closes_at: Date | null;
  closed_at: Date | null;
  first_status: MailingStatus | null;
  first_sent_on: string | null;
  first_counts: boolean | null;
  first_dispatched: boolean | null;
  first_send_until: Date | null;
  nudge_status: MailingStatus | null;
  nudge_sent_on: string | null;
}

interface ClientRow extends RosterHours {
  status: Client['status'];
  time_zone: string;
  quiet_from: string;
  quiet_to: string;
  pace: Pace;
  rest_from: Date | null;
  rest_until: Date | null;
  stopped_at: Date | null;
  suppressed_at: Date | null;
  rosters_stand: boolean;
}

/** The client, locked: two recomputations of one client never run at once. Null when not visible. */
export function lockClientFacts(tx: Tx, clientId: string): Promise<ClientFacts | null> {
  return clientFacts(tx, clientId, 'for no key update of c');
}

/** The client as they stand. Null when not visible. */
export async function clientFacts(
  tx: Tx,
  clientId: string,
  lock: 'for no key update of c' | '' = '',
): Promise<ClientFacts | null> {
  const [row] = await tx.query<ClientRow>(
    `select c.status, c.time_zone, c.pace, c.rest_from, c.rest_until, c.stopped_at, c.suppressed_at,
       to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
       to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to,
       app_rosters_stand() as rosters_stand, ${MORNINGS}
     from clients c join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     left join ${ROSTER} on true
     where c.clinic_id = $1 and c.id = $2 ${lock}`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) return null;
  return {
    status: row.status,
    timeZone: row.time_zone,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    pace: row.pace,
    rest: row.rest_from
      ? { from: toInstant(row.rest_from), until: row.rest_until ? toInstant(row.rest_until) : null }
      : null,
    stopped: row.stopped_at !== null,
    suppressed: row.suppressed_at !== null,
    staffedMornings: morningsOf(row),
    rostersStand: row.rosters_stand,
  };
}

/** The live plan with its steps in order, or null. */
export async function livePlanOf(tx: Tx, clientId: string): Promise<LivePlan | null> {
  const rows = await tx.query<{
    plan_id: string;
    live_from: Date;
    step_id: string;
    spec: Omit<PlanStepSpec, 'stepId'>;
    code: string;
    template_version: number;
  }>(
    `select p.id as plan_id, p.live_from, s.id as step_id, s.spec, s.prompt_template_code as code,
       s.prompt_template_version as template_version
     from integration_plans p
     join plan_steps s on s.clinic_id = p.clinic_id and s.plan_id = p.id and s.removed_at is null
     where p.clinic_id = $1 and p.client_id = $2 and p.status = 'live' order by s.position`,
    [tx.actor.clinicId, clientId],
  );
  if (rows.length === 0) return null;
  return {
    planId: rows[0]!.plan_id,
    liveFrom: toInstant(rows[0]!.live_from),
    steps: rows.map((row) => ({
      ...row.spec,
      stepId: row.step_id,
      templateCode: row.code,
      templateVersion: row.template_version,
    })),
  };
}

/** Sessions and appointments that the schedule may stand on, and the open series. */
export async function marksOf(
  tx: Tx,
  clientId: string,
): Promise<{ sessions: SessionMark[]; appointments: AppointmentMark[]; openSeriesId: string | null }> {
  const params = [tx.actor.clinicId, clientId];
  const sessions = await tx.query<{
    id: string;
    series_id: string;
    status: KetamineSessionStatus;
    held_at: Date;
  }>(
    `select id, series_id, status, held_at from ketamine_sessions
     where clinic_id = $1 and client_id = $2 order by held_at, id`,
    params,
  );
  const appointments = await tx.query<{ id: string; status: 'booked' | 'cancelled'; starts_at: Date }>(
    `select id, status, starts_at from appointments
     where clinic_id = $1 and client_id = $2 and starts_at > app_now() - interval '2 days' order by starts_at, id`,
    params,
  );
  const [open] = await tx.query<{ id: string }>(
    "select id from series where clinic_id = $1 and client_id = $2 and status = 'open'",
    params,
  );
  return {
    sessions: sessions.map((row) => ({
      id: row.id,
      seriesId: row.series_id,
      status: row.status,
      heldAt: toInstant(row.held_at),
    })),
    appointments: appointments.map((row) => ({
      id: row.id,
      status: row.status,
      startsAt: toInstant(row.starts_at),
    })),
    openSeriesId: open?.id ?? null,
  };
}

/** Every prompt of the client, whatever its plan, with its first mailing and its nudge. */
export async function promptRowsOf(tx: Tx, clientId: string): Promise<PromptRow[]> {
  return tx.query<PromptRow>(
    `select p.id, p.version, p.plan_id, p.step_id, p.anchor_id, p.occurrence, p.status, p.held,
       p.template_code, p.template_version, p.open_days, p.informs, p.priority, p.needs_session_id,
       p.nominal_at, p.send_at, p.send_until, p.limit_at, p.local_time, p.reasons, p.moved_to, p.sent_at, p.closes_at,
       p.closed_at,
       f.status as first_status, to_char(f.sent_on, 'YYYY-MM-DD') as first_sent_on,
       f.counts_for_day as first_counts, f.dispatched_by is not null as first_dispatched,
       f.send_until as first_send_until,
       n.status as nudge_status, to_char(n.sent_on, 'YYYY-MM-DD') as nudge_sent_on
     from prompts p
     left join mailings f on f.clinic_id = p.clinic_id and f.prompt_id = p.id and f.kind = 'first'
     left join mailings n on n.clinic_id = p.clinic_id and n.prompt_id = p.id and n.kind = 'nudge'
     where p.clinic_id = $1 and p.client_id = $2
     order by p.nominal_at, p.id`,
    [tx.actor.clinicId, clientId],
  );
}
