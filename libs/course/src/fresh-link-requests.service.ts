import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/prompt-mails.js';
import { ClientNotices } from '@app/prompts/client-notices.service.js';
import type { ClientMailingKind } from '@app/prompts/mailing.types.js';
import { PromptRows } from '@app/prompts/prompt-rows.js';

/** One fresh link a prompt in so many minutes: the address is not to be flooded by whoever finds the page. */
const PAUSE_MINUTES = 5;

interface Asked {
  client_id: string;
  prompt_id: string;
}

/** Answers "send me a fresh link" from a browser that knows nothing but the page's address. */
@Injectable()
export class FreshLinkRequestsService {
  constructor(
    private readonly db: Database,
    private readonly rows: PromptRows,
    private readonly notices: ClientNotices,
    private readonly audit: AuditService,
  ) {}

  /**
   * Plans a fresh link to the client's own address, if the mailing is one of ours that went to that address, its
   * prompt is open or what it says of a rest or a stop holds, the client may be mailed, and none was asked for in the last 5 minutes. Says nothing about
   * which it was.
   */
  async request(mailingId: string): Promise<void> {
    const [known] = await this.db.acrossClinics<{ clinic_id: string }>(
      // Every mailing has links without an end, until the client has another address.
      'select clinic_id from link_directory where mailing_id = $1 and expires_at is null limit 1',
      [mailingId],
    );
    if (!known) return;
    const actor = { kind: 'system' as const, clinicId: known.clinic_id, job: 'plan-fresh-link' };
    await this.db.inClinic(actor, async (tx) => {
      const asked = await allowed(tx, mailingId);
      if (!asked) return this.sendNoticeAgain(tx, mailingId);
      await this.rows.addMailing(tx, {
        clientId: asked.client_id,
        promptId: asked.prompt_id,
        kind: 'fresh_link',
        sendAt: tx.now,
        sendUntil: tx.now.add({ minutes: FRESH_LINK_MINUTES }),
      });
      await this.audit.record(tx, {
        action: 'fresh-link.requested',
        subjectType: 'prompt',
        subjectIds: [asked.prompt_id],
        clientIds: [asked.client_id],
      });
    });
  }

  /** A mail about the e-mails themselves goes out once more, as long as what it says holds: its link has no end. */
  private async sendNoticeAgain(tx: Tx, mailingId: string): Promise<void> {
    const notice = await allowedNotice(tx, mailingId);
    if (!notice) return;
    // Who asks to read what they sent is there now.
    const until = notice.kind === 'my_words' ? tx.now.add({ minutes: FRESH_LINK_MINUTES }) : null;
    await this.notices.add(tx, notice.client_id, notice.kind, { isAtOnce: true, until });
    await this.audit.record(tx, {
      action: 'fresh-link.requested',
      subjectType: 'client',
      subjectIds: [notice.client_id],
      clientIds: [notice.client_id],
    });
  }
}

async function allowedNotice(
  tx: Tx,
  mailingId: string,
): Promise<{ client_id: string; kind: ClientMailingKind } | null> {
  const [notice] = await tx.query<{ client_id: string; kind: ClientMailingKind }>(
    `select c.id as client_id, m.kind
     from mailings m join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
     where m.clinic_id = $1 and m.id = $2 and m.kind in ('rest_begun', 'rest_over', 'stopped', 'opt_in', 'my_words')
       and app_may_mail(m.kind, c)
       and (m.kind <> 'opt_in' or c.stopped_at is not null or c.email_consent_given_on is null)
     for no key update of c`,
    [tx.actor.clinicId, mailingId],
  );
  if (!notice) return null;
  const [recent] = await tx.query(
    `select 1 from mailings where clinic_id = $1 and client_id = $2 and kind = $3 and status <> 'withdrawn'
       and send_at > app_now() - make_interval(mins => $4::integer) limit 1`,
    [tx.actor.clinicId, notice.client_id, notice.kind, PAUSE_MINUTES],
  );
  return recent ? null : notice;
}

/** Locks the prompt: two requests at once plan one mail. A rest does not stand in the way of what was asked for. */
async function allowed(tx: Tx, mailingId: string): Promise<Asked | null> {
  const [asked] = await tx.query<Asked>(
    `select p.client_id, p.id as prompt_id
     from mailings m
     join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
     join clients c on c.clinic_id = p.clinic_id and c.id = p.client_id
     where m.clinic_id = $1 and m.id = $2
       and p.status in ('scheduled', 'sent') and (p.closes_at is null or p.closes_at > app_now())
       and c.status = 'active' and c.email_sealed is not null and c.email_consent_given_on is not null
       and c.stopped_at is null and c.suppressed_at is null
     for update of p`,
    [tx.actor.clinicId, mailingId],
  );
  if (!asked) return null;
  // A statement of its own, after the lock: it sees what a twin has just committed.
  const [recent] = await tx.query(
    `select 1 from mailings where clinic_id = $1 and prompt_id = $2 and kind = 'fresh_link'
       and send_at > app_now() - make_interval(mins => $3::integer) limit 1`,
    [tx.actor.clinicId, asked.prompt_id, PAUSE_MINUTES],
  );
  return recent ? null : asked;
}
