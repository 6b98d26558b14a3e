import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { staleVersion } from '@app/platform/errors/errors.js';
import { lockReflection } from './reflection-lock.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import type { ReflectionView } from './reflection.view.js';
import { ReflectionsService } from './reflections.service.js';

/** Who has read what. Each practitioner's reading is their own row; undoing it removes that row alone. */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly db: Database,
    private readonly reflections: ReflectionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Marks a reflection read. The first reading closes it to its client for good. Safe to repeat.
   * `version`: the one that was shown; any when absent. @throws Conflict when the client has changed it since
   */
  markRead(
    actor: StaffActor,
    reflectionId: string,
    version?: number,
    threads?: ThreadsOfReflections,
  ): Promise<ReflectionView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clientId, version: current } = await lockReflection(tx, reflectionId);
      if (version !== undefined && version !== current) throw staleVersion();
      await tx.query(
        `insert into readings (clinic_id, reflection_id, staff_member_id, client_id, read_at)
         values ($1, $2, $3, $4, app_now()) on conflict do nothing`,
        [actor.clinicId, reflectionId, actor.staffMemberId, clientId],
      );
      // The version counts what the client wrote, so a reading leaves it.
      await tx.query(
        `update reflections set first_read_at = app_now()
         where clinic_id = $1 and id = $2 and first_read_at is null`,
        [actor.clinicId, reflectionId],
      );
      return this.told(tx, 'reflection.read', { clientId, id: reflectionId, threads });
    });
  }

  /** Takes one's own reading back: new again, but not open to its client again. Safe to repeat. */
  undo(actor: StaffActor, reflectionId: string, threads?: ThreadsOfReflections): Promise<ReflectionView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clientId } = await lockReflection(tx, reflectionId);
      await tx.query(
        'delete from readings where clinic_id = $1 and reflection_id = $2 and staff_member_id = $3',
        [actor.clinicId, reflectionId, actor.staffMemberId],
      );
      return this.told(tx, 'reflection.reading-undone', { clientId, id: reflectionId, threads });
    });
  }

  private async told(
    tx: Tx,
    action: string,
    { clientId, id, threads }: { clientId: string; id: string; threads: ThreadsOfReflections | undefined },
  ): Promise<ReflectionView> {
    const [view] = await this.reflections.viewsIn(tx, clientId, { id }, { threads });
    await this.audit.record(tx, {
      action,
      subjectType: 'reflection',
      subjectIds: [id],
      clientIds: [clientId],
    });
    return view!;
  }
}
