import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { ClientNotices } from '@app/prompts/client-notices.service.js';
import { lockClient } from './rest-course.js';

/** One such mail in so many minutes: a mailbox is not to be flooded by whoever presses the button. */
const PAUSE_MINUTES = 5;

/** `asked`: the mail is planned, or was a few minutes ago. */
export type AskOutcome = 'asked' | 'not-in-care' | 'suppressed' | 'no-address';

/** Plans the mail that asks whether e-mails are welcome, in the caller's transaction. */
@Injectable()
export class ConsentAsking {
  constructor(
    private readonly notices: ClientNotices,
    private readonly audit: AuditService,
  ) {}

  /** At once when the client asks for it themselves; else outside quiet hours. */
  async ask(tx: Tx, clientId: string, { isAtOnce }: { isAtOnce: boolean }): Promise<AskOutcome> {
    const client = await lockClient(tx, clientId);
    if (client.status !== 'active' && client.status !== 'on_hold') return 'not-in-care';
    if (!client.emailSealed) return 'no-address';
    if (client.suppressedAt) return 'suppressed';
    if (await wasJustAsked(tx, clientId)) return 'asked';
    await this.notices.add(tx, clientId, 'opt_in', { isAtOnce });
    await this.audit.record(tx, {
      action: 'consent.asked',
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
    return 'asked';
  }
}

/** Since the last stop and the last change of address: what went before asked about something else. */
async function wasJustAsked(tx: Tx, clientId: string): Promise<boolean> {
  const [recent] = await tx.query(
    `select 1 from mailings m join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
     where m.clinic_id = $1 and m.client_id = $2 and m.kind = 'opt_in'
       and m.status in ('scheduled', 'sending', 'sent', 'unknown')
       and m.send_at > app_now() - make_interval(mins => $3::integer)
       and m.send_at >= coalesce(greatest(c.stopped_at, c.email_changed_at), m.send_at) limit 1`,
    [tx.actor.clinicId, clientId, PAUSE_MINUTES],
  );
  return recent !== undefined;
}
