import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Binding, seal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { NewAccountMail } from './account-mail.types.js';

/** Writes down that a mail to a person of the staff is due; the worker finds and sends it. */
@Injectable()
export class AccountMailsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly accounts: AccountsService,
  ) {}

  /** In the caller's transaction where there is one: the mail is due if, and only if, what it tells happened. */
  async add(mail: NewAccountMail, tx?: Tx): Promise<void> {
    const id = newId();
    const email = 'email' in mail.to ? mail.to.email : await this.accounts.email(mail.to.accountId);
    const key = { version: 1, bytes: await this.keyring.service('account-email') };
    const params = [
      id,
      mail.kind,
      mail.clinicId ?? null,
      mail.tokenId ?? null,
      seal(key, accountMailBinding(id), email),
      `<${id}@throughline>`,
    ];
    if (tx) await tx.query(INSERT, params);
    else await this.db.acrossClinics(INSERT, params);
  }
}

/** What the address of a mail is sealed to. */
export function accountMailBinding(mailId: string): Binding {
  return { clinicId: '', label: 'account-mail.to', rowId: mailId };
}

const INSERT = `
  insert into account_mails (id, kind, clinic_id, token_id, to_sealed, status, created_at, send_at, message_id, attempts)
  values ($1, $2, $3, $4, $5, 'scheduled', app_now(), app_now(), $6, 0)`;
