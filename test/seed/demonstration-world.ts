import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import { SendingService } from '@app/prompts/sending.service.js';
import type { HeldClock } from './held-clock.js';
import type { World } from './life.js';
import type { SentMailing } from './story-teller.js';

interface DueRow {
  send_at: Date;
}

/** The product with its clock held: mailings fall due as in life, and go nowhere. */
export class DemonstrationWorld implements World {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: HeldClock,
    private readonly clinicIds: readonly string[],
    private readonly onSent: (mailing: SentMailing) => void,
  ) {}

  setClock(instant: Temporal.Instant): Promise<void> {
    return this.clock.set(instant);
  }

  async nextDue(until: Temporal.Instant): Promise<Temporal.Instant | null> {
    const instants: Temporal.Instant[] = [];
    for (const clinicId of this.clinicIds) {
      const [row] = await this.inClinic<DueRow>(
        clinicId,
        `select m.send_at from mailings m
         join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
         left join ketamine_sessions s on s.clinic_id = m.clinic_id and s.id = p.needs_session_id
         where m.clinic_id = $1 and m.status = 'scheduled' and m.send_at <= $2
           and m.send_until > app_now() and (p.needs_session_id is null or s.status = 'completed')
         order by m.send_at limit 1`,
        [until.toString()],
      );
      if (row) instants.push(toInstant(row.send_at));
    }
    return instants.sort((a, b) => Temporal.Instant.compare(a, b))[0] ?? null;
  }

  async sweep(): Promise<void> {
    const due = await this.app
      .get(Database)
      .acrossClinics<{ clinicId: string; mailingId: string }>(
        'select clinic_id as "clinicId", mailing_id as "mailingId" from find_due_mailings_across_clinics(50)',
      );
    for (const { clinicId, mailingId } of due) {
      await this.app
        .get(SendingService, { strict: false })
        .send({ kind: 'system', clinicId, job: 'send-mailing' }, mailingId);
      await this.tell(clinicId, mailingId);
    }
    await this.close();
  }

  private async tell(clinicId: string, mailingId: string): Promise<void> {
    const [row] = await this.inClinic<Omit<SentMailing, 'sentAt'> & { sentAt: Date }>(
      clinicId,
      `select m.clinic_id as "clinicId", m.client_id as "clientId", m.id as "mailingId", p.id as "promptId",
         p.template_code as "templateCode", p.template_version as "templateVersion", m.sent_at as "sentAt"
       from mailings m join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
       where m.clinic_id = $1 and m.id = $2 and m.kind = 'first' and m.status = 'sent'`,
      [mailingId],
    );
    if (row) this.onSent({ ...row, sentAt: toInstant(row.sentAt) });
  }

  private async close(): Promise<void> {
    const closing = this.app.get(ClosingService, { strict: false });
    const over = await this.app
      .get(Database)
      .acrossClinics<{ clinicId: string; promptId: string }>(
        'select clinic_id as "clinicId", prompt_id as "promptId" from find_prompts_to_close_across_clinics()',
      );
    for (const { clinicId, promptId } of over) {
      await closing.expire({ kind: 'system', clinicId, job: 'close-prompts' }, promptId);
    }
  }

  private inClinic<Row>(clinicId: string, sql: string, params: unknown[]): Promise<Row[]> {
    const actor = { kind: 'system' as const, clinicId, job: 'seed' };
    return this.app.get(Database).inClinic(actor, (tx) => tx.query<Row>(sql, [clinicId, ...params]));
  }
}
