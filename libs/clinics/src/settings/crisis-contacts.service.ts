import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, NotFound } from '@app/platform/errors/errors.js';
import { ClinicsService } from '../clinics.service.js';
import { CrisisContact } from './crisis-contact.entity.js';
import type { CrisisContactView } from './crisis-contact.view.js';
import { write } from './one-of-a-kind.js';
import { CRISIS_CONTACT_KINDS, type CrisisContactKind } from './settings.types.js';

/** The whole of one contact. `version` is the one the caller read; absent where there is none yet. */
export interface WrittenCrisisContact {
  version?: number;
  label: string;
  phone: string;
  note: string;
  /** `YYYY-MM-DD`, not ahead. */
  verifiedOn: string;
}

/** Where else the clinic's clients can turn. Shown on their pages and in their e-mails at once. */
@Injectable()
export class CrisisContactsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
  ) {}

  /** In the order in which clients see them. */
  list(actor: StaffActor): Promise<CrisisContactView[]> {
    return this.db.inClinic(actor, async (tx) => {
      const rows = await tx.manager.findBy(CrisisContact, { clinicId: actor.clinicId });
      return CRISIS_CONTACT_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind)).map(contactView);
    });
  }

  /** @throws NotFound for an unknown kind, Conflict (stale version), Invalid for a date ahead */
  put(actor: StaffActor, kind: string, wish: WrittenCrisisContact): Promise<CrisisContactView> {
    return this.db.inClinic(actor, async (tx) => {
      const known = kindOf(kind);
      await this.mustHavePassed(tx, wish.verifiedOn);
      const { version = 0, label, phone, note, verifiedOn } = wish;
      const text = { label, phone, note, verifiedOn };
      const row = { clinicId: actor.clinicId, kind: known, ...text, version: version + 1 };
      await write(tx, CrisisContact, row);
      await this.record(tx, 'crisis-contact.changed');
      return contactView(row);
    });
  }

  /** Takes it off every page; the country's line, where there is one, stands again. @throws NotFound */
  remove(actor: StaffActor, kind: string): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      const where = { clinicId: actor.clinicId, kind: kindOf(kind) };
      const { affected } = await tx.manager.delete(CrisisContact, where);
      if (affected !== 1) throw new NotFound('crisis contact');
      await this.record(tx, 'crisis-contact.removed');
    });
  }

  /** Today at whichever of the clinic's places is furthest ahead. */
  private async mustHavePassed(tx: Tx, date: string): Promise<void> {
    const places = await this.clinics.locations(tx);
    const hasCome = ({ timeZone }: { timeZone: string }) =>
      Temporal.PlainDate.compare(date, tx.now.toZonedDateTimeISO(timeZone).toPlainDate()) <= 0;
    if (!places.some(hasCome)) throw new Invalid('verifiedOn', 'inTheFuture');
  }

  private record(tx: Tx, action: string): Promise<void> {
    // A contact has no id of its own: it is the clinic's.
    const subjectIds = [tx.actor.clinicId];
    return this.audit.record(tx, { action, subjectType: 'crisis-contact', subjectIds, clientIds: [] });
  }
}

/** @throws NotFound */
function kindOf(kind: string): CrisisContactKind {
  const known = CRISIS_CONTACT_KINDS.find((one) => one === kind);
  if (!known) throw new NotFound('crisis contact');
  return known;
}

function contactView(row: CrisisContact): CrisisContactView {
  const { kind, version, label, phone, note, verifiedOn } = row;
  return { kind, version, label, phone, note, verifiedOn };
}
