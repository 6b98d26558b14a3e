import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { localDateAt } from '@app/clients/client-clock.rules.js';
import { giveConsent, standingConsent } from '@app/clients/consents.queries.js';
import { PassphraseService } from '@app/clients/passphrase.service.js';
import { wordsIn } from '@app/design/words/say.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { ConsentAsking } from './consent-asking.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient, Rests } from './rest-course.js';

/** `asked`: after a stop one mail asks for a yes first. */
export type StartOutcome = 'started' | 'asked' | 'closed';

/** - `too-old`: the client stopped after this mail had left; `closed`: out of care. */
export type ConsentOutcome = 'given' | 'too-old' | 'closed';

/** The way back: from a rest at once, from a stop by a second yes. */
@Injectable()
export class StartAgainService {
  constructor(
    private readonly db: Database,
    private readonly schedule: PromptScheduleService,
    private readonly rests: Rests,
    private readonly asking: ConsentAsking,
    private readonly passphrases: PassphraseService,
    private readonly audit: AuditService,
  ) {}

  /** Pressing twice is pressing once. */
  startAgain(entry: ReplyEntry): Promise<StartOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const client = await lockClient(tx, entry.clientId);
      if (client.status !== 'active' && client.status !== 'on_hold') return 'closed';
      if (!client.stoppedAt) {
        await this.rests.end(tx, entry.clientId);
        return 'started';
      }
      const outcome = await this.asking.ask(tx, entry.clientId, { isAtOnce: true });
      return outcome === 'asked' ? 'asked' : 'closed';
    });
  }

  /**
   * The second yes: writes down what was agreed to, and lets prompts go on. Only by a mail that left after the last
   * stop: an older one may lie in anybody's mailbox. `shared`: what the client said about who opens it; null: nothing.
   */
  consent(entry: ReplyEntry, { shared }: { shared: boolean | null }): Promise<ConsentOutcome> {
    const { clientId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const client = await lockClient(tx, clientId);
      if (client.status !== 'active' && client.status !== 'on_hold') return 'closed';
      if (await isFromBeforeStop(tx, entry)) return 'too-old';
      const stands = (await standingConsent(tx, clientId))?.how === 'by-link' && client.emailConsentGivenOn;
      // Twice is once; what was said about the mailbox may still be added.
      if (stands && (shared === null || shared === client.mailboxShared)) return 'given';
      if (!stands) await giveConsent(tx, { clientId, language: client.language });
      await tx.query(
        `update clients set stopped_at = null, mailbox_shared = coalesce($3, mailbox_shared),
           email_consent_given_on = coalesce(email_consent_given_on, $4::date), email_consent_how = $5,
           version = version + 1
         where clinic_id = $1 and id = $2`,
        [
          tx.actor.clinicId,
          clientId,
          shared,
          localDateAt(tx.now, client.timeZone),
          wordsIn(client.language)('optIn.how'),
        ],
      );
      await this.schedule.reconcile(tx, clientId);
      await this.note(tx, clientId, 'consent.given');
      return 'given';
    });
  }

  /** Only the first one is set by link: who could set another would not have to know this one. False then. */
  setPassphrase(entry: ReplyEntry, plain: string): Promise<boolean> {
    const { clientId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const client = await lockClient(tx, clientId);
      if (client.passphraseHash || client.stoppedAt || !client.emailConsentGivenOn) return false;
      if (await isFromBeforeStop(tx, entry)) return false;
      await this.passphrases.set(tx, clientId, plain);
      return true;
    });
  }

  private note(tx: Tx, clientId: string, action: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
  }
}

async function isFromBeforeStop(tx: Tx, { mailingId, clientId }: ReplyEntry): Promise<boolean> {
  const [row] = await tx.query<{ is_older: boolean }>(
    `select coalesce(c.stopped_at > m.send_at, false) as is_older
     from mailings m join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
     where m.clinic_id = $1 and m.id = $2 and m.client_id = $3 and m.kind = 'opt_in'`,
    [tx.actor.clinicId, mailingId, clientId],
  );
  return row?.is_older ?? true;
}
