import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** Who a clinic’s e-mails come from, and where answers to them go. */
@Entity('clinic_senders')
export class ClinicSender {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @Column({ name: 'from_name', type: 'text' })
  fromName!: string;

  @Column({ name: 'reply_to_sealed', type: 'bytea' })
  replyToSealed!: Buffer;

  /** When the link that was sent there was opened; null: not yet. */
  @Column({ name: 'verified_at', ...instantColumn({ nullable: true }) })
  verifiedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
