import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { clientEmailHash } from '@app/clients/client-contact.js';
import { normalisedEmail } from '@app/clinics/accounts/accounts.service.js';
import { SignInThrottle } from '@app/clinics/sign-ins/sign-in-throttle.service.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { newId } from '@app/platform/ids/ids.js';
import { messageIdFor } from '@app/platform/mail/outgoing-mail.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/link-lifetimes.js';

/** One link a client in so many minutes: nobody's mailbox is to be filled from outside. */
const PAUSE_MINUTES = 2;

/** Answers who wants to leave something unasked, and has nothing but the clinic's public page. */
@Injectable()
export class UnaskedRequestsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly throttle: SignInThrottle,
    private readonly config: Config,
    private readonly audit: AuditService,
  ) {}

  /** The clinic with this public page; null for none. */
  async clinicOf(slug: string): Promise<string | null> {
    const [found] = await this.db.acrossClinics<{ id: string | null }>(
      'select find_clinic_by_slug_across_clinics($1) as id',
      [slug.toLowerCase()],
    );
    return found?.id ?? null;
  }

  /**
   * Plans a link to the client with this address, if there is one who may be mailed. A known and an unknown address
   * cost the same statements, and nothing that comes back tells them apart. @throws TooManyTries
   */
  async request(clinicId: string, email: string, ip: string): Promise<void> {
    const subject = `unasked ${clinicId} ${normalisedEmail(email)}`;
    await this.db.inClinic({ kind: 'system', clinicId, job: 'plan-unasked' }, async (tx) => {
      // Familiar or not is never asked: what others do from elsewhere must not make a client wait.
      await this.throttle.count({ kind: 'link', subject, ip, familiar: true }, tx);
      const id = newId();
      const [planned] = await tx.query<{ client_id: string }>(PLAN, [
        clinicId,
        clientEmailHash(await this.keyring.clinic(tx), email),
        id,
        messageIdFor(id, this.config.MAIL_FROM.slice(this.config.MAIL_FROM.lastIndexOf('@') + 1)),
        FRESH_LINK_MINUTES,
        PAUSE_MINUTES,
      ]);
      await this.audit.record(tx, {
        action: 'unasked.requested',
        subjectType: 'mailing',
        subjectIds: planned ? [id] : [],
        clientIds: planned ? [planned.client_id] : [],
      });
    });
  }
}

const PLAN = `
  with planned as (
    insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until, counts_for_day,
      message_id, attempts, retried)
    select k.clinic_id, $3, k.id, null, 'unasked', 'scheduled', app_now(),
      app_now() + make_interval(mins => $5::integer), false, $4, 0, false
    from clients k
    where k.clinic_id = $1 and k.email_hash = $2 and app_may_mail('unasked', k) and not exists (
      select 1 from mailings m where m.clinic_id = k.clinic_id and m.client_id = k.id and m.kind = 'unasked'
        and m.status <> 'failed' and m.send_at > app_now() - make_interval(mins => $6::integer))
    on conflict do nothing returning client_id)
  select client_id from planned`;
