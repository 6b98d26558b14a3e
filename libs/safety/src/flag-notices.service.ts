import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import type { Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import { messageIdFor } from '@app/platform/mail/outgoing-mail.js';
import type { FlagTraits } from './safety-events.js';
import type { FlagKind, NoticeChannel, NoticeReason } from './flag.types.js';
import { type People, receiversOf } from './receivers.rules.js';

export interface Telling {
  flag: FlagTraits & { clientId: string; kind: FlagKind };
  reason: NoticeReason;
  /** From 1. */
  round: number;
}

/** Lines up who is told, wordlessly: staff, a backup outside the clinic, the webhook. Each once. */
@Injectable()
export class FlagNotices {
  constructor(private readonly config: Config) {}

  /** In the caller's transaction: a flag is never there without its notices. Says how many are new. */
  async tell(tx: Tx, { flag, reason, round }: Telling, people: People): Promise<number> {
    const { staff, outside } = receiversOf({ reason, colour: flag.colour }, people);
    // A phrase may mean nothing: it tells one person and no machine.
    const hasWebhook = flag.kind !== 'phrase' && (await this.hasWebhook(tx));
    const receivers: [NoticeChannel, string | null][] = [
      ...staff.map((id): [NoticeChannel, string] => ['email', id]),
      ...(outside ? [['outside-email', null] as [NoticeChannel, null]] : []),
      ...(hasWebhook ? [['webhook', null] as [NoticeChannel, null]] : []),
    ];
    const { MAIL_FROM } = this.config;
    const domain = MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1);
    const rows = receivers.map(([channel, staffMemberId]) => {
      const id = newId();
      return { id, channel, staff_member_id: staffMemberId, message_id: messageIdFor(id, domain) };
    });
    const written = await tx.query<{ id: string }>(
      `insert into safety_notices (clinic_id, id, client_id, flag_id, staff_member_id, channel, reason, round, status,
         send_at, message_id, attempts)
       select $1, n.id, $2, $3, n.staff_member_id, n.channel, $4, $5, 'scheduled', app_now(), n.message_id, 0
       from jsonb_to_recordset($6::jsonb) as n (id uuid, channel text, staff_member_id uuid, message_id text)
       on conflict do nothing returning id`,
      [tx.actor.clinicId, flag.clientId, flag.id, reason, round, JSON.stringify(rows)],
    );
    return written.length;
  }

  private async hasWebhook(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ has: boolean }>('select app_has_safety_webhook() as has');
    return row?.has ?? false;
  }
}
