import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { type ListPage, type Page, pageOf } from '@app/clients/list-page.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Appointment } from './appointment.entity.js';
import { appointmentView, type AppointmentView } from './appointment.view.js';
import { ClosingNotesService } from './closing-notes.service.js';

/** Reads appointments. Commands stand in the course. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
    private readonly notes: ClosingNotesService,
  ) {}

  /** A client's appointments, newest first. Throws NotFound. */
  async list(actor: StaffActor, clientId: string, page: Page): Promise<ListPage<AppointmentView>> {
    return this.db.inClinic(actor, async (tx) => {
      await this.clients.mustSee(tx, clientId);
      const { items, next } = pageOf(await this.ofClient(tx, clientId), page);
      await this.audit.record(tx, {
        action: 'appointments.listed',
        subjectType: 'appointment',
        subjectIds: items.map(({ id }) => id),
        clientIds: [clientId],
      });
      return { items: await this.views(tx, items), next };
    });
  }

  /** Throws NotFound. */
  async one(tx: Tx, id: string): Promise<Appointment> {
    const row = await tx.manager.findOneBy(Appointment, { clinicId: tx.actor.clinicId, id });
    if (!row) throw new NotFound('appointment');
    return row;
  }

  /** All appointments of a client, newest first. */
  async ofClient(tx: Tx, clientId: string): Promise<Appointment[]> {
    return tx.manager.find(Appointment, {
      where: { clinicId: tx.actor.clinicId, clientId },
      order: { startsAt: 'DESC', id: 'DESC' },
    });
  }

  async view(tx: Tx, row: Appointment): Promise<AppointmentView> {
    const [view] = await this.views(tx, [row]);
    return view!;
  }

  /** Views in the order of the rows, of any number of clients; notes only where this actor reads words. */
  async views(tx: Tx, rows: readonly Appointment[]): Promise<AppointmentView[]> {
    if (rows.length === 0) return [];
    const notes = await this.notes.of(
      tx,
      rows.map(({ id }) => id),
    );
    const names = await this.clinics.staffNames(tx);
    return rows.map((row) =>
      appointmentView(row, {
        practitionerName: names.get(row.practitionerId) ?? '',
        note: notes.get(row.id),
      }),
    );
  }
}
