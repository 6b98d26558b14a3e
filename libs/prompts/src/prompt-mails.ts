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
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import type { Claim } from './mailing-claim.queries.js';
import { ReplyLinks } from './reply-links.js';

/** A fresh link works this long. */
export const FRESH_LINK_MINUTES = 15;

/** Composes the e-mail of a claimed mailing. Holds no question and no word of the client. */
@Injectable()
export class PromptMails {
  constructor(
    private readonly config: Config,
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
    private readonly links: ReplyLinks,
  ) {}

  async mailFor(tx: Tx, claim: Claim): Promise<OutgoingMail> {
    const clinicKey = await this.keyring.clinic(tx);
    const open = (label: string, sealed: Buffer) =>
      unseal(clinicKey, { clinicId: tx.actor.clinicId, label, rowId: claim.clientId }, sealed);
    const name = claim.nameSealed ? open('client.name', claim.nameSealed) : null;
    const stopUrl = await this.stopUrl(tx, claim);
    const mail = await this.content(tx, claim, name ? name.split(' ')[0]! : null, stopUrl);
    return {
      from: { name: mail.fromName, address: this.config.MAIL_FROM },
      to: open('client.email', claim.emailSealed),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: claim.messageId,
      headers: { 'Auto-Submitted': 'auto-generated', ...listUnsubscribe(stopUrl) },
    };
  }

  private async content(tx: Tx, claim: Claim, firstName: string | null, stopUrl: string): Promise<Mail> {
    const clinic = await clinicToClients(tx);
    if (!clinic) throw new NotFound('clinic');
    const { crisis, emergency, other } = clinic.help;
    const common = {
      locale: claim.language,
      reader: await this.readerOf(tx, claim.clientId),
      clinicName: clinic.shortName,
      firstName,
      help: {
        crisisLabel: crisis?.label ?? null,
        crisisNumber: crisis?.number ?? null,
        clinicPhone: clinic.phone,
        emergencyNumber: emergency?.number ?? null,
        otherContact: other,
      },
    };
    if (claim.kind === 'fresh_link') {
      const token = await this.links.register(tx, claim.mailingId, 'fresh', FRESH_LINK_MINUTES);
      return freshLinkEmail({ ...common, url: this.url(`/r/${token}`), minutes: FRESH_LINK_MINUTES });
    }
    const token = await this.links.register(tx, claim.mailingId, 'reply');
    const isNote = promptTemplate(claim.templateCode, claim.templateVersion).question === null;
    return promptEmail({
      ...common,
      kind: isNote ? 'note' : claim.kind,
      url: this.url(`/r/${token}`),
      stopUrl,
      openUntil: this.dayOf(claim),
    });
  }

  private dayOf(claim: Claim): string {
    const on = toInstant(claim.closesAt).toZonedDateTimeISO(claim.clientTimeZone).toPlainDate();
    return dateWords(on.toString(), claim.language);
  }

  /**
   * First name of the practitioner who reads: of those in the seat that reads words and not away, the first to have
   * joined. When all of them are away, whoever reads in their place, as the reply page says.
   */
  private async readerOf(tx: Tx, clientId: string): Promise<string | null> {
    const [row] = await tx.query<{ reader_id: string }>(READER, [tx.actor.clinicId, clientId]);
    if (!row) return null;
    const names = await this.clinics.staffNames(tx);
    return names.get(row.reader_id)?.split(' ')[0] ?? null;
  }

  private async stopUrl(tx: Tx, claim: Claim): Promise<string> {
    return this.url(`/r/stop/${await this.links.register(tx, claim.mailingId, 'unsubscribe')}`);
  }

  private url(path: string): string {
    return new URL(path, this.config.BASE_URL).href;
  }
}

const READER = `
  select coalesce(cover.id, t.staff_member_id) as reader_id
  from care_team_members t
  join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id and s.status = 'active'
  left join (absences a join staff_members cover on cover.clinic_id = a.clinic_id and cover.id = a.cover_id
      and cover.status = 'active' and 'practitioner' = any (cover.roles))
    on a.clinic_id = t.clinic_id and a.staff_member_id = t.staff_member_id and a.ended_at is null
      and a.starts_at <= app_now() and app_now() < a.ends_at
  where t.clinic_id = $1 and t.client_id = $2 and t.seat = 'words'
  order by cover.id is not null, a.starts_at, t.joined_at, t.staff_member_id limit 1`;
