import { Injectable } from '@nestjs/common';
import { promptEmail } from '@app/design/emails/prompt-email.js';
import { dateWords } from '@app/design/words/when.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import { clinicToClients } from '../settings/clinic-help.js';
import { ClinicSendersService } from '../settings/clinic-senders.service.js';
import type { Letter } from './letter.types.js';

/** Days a prompt stays open unless its step says otherwise. */
const OPEN_DAYS = 14;

/** What a client of a clinic would get, about nobody. Its links lead to the page of links that have ended. */
@Injectable()
export class SampleLetters {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly senders: ClinicSendersService,
  ) {}

  /** @throws UnsendableMail without a clinic */
  async prompt(clinicId: string | null, locale: string): Promise<Letter> {
    if (!clinicId) throw new UnsendableMail('clinic');
    return this.db.inClinic({ kind: 'system', clinicId, job: 'send-account-mail' }, async (tx) => {
      const clinic = await clinicToClients(tx);
      if (!clinic) throw new UnsendableMail('clinic');
      const { crisis, emergency, other } = clinic.help;
      const closesOn = tx.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: OPEN_DAYS });
      const mail = promptEmail({
        kind: 'first',
        locale,
        reader: null,
        clinicName: clinic.shortName,
        firstName: null,
        url: new URL('/r/sample', this.config.BASE_URL).href,
        paceUrl: new URL('/r/sample/pace', this.config.BASE_URL).href,
        openUntil: dateWords(closesOn.toString(), locale),
        help: {
          crisisLabel: crisis?.label ?? null,
          crisisNumber: crisis?.number ?? null,
          clinicPhone: clinic.phone,
          emergencyNumber: emergency?.number ?? null,
          otherContact: other,
        },
      });
      const sender = await this.senders.ofMail(tx);
      return { ...mail, ...(sender && { fromName: sender.fromName, replyTo: sender.replyTo }) };
    });
  }
}
