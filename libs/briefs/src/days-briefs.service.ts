import { Injectable } from '@nestjs/common';
import { audited } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { BriefsService } from './briefs.service.js';
import type { BriefListView, BriefView } from './brief.view.js';

/** The briefs of one's calls today, to be printed together. */
@Injectable()
export class DaysBriefs {
  constructor(
    private readonly db: Database,
    private readonly briefs: BriefsService,
  ) {}

  /** In the order of the calls. One that this person may not read is left out. */
  async today(actor: StaffActor): Promise<BriefListView> {
    const items: BriefView[] = [];
    for (const id of await this.callsToday(actor)) {
      const brief = await this.ifReadable(this.briefs.brief(actor, id));
      if (brief) items.push(brief);
    }
    return { items, next: null };
  }

  private async callsToday(actor: StaffActor): Promise<string[]> {
    const read = { sql: CALLS_TODAY, params: [actor.clinicId, actor.staffMemberId] };
    const entry = { action: 'appointments.listed', subjectType: 'appointment' };
    const { rows } = await this.db.atOnce<{ answer: string[] }>(actor, audited(actor, read, entry));
    return rows[0]!.answer;
  }

  private async ifReadable(brief: Promise<BriefView>): Promise<BriefView | null> {
    try {
      return await brief;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}

/** On the calendar of the reader's location, as in Today. One row, and one in the audit, on a day without calls too. */
const CALLS_TODAY = `
  select coalesce(array_agg(a.id order by a.starts_at, a.id), '{}') as answer,
    coalesce(array_agg(a.id), '{}') as subject_ids,
    coalesce(array_agg(distinct a.client_id), '{}') as client_ids
  from appointments a
  join staff_members me on me.clinic_id = $1 and me.id = $2
  join locations l on l.clinic_id = $1 and l.id = me.location_id
  where a.clinic_id = $1 and a.practitioner_id = $2 and a.status = 'booked'
    and a.starts_at between app_now() - interval '2 days' and app_now() + interval '2 days'
    and (a.starts_at at time zone l.time_zone)::date = (app_now() at time zone l.time_zone)::date`;
