import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour } from './flag.types.js';
import { safetyLogCsv } from './safety-log-csv.js';
import type { SafetyLogItemView, SafetyLogView } from './safety-log.view.js';

/** Flags raised from then on, up to then; absent: the last 90 days. */
export interface SafetyLogFilter {
  from?: Temporal.Instant | undefined;
  to?: Temporal.Instant | undefined;
}

interface LogRow {
  flag_id: string;
  lane: SafetyLane;
  colour: FlagColour;
  raised_at: Date;
  told_at: Date | null;
  opened_at: Date | null;
  claimed_at: Date | null;
  claimed_by: string | null;
  closed_at: Date | null;
  late: boolean;
  escalations: number;
}

const DAYS = 90;
const MOST = 2_000;

/** What became of the clinic's flags, without content: for admins, and practitioners who stand on a roster. */
@Injectable()
export class SafetyLogService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. @throws NotFound for who neither runs the clinic nor stands on a roster */
  async read(actor: StaffActor, filter: SafetyLogFilter): Promise<SafetyLogView> {
    return { items: await this.items(actor, filter, 'safety-log.read'), next: null };
  }

  /** The same as a file for spreadsheets. @throws NotFound */
  async csv(actor: StaffActor, filter: SafetyLogFilter): Promise<string> {
    return safetyLogCsv(await this.items(actor, filter, 'safety-log.exported'));
  }

  private items(actor: StaffActor, filter: SafetyLogFilter, action: string): Promise<SafetyLogItemView[]> {
    return this.db.inClinic(actor, async (tx) => {
      if (!actor.roles.includes('admin') && !(await standsOnRoster(tx, actor)))
        throw new NotFound('safety log');
      const rows = await logRows(tx, filter);
      const names: ReadonlyMap<string, string> = await this.clinics.staffNames(tx);
      // Whose flags they are is not in it: the log of who read is about the clinic.
      const entry = { subjectType: 'clinic', subjectIds: [actor.clinicId], clientIds: [] };
      await this.audit.record(tx, { action, ...entry });
      return rows.map((row) => itemView(row, names));
    });
  }
}

async function standsOnRoster(tx: Tx, { staffMemberId }: StaffActor): Promise<boolean> {
  const [row] = await tx.query<{ stands: boolean }>(
    `select exists (select 1 from rosters
       where clinic_id = $1 and $2 in (responder_id, backup_id, lead_id)) as stands`,
    [tx.actor.clinicId, staffMemberId],
  );
  return row?.stands ?? false;
}

function logRows(tx: Tx, { from, to }: SafetyLogFilter): Promise<LogRow[]> {
  const since = from ?? (to ?? tx.now).subtract({ hours: 24 * DAYS });
  return tx.query<LogRow>(
    `with raised as (
       select flag_id, at from safety_events
       where clinic_id = $1 and kind = 'raised' and at >= $2 and at < $3 order by at desc limit ${MOST})
     select e.flag_id, max(e.lane) as lane, case when bool_or(e.colour = 'red') then 'red' else 'amber' end as colour,
       min(e.at) filter (where e.kind = 'raised') as raised_at,
       min(e.at) filter (where e.kind = 'told') as told_at,
       min(e.at) filter (where e.kind = 'opened') as opened_at,
       min(e.at) filter (where e.kind = 'acknowledged') as claimed_at,
       (array_agg(e.staff_member_id order by e.at) filter (where e.kind = 'acknowledged'))[1] as claimed_by,
       min(e.at) filter (where e.kind = 'closed') as closed_at,
       bool_or(e.kind = 'late') as late,
       (count(*) filter (where e.kind in ('escalated', 'late')))::integer as escalations
     from raised r join safety_events e on e.clinic_id = $1 and e.flag_id = r.flag_id
     group by e.flag_id order by raised_at desc, e.flag_id`,
    [tx.actor.clinicId, toDate(since), toDate(to ?? tx.now.add({ seconds: 1 }))],
  );
}

function itemView(row: LogRow, names: ReadonlyMap<string, string>): SafetyLogItemView {
  const minutes = row.claimed_at ? (row.claimed_at.getTime() - row.raised_at.getTime()) / 60_000 : null;
  return {
    flagNumber: flagNumberOf(row.flag_id),
    lane: row.lane,
    colour: row.colour,
    raisedAt: row.raised_at.toISOString(),
    toldAt: row.told_at?.toISOString() ?? null,
    openedAt: row.opened_at?.toISOString() ?? null,
    claimedAt: row.claimed_at?.toISOString() ?? null,
    claimedByName: row.claimed_by && (names.get(row.claimed_by) ?? ''),
    minutesToClaim: minutes === null ? null : Math.floor(minutes),
    closedAt: row.closed_at?.toISOString() ?? null,
    late: row.late,
    escalations: row.escalations,
  };
}

/** The end of its id: the beginning says when, and two raised at once would share it. */
function flagNumberOf(flagId: string): string {
  const end = flagId.replaceAll('-', '').slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}
