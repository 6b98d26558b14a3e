import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';
import { ClientNotices } from '@app/prompts/client-notices.service.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/link-lifetimes.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';

/** One link a client in so many minutes: nobody's mailbox is to be filled by whoever holds a page. */
const PAUSE_MINUTES = 2;

/** Answers "read what you sent" from any page of a client. */
@Injectable()
export class MyWordsRequestsService {
  constructor(
    private readonly db: Database,
    private readonly notices: ClientNotices,
    private readonly audit: AuditService,
  ) {}

  /**
   * Plans a link to the client's own address, where there is one that may be written to and none was asked for in the
   * last 2 minutes. Says nothing about which it was.
   */
  async request(entry: ReplyEntry): Promise<void> {
    const { clientId } = entry;
    await this.db.inClinic(clientActor(entry), async (tx) => {
      if (!(await mayAsk(tx, clientId))) return;
      await this.notices.add(tx, clientId, 'my_words', {
        isAtOnce: true,
        until: tx.now.add({ minutes: FRESH_LINK_MINUTES }),
      });
      await this.audit.record(tx, {
        action: 'words.link-requested',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
    });
  }

  /** What a token led to that reads nothing any more; null for every other. Reads only. */
  async lapsed(token: string, mailingId: string): Promise<LapsedWords | null> {
    const [link] = await this.db.acrossClinics<{ clinicId: string; kind: LapsedWords['kind'] }>(
      `select l.clinic_id as "clinicId", case when l.spent_at is null then 'lapsed' else 'closed' end as kind
       from link_directory l
       where l.token_hash = $1 and l.mailing_id = $2 and l.purpose in ('reply', 'my-words')
         and (l.expires_at <= app_now() or l.spent_at is not null) and exists (
           select 1 from link_directory w where w.mailing_id = l.mailing_id and w.purpose = 'my-words')`,
      [tokenHash(token), mailingId],
    );
    return link ?? null;
  }
}

/** A page of the client's own words that is open no more: its time is over, or they closed it. */
export interface LapsedWords {
  clinicId: string;
  kind: 'lapsed' | 'closed';
}

/** Locks the client: two requests at once plan one mail. */
async function mayAsk(tx: Tx, clientId: string): Promise<boolean> {
  const [client] = await tx.query(
    `select 1 from clients c where c.clinic_id = $1 and c.id = $2 and app_may_mail('my_words', c)
     for no key update of c`,
    [tx.actor.clinicId, clientId],
  );
  if (!client) return false;
  // A statement of its own, after the lock: it sees what a twin has just committed.
  const [recent] = await tx.query(
    `select 1 from mailings where clinic_id = $1 and client_id = $2 and kind = 'my_words'
       and status not in ('withdrawn', 'failed') and send_at > app_now() - make_interval(mins => $3::integer) limit 1`,
    [tx.actor.clinicId, clientId, PAUSE_MINUTES],
  );
  return !recent;
}
