import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { clinicToClients } from '@app/clinics/settings/clinic-help.js';
import { freshLinkEmail } from '@app/design/emails/fresh-link-email.js';
import { promptEmail } from '@app/design/emails/prompt-email.js';
import type { Mail } from '@app/design/emails/email-frame.js';
import { dateWords } from '@app/design/words/when.js';
import { Config } from '@app/platform/config/config.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { listUnsubscribe, type OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { ClientMails } from './client-mails.js';
import { DeliveryEnvelope } from './delivery-envelope.js';
import { FRESH_LINK_MINUTES } from './link-lifetimes.js';
import type { Claim, PromptClaim } from './mailing-claim.queries.js';
import { readerIdOf } from './reader.queries.js';
import { ReplyLinks } from './reply-links.js';

export { FRESH_LINK_MINUTES };

/** Composes the e-mail of a claimed mailing. Holds no question and no word of the client. */
@Injectable()
export class PromptMails {
  constructor(
    private readonly config: Config,
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
    private readonly links: ReplyLinks,
    private readonly notices: ClientMails,
    private readonly envelopes: DeliveryEnvelope,
  ) {}

  async mailFor(tx: Tx, claim: Claim): Promise<OutgoingMail> {
    const clinicKey = await this.keyring.clinic(tx);
    const open = (label: string, sealed: Buffer) =>
      unseal(clinicKey, { clinicId: tx.actor.clinicId, label, rowId: claim.clientId }, sealed);
    const name = claim.nameSealed ? open('client.name', claim.nameSealed) : null;
    const stopUrl = await this.stopUrl(tx, claim);
    const mail = await this.content(tx, claim, name ? name.split(' ')[0]! : null);
    return {
      ...(await this.envelopes.of(tx, claim.mailingId, mail.fromName)),
      to: open('client.email', claim.emailSealed),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: claim.messageId,
      headers: { 'Auto-Submitted': 'auto-generated', ...listUnsubscribe(stopUrl) },
    };
  }

  private async content(tx: Tx, claim: Claim, firstName: string | null): Promise<Mail> {
    const clinic = await clinicToClients(tx);
    if (!clinic) throw new NotFound('clinic');
    const { crisis, emergency, other } = clinic.help;
    const common = {
      locale: claim.language,
      reader: await this.readerOf(tx, claim.clientId),
      clinicName: clinic.shortName,
      firstName: clinic.greetsByName ? firstName : null,
      help: {
        crisisLabel: crisis?.label ?? null,
        crisisNumber: crisis?.number ?? null,
        clinicPhone: clinic.phone,
        emergencyNumber: emergency?.number ?? null,
        otherContact: other,
      },
    };
    if (claim.promptId === null) return this.notices.content(tx, claim, common);
    if (claim.kind === 'fresh_link') {
      const token = await this.links.register(tx, claim.mailingId, 'fresh', FRESH_LINK_MINUTES);
      return freshLinkEmail({ ...common, url: this.url(`/r/${token}`), minutes: FRESH_LINK_MINUTES });
    }
    const token = await this.links.register(tx, claim.mailingId, 'reply');
    return promptEmail({
      ...common,
      kind: claim.informs ? 'note' : claim.kind,
      url: this.url(`/r/${token}`),
      paceUrl: this.url(`/r/${token}/pace`),
      openUntil: this.dayOf(claim),
    });
  }

  private dayOf(claim: PromptClaim): string {
    const on = toInstant(claim.closesAt).toZonedDateTimeISO(claim.clientTimeZone).toPlainDate();
    return dateWords(on.toString(), claim.language);
  }

  /** First name of the practitioner who reads. */
  private async readerOf(tx: Tx, clientId: string): Promise<string | null> {
    const readerId = await readerIdOf(tx, clientId);
    const names = readerId ? await this.clinics.staffNames(tx) : null;
    return names?.get(readerId!)?.split(' ')[0] ?? null;
  }

  private async stopUrl(tx: Tx, claim: Claim): Promise<string> {
    return this.url(`/r/stop/${await this.links.register(tx, claim.mailingId, 'unsubscribe')}`);
  }

  private url(path: string): string {
    return new URL(path, this.config.BASE_URL).href;
  }
}
