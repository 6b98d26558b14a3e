import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Binding, seal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { domainOf, messageIdFor } from '@app/platform/mail/outgoing-mail.js';
import { AccountsService } from '../accounts/accounts.service.js';
import type { AccountMailSubject, NewAccountMail } from './account-mail.types.js';

/** Writes down that a mail to a person of the staff is due; the worker finds and sends it. */
@Injectable()
export class AccountMailsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly accounts: AccountsService,
    private readonly config: Config,
  ) {}

  /** In the caller's transaction where there is one: the mail is due if, and only if, what it tells happened. */
  async add(mail: NewAccountMail, tx?: Tx): Promise<void> {
    const email = 'email' in mail.to ? mail.to.email : await this.accounts.email(mail.to.accountId, tx);
    await this.insert(mail, email, tx);
  }

  /**
   * Leaves the same trace as `add` and reaches nobody: what is asked with an address that nobody has must cost
   * what it costs with one that somebody has.
   */
  async addToNobody(mail: AccountMailSubject): Promise<void> {
    // The look-up of an address that `add` makes.
    await this.accounts.find(NOBODY);
    await this.insert(mail, null);
  }

  private async insert(mail: AccountMailSubject, email: string | null, tx?: Tx): Promise<void> {
    const id = newId();
    const key = { version: 1, bytes: await this.keyring.service('account-email', tx) };
    const params = [
      id,
      mail.kind,
      mail.clinicId ?? null,
      mail.tokenId ?? null,
      seal(key, accountMailBinding(id), email ?? ''),
      messageIdFor(id, domainOf(this.config.MAIL_FROM)),
      email === null ? 'failed' : 'scheduled',
      email === null ? NOT_WANTED : null,
      mail.kind === 'digest' ? JSON.stringify(mail.figures) : null,
    ];
    if (tx) await tx.query(INSERT, params);
    else await this.db.acrossClinics(INSERT, params);
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `last_code` of a mail that was not sent because there was nobody, or nothing any more, to send it for. */
export const NOT_WANTED = 'not-wanted';

/** What the address of a mail is sealed to. */
export function accountMailBinding(mailId: string): Binding {
  return { clinicId: '', label: 'account-mail.to', rowId: mailId };
}

const INSERT = `
  insert into account_mails (id, kind, clinic_id, token_id, to_sealed, status, created_at, send_at, message_id,
    attempts, last_code, figures)
  values ($1, $2, $3, $4, $5, $7, app_now(), app_now(), $6, 0, $8, $9)`;
