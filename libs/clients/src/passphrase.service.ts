import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { hashedPassword, passwordFits } from '@app/clinics/accounts/password.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, Unprocessable } from '@app/platform/errors/errors.js';
import type { ClientView } from './client.view.js';
import { ClientsService } from './clients.service.js';
import { PASSPHRASE_LENGTH, passphraseTrouble, preparedPassphrase } from './passphrase.rules.js';

/** What stands before a client's pages where somebody else opens the mailbox. */
@Injectable()
export class PassphraseService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Sets it, in a transaction of the client's own. Every browser has to give it anew. @throws Invalid when it is too
   * short or too long
   */
  async set(tx: Tx, clientId: string, plain: string): Promise<void> {
    const trouble = passphraseTrouble(plain);
    if (trouble === 'too-short') throw new Invalid('passphrase', 'minLength', { min: PASSPHRASE_LENGTH.min });
    if (trouble === 'too-long') throw new Invalid('passphrase', 'maxLength', { max: PASSPHRASE_LENGTH.max });
    const params = [tx.actor.clinicId, clientId];
    await tx.query('update clients set passphrase_hash = $3 where clinic_id = $1 and id = $2', [
      ...params,
      await hashedPassword(preparedPassphrase(plain)),
    ]);
    await tx.query('delete from reply_unlocks where clinic_id = $1 and client_id = $2', params);
    await this.audit.record(tx, {
      action: 'client.passphrase-set',
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
  }

  /** Is this the passphrase? Takes as long without one. */
  fits(passphraseHash: string | null, plain: string): Promise<boolean> {
    return passwordFits(passphraseHash, preparedPassphrase(plain));
  }

  /**
   * The client has forgotten it and said so on a call: none is asked for until they set one, and then of every
   * browser anew. @throws NotFound, Unprocessable without the voice check
   */
  reset(
    actor: StaffActor,
    clientId: string,
    { voiceChecked }: { voiceChecked: boolean },
  ): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.clients.lock(tx, clientId);
      if (!voiceChecked) {
        throw new Unprocessable('invalid', [{ field: 'voiceChecked', code: 'required', params: {} }]);
      }
      await tx.query(
        `update clients set passphrase_hash = null, version = version + 1
         where clinic_id = $1 and id = $2 and passphrase_hash is not null`,
        [actor.clinicId, clientId],
      );
      await this.audit.record(tx, {
        action: 'client.passphrase-reset',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return this.clients.view(tx, clientId);
    });
  }
}
