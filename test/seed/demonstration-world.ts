import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { SafetyNoticesService } from '@app/safety/safety-notices.service.js';
import type { Post } from './client-deeds.js';
import type { HeldClock } from './held-clock.js';
import type { World } from './life.js';
import type { SentMailing } from './story-teller.js';

/** One clinic of the product with its clock held: mailings fall due as in life, and go nowhere. */
export class DemonstrationWorld implements World, Post {
  private readonly db: Database;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: HeldClock,
    private readonly clinicId: string,
    private readonly onSent: (mailing: SentMailing) => void,
  ) {
    this.db = app.get(Database);
  }

  setClock(instant: Temporal.Instant): Promise<void> {
    return this.clock.set(instant);
  }

  async nextDue(until: Temporal.Instant): Promise<Temporal.Instant | null> {
    const [row] = await this.rows<{ send_at: Date }>(
      `select m.send_at from mailings m
       join clients k on k.clinic_id = m.clinic_id and k.id = m.client_id
       left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
       left join ketamine_sessions s on s.clinic_id = m.clinic_id and s.id = p.needs_session_id
       where m.clinic_id = $1 and m.status = 'scheduled' and m.send_at <= $2
         and m.send_until > app_now() and app_may_mail(m.kind, k)
         and (p.needs_session_id is null or s.status = 'completed')
       order by m.send_at limit 1`,
      [until.toString()],
    );
    return row ? toInstant(row.send_at) : null;
  }

  async sweep(): Promise<void> {
    const sending = this.app.get(SendingService, { strict: false });
    const due = await this.across<{ id: string }>(
      'select clinic_id as "clinicId", mailing_id as id from find_due_mailings_across_clinics(50)',
    );
    for (const { id } of due) {
      await sending.send(this.system('send-mailing'), id);
      await this.tell(id);
    }
    await this.close();
  }

  /** Everything that waits, and what staff are told of flags. */
  async deliver(): Promise<void> {
    await this.sweep();
    const notices = this.app.get(SafetyNoticesService, { strict: false });
    const due = await this.across<{ id: string }>(
      'select clinic_id as "clinicId", notice_id as id from find_due_safety_notices_across_clinics()',
    );
    for (const { id } of due) await notices.send(this.system('send-safety-notice'), id);
  }

  private async tell(mailingId: string): Promise<void> {
    const [row] = await this.rows<Omit<SentMailing, 'sentAt'> & { sentAt: Date }>(
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
    const over = await this.across<{ id: string }>(
      'select clinic_id as "clinicId", prompt_id as id from find_prompts_to_close_across_clinics()',
    );
    for (const { id } of over) await closing.expire(this.system('close-prompts'), id);
  }

  /** Of what the worker would find in all clinics, this one's. */
  private async across<Row>(sql: string): Promise<Row[]> {
    const found = await this.db.acrossClinics<Row & { clinicId: string }>(sql);
    return found.filter(({ clinicId }) => clinicId === this.clinicId);
  }

  private async rows<Row>(sql: string, params: unknown[]): Promise<Row[]> {
    const { rows } = await this.db.atOnce<Row>(this.system('seed'), {
      sql,
      params: [this.clinicId, ...params],
    });
    return rows;
  }

  private system(job: string) {
    return { kind: 'system' as const, clinicId: this.clinicId, job };
  }
}
