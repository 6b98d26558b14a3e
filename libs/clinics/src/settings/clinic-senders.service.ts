import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { isTelling } from '@app/design/emails/neutral-sender.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { normalisedEmail } from '../accounts/accounts.service.js';
import { ClinicsService } from '../clinics.service.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { ClinicSender } from './clinic-sender.entity.js';
import { openReplyTo, sealReplyTo } from './reply-to.js';
import type { SenderView } from './sender.view.js';

/** The whole of it. `version` is the one the caller read, 0 where nothing is saved yet. */
export interface WrittenSender {
  version: number;
  fromName: string;
  replyTo: string;
}

/** Who a clinic's e-mails come from, and where answers to them go. */
@Injectable()
export class ClinicSendersService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly config: Config,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly tokens: AccountTokens,
  ) {}

  read(actor: StaffActor): Promise<SenderView> {
    return this.db.inClinic(actor, (tx) => this.view(tx));
  }

  /** Another address has to be verified anew. @throws Conflict (stale version), Unprocessable for a telling name */
  async put(actor: StaffActor, { version, fromName, replyTo }: WrittenSender): Promise<SenderView> {
    if (isTelling(fromName)) {
      throw new Unprocessable('invalid', [{ field: 'fromName', code: 'tellingName', params: {} }]);
    }
    return this.db.inClinic(actor, async (tx) => {
      const before = await senderIn(tx);
      const key = await this.keyring.clinic(tx);
      const isSame =
        before !== null &&
        normalisedEmail(openReplyTo(key, actor.clinicId, before.replyToSealed)) === normalisedEmail(replyTo);
      const row = {
        clinicId: actor.clinicId,
        fromName: fromName.trim(),
        replyToSealed: sealReplyTo(key, actor.clinicId, replyTo),
        verifiedAt: isSame ? before.verifiedAt : null,
        version: version + 1,
      };
      await write(tx, row);
      // What was sent to the old address proves nothing about the new one.
      if (!isSame) await this.tokens.endAll('sender', actor.clinicId, tx);
      await this.audit.record(tx, {
        action: 'sender.changed',
        subjectType: 'clinic',
        subjectIds: [actor.clinicId],
        clientIds: [],
      });
      return this.view(tx);
    });
  }

  /** What a client's e-mail says of its sender: without a verified address there is nowhere to answer. */
  async ofMail(tx: Tx): Promise<{ fromName: string; replyTo: string | null } | null> {
    const row = await senderIn(tx);
    if (!row) return null;
    const { fromName, verifiedAt, replyToSealed } = row;
    const replyTo = verifiedAt && openReplyTo(await this.keyring.clinic(tx), row.clinicId, replyToSealed);
    return { fromName, replyTo };
  }

  private async view(tx: Tx): Promise<SenderView> {
    const row = await senderIn(tx);
    const address = this.config.MAIL_FROM;
    if (!row) {
      const { shortName } = await this.clinics.clinic(tx);
      return { version: 0, fromName: shortName, replyTo: '', verifiedAt: null, address };
    }
    return {
      version: row.version,
      fromName: row.fromName,
      replyTo: openReplyTo(await this.keyring.clinic(tx), row.clinicId, row.replyToSealed),
      verifiedAt: row.verifiedAt?.toString() ?? null,
      address,
    };
  }
}

/** The clinic's own, or null while nothing is saved. */
export function senderIn(tx: Tx): Promise<ClinicSender | null> {
  return tx.manager.findOneBy(ClinicSender, { clinicId: tx.actor.clinicId });
}

async function write(tx: Tx, row: ClinicSender): Promise<void> {
  const { clinicId, version } = row;
  if (version === 1) {
    const insert = tx.manager.createQueryBuilder().insert().into(ClinicSender).values(row);
    const written: { raw: unknown } = await insert.orIgnore().returning('version').execute();
    if (!Array.isArray(written.raw) || written.raw.length === 0) throw staleVersion();
    return;
  }
  const { affected } = await tx.manager.update(ClinicSender, { clinicId, version: version - 1 }, row);
  if (affected !== 1) throw staleVersion();
}
