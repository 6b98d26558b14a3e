import { Injectable } from '@nestjs/common';
import { accountChangeEmail } from '@app/design/emails/account-change-email.js';
import {
  inviteEmail,
  resetEmail,
  senderCheckEmail,
  startEmail,
  startKnownEmail,
} from '@app/design/emails/account-link-emails.js';
import { digestEmail } from '@app/design/emails/digest-email.js';
import { staffNoticeEmail } from '@app/design/emails/staff-notice-email.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import { ClinicsService } from '../clinics.service.js';
import { accountLink } from '../tokens/account-token.rules.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import type { AccountMailClaim } from './account-mail-claim.queries.js';
import type { Letter } from './letter.types.js';
import { SampleLetters } from './sample-letters.service.js';

/** Nobody's language is known before they sign in. */
const LOCALE = 'en-US';

/** Writes each mail to people who work in a clinic. The same claim gives the same letter. @throws UnsendableMail */
@Injectable()
export class AccountMailLetters {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clinics: ClinicsService,
    private readonly tokens: AccountTokens,
    private readonly samples: SampleLetters,
  ) {}

  async letter(claim: AccountMailClaim): Promise<Letter> {
    const { kind } = claim;
    switch (kind) {
      case 'invite':
        return inviteEmail({ ...(await this.link(claim)), ...(await this.clinic(claim)) });
      case 'sender-check':
        return senderCheckEmail({ ...(await this.link(claim)), ...(await this.clinic(claim)) });
      case 'test-mail':
        return this.samples.prompt(claim.clinicId, LOCALE);
      case 'reset':
        return resetEmail(await this.link(claim));
      case 'start':
        return startEmail(await this.link(claim));
      case 'start-known':
        return startKnownEmail({ locale: LOCALE, url: this.page('/sign-in') });
      case 'password-changed':
      case 'factor-added':
      case 'factor-removed':
      case 'factors-reset':
      case 'recovery-code-used':
        return accountChangeEmail({ kind, locale: LOCALE, url: this.page('/me') });
      case 'digest': {
        if (!claim.figures) throw new UnsendableMail('figures');
        const { clinicName } = await this.clinic(claim);
        return digestEmail({ locale: LOCALE, clinicName, figures: claim.figures, url: this.page('/today') });
      }
      case 'roles-changed':
      case 'admin-changed-own-roles':
      case 'suspended':
      case 'restored':
      case 'break-glass':
      case 'care-team-changed':
      case 'cover':
      case 'away-planned':
      case 'factors-reset-asked': {
        const { clinicName } = await this.clinic(claim);
        return staffNoticeEmail({ kind, locale: LOCALE, clinicName, url: this.page('/') });
      }
    }
  }

  private async link({ token }: AccountMailClaim) {
    if (!token) throw new UnsendableMail('token');
    const { id, purpose, expiresAt } = token;
    const url = accountLink(this.config.BASE_URL, purpose, await this.tokens.tokenFor(id, purpose));
    return { locale: LOCALE, url, expiresAt, timeZone: 'UTC' };
  }

  private async clinic({ clinicId }: AccountMailClaim) {
    if (!clinicId) throw new UnsendableMail('clinic');
    return this.db.inClinic({ kind: 'system', clinicId, job: 'send-account-mail' }, async (tx) => {
      const { name } = await this.clinics.clinic(tx);
      const [location] = await this.clinics.locations(tx);
      return { clinicName: name, timeZone: location?.timeZone ?? 'UTC' };
    });
  }

  private page(path: string): string {
    return new URL(path, this.config.BASE_URL).href;
  }
}
