import { Injectable } from '@nestjs/common';
import { ClinicSendersService } from '@app/clinics/settings/clinic-senders.service.js';
import { Config } from '@app/platform/config/config.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { bounceAddress } from '@app/platform/mail/dsn/bounce-address.js';
import { domainOf, type OutgoingMail } from '@app/platform/mail/outgoing-mail.js';

/** Who a client's e-mail comes from, where an answer goes, and where it comes back to. */
@Injectable()
export class DeliveryEnvelope {
  constructor(
    private readonly config: Config,
    private readonly keyring: Keyring,
    private readonly senders: ClinicSendersService,
  ) {}

  /** `fromName` stands until the clinic has said how it is named. */
  async of(
    tx: Tx,
    mailingId: string,
    fromName: string,
  ): Promise<Pick<OutgoingMail, 'from' | 'replyTo' | 'envelopeFrom'>> {
    const sender = await this.senders.ofMail(tx);
    const key = await this.keyring.service('bounce-address', tx);
    return {
      from: { name: sender?.fromName ?? fromName, address: this.config.MAIL_FROM },
      ...(sender?.replyTo && { replyTo: sender.replyTo }),
      envelopeFrom: bounceAddress(
        key,
        mailingId,
        domainOf(this.config.MAIL_BOUNCES ?? this.config.MAIL_FROM),
      ),
    };
  }
}
