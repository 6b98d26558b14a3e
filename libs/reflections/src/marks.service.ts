import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { Conflict, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { type MarksBody, sealMarks } from './marks-body.js';
import { isRange, mergedRanges, type TextRange } from './ranges.rules.js';
import { openReflection } from './reflection-body.js';
import { hasRead, lockReflection } from './reflection-lock.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import type { ReflectionView } from './reflection.view.js';
import { ReflectionsService } from './reflections.service.js';

/** Highlights and tags: one document a reader and reflection, beside what the client chose and never instead. */
@Injectable()
export class MarksService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly reflections: ReflectionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Puts one's own marks in place of those of `version`, 0 when there were none. Throws NotFound; Conflict when they
   * changed since, when one has not read it (nothing unread is tagged), or when its client took it back;
   * Unprocessable for a highlight that is no part of the words.
   */
  put(
    actor: StaffActor,
    reflectionId: string,
    { version, ...marks }: MarksBody & { version: number },
    threads?: ThreadsOfReflections,
  ): Promise<ReflectionView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clientId, bodySealed, isWithdrawn } = await lockReflection(tx, reflectionId);
      if (isWithdrawn) throw new Conflict('reflection-withdrawn');
      if (!(await hasRead(tx, reflectionId, actor.staffMemberId))) throw new Conflict('not-read');
      const { clinicId, staffMemberId } = actor;
      const key = await this.keyring.client(tx, clientId);
      const { words } = openReflection(key, { clinicId, rowId: reflectionId }, bodySealed);
      mustBeParts(words, marks.highlights);
      const body = { highlights: mergedRanges(marks.highlights), tags: [...new Set(marks.tags)] };
      const sealed = sealMarks(key, { clinicId, reflectionId, staffMemberId }, body);
      await this.write(tx, { reflectionId, staffMemberId, clientId, version, sealed });
      const [view] = await this.reflections.viewsIn(tx, clientId, { id: reflectionId }, { threads });
      await this.audit.record(tx, {
        action: 'reflection.marked',
        subjectType: 'reflection',
        subjectIds: [reflectionId],
        clientIds: [clientId],
      });
      return view!;
    });
  }

  private async write(
    tx: Tx,
    marks: { reflectionId: string; staffMemberId: string; clientId: string; version: number; sealed: Buffer },
  ): Promise<void> {
    const of = [tx.actor.clinicId, marks.reflectionId, marks.staffMemberId];
    const written =
      marks.version === 0
        ? await tx.query(
            `insert into reflection_marks
               (clinic_id, reflection_id, staff_member_id, body_sealed, client_id, updated_at, version)
             values ($1, $2, $3, $4, $5, app_now(), 1) on conflict do nothing returning version`,
            [...of, marks.sealed, marks.clientId],
          )
        : await tx.query(
            `with changed as (
               update reflection_marks set body_sealed = $4, updated_at = app_now(), version = version + 1
               where clinic_id = $1 and reflection_id = $2 and staff_member_id = $3 and version = $5
               returning version)
             select version from changed`,
            [...of, marks.sealed, marks.version],
          );
    if (written.length !== 1) throw staleVersion();
  }
}

function mustBeParts(words: string, ranges: readonly TextRange[]): void {
  const faults = ranges.flatMap((range, index) =>
    isRange(words, range) ? [] : [{ field: `highlights.${index}`, code: 'notInWords', params: {} }],
  );
  if (faults.length > 0) throw new Unprocessable('invalid', faults);
}
