import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { LinkEnded, NotFound } from '@app/platform/errors/errors.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { AccountsService, normalisedEmail } from '../accounts/accounts.service.js';
import { refuseWeakPassword } from '../accounts/chosen-password.js';
import { hashedPassword } from '../accounts/password.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { ClinicFounding, type NewClinic } from './clinic-founding.service.js';

/** Who starts a clinic with it. */
export interface Founder {
  name: string;
  password: string;
}

/** Seconds within which an address gets one mail, however often it is asked for. */
const ONE_MAIL_WITHIN = 120;

/** Starting a clinic oneself: the address is proved by a link first. A setting closes all of it. */
@Injectable()
export class ClinicStartsService {
  constructor(
    private readonly config: Config,
    private readonly accounts: AccountsService,
    private readonly tokens: AccountTokens,
    private readonly mails: AccountMailsService,
    private readonly throttle: SignInThrottle,
    private readonly founding: ClinicFounding,
  ) {}

  /** @throws NotFound when nobody may start a clinic @throws TooManyTries */
  async request(email: string, ip: string): Promise<void> {
    this.refuseWhenClosed();
    const attempt = { kind: 'link' as const, subject: `start ${normalisedEmail(email)}`, ip };
    await this.throttle.count({ ...attempt, familiar: true });
    const account = await this.accounts.findByEmail(email);
    const subjectId = await this.tokens.subjectOf(email);
    // Issued for a known address too, where no mail ever holds it: both cost the same.
    const token = { purpose: 'start' as const, subjectId, email };
    const tokenId = await this.tokens.issueUnlessRecent(token, ONE_MAIL_WITHIN);
    if (!tokenId) return;
    if (account) await this.mails.add({ kind: 'start-known', to: { accountId: account.id }, tokenId });
    else await this.mailUnknown(email, tokenId);
  }

  /** The address that the link proves; changes nothing. @throws LinkEnded */
  async open(token: string): Promise<{ email: string }> {
    this.refuseWhenClosed();
    const { email } = await this.tokens.open('start', token);
    if (email === null || (await this.accounts.findByEmail(email))) throw new LinkEnded();
    return { email };
  }

  /** Makes account and clinic; the founder signs in afterwards like everybody. @throws LinkEnded @throws Unprocessable */
  async accept(token: string, { name, password }: Founder, clinic: NewClinic): Promise<void> {
    const { email } = await this.open(token);
    refuseWeakPassword(password, [email, name, clinic.clinicName, clinic.shortName]);
    const passwordHash = await hashedPassword(password);
    await this.founding.found(clinic, name, async (tx) => {
      await this.tokens.spend('start', token, tx);
      return { accountId: await this.accounts.createIn(tx, { email, passwordHash }) };
    });
  }

  private async mailUnknown(email: string, tokenId: string): Promise<void> {
    // The look-up of an address that a mail to an account makes.
    await this.accounts.find(tokenId);
    await this.mails.add({ kind: 'start', to: { email }, tokenId });
  }

  private refuseWhenClosed(): void {
    if (this.config.CLINIC_SIGN_UP === 'closed') throw new NotFound('route');
  }
}
