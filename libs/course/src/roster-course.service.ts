import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { RosterView } from '@app/clinics/settings/roster.view.js';
import { RostersService, type WrittenRoster } from '@app/clinics/settings/rosters.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { clientsAskedAboutSafety, rostersStand } from '@app/prompts/roster-hold.queries.js';
import { clientsWhoWaitForMornings } from '@app/prompts/staffed-mornings.queries.js';

/** Sets who answers safety flags; unsent prompts that wait for a staffed morning, or for anybody, follow at once. */
@Injectable()
export class RosterCourseService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly rosters: RostersService,
    private readonly schedule: PromptScheduleService,
  ) {}

  /** @throws as RostersService.apply */
  putRoster(actor: StaffActor, kind: string, wish: WrittenRoster): Promise<RosterView> {
    return this.db.inClinic(actor, async (tx) => {
      const stood = await rostersStand(tx);
      const view = await this.rosters.apply(tx, kind, wish);
      const clientIds = await whoFollow(tx, view, stood);
      for (const clientId of clientIds) await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'roster.changed',
        subjectType: 'roster',
        // A roster has no id of its own: it is the clinic's.
        subjectIds: [actor.clinicId],
        clientIds,
      });
      return view;
    });
  }
}

async function whoFollow(tx: Tx, { kind }: RosterView, stood: boolean): Promise<string[]> {
  const ids = [
    ...(kind === 'psychological' ? await clientsWhoWaitForMornings(tx) : []),
    ...((await rostersStand(tx)) === stood ? [] : await clientsAskedAboutSafety(tx)),
  ];
  return [...new Set(ids)].sort();
}
