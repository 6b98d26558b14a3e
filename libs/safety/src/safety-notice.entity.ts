import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { NoticeChannel, NoticeReason } from './flag.types.js';

/** One wordless notice about a flag: to a staff member, to a backup outside the clinic, or to the webhook. */
@Entity('safety_notices')
export class SafetyNotice {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'flag_id', type: 'uuid' })
  flagId!: string;

  /** Of an e-mail to staff, and of nothing else. */
  @Column({ name: 'staff_member_id', type: 'uuid', nullable: true })
  staffMemberId!: string | null;

  @Column({ type: 'text' })
  channel!: NoticeChannel;

  @Column({ type: 'text' })
  reason!: NoticeReason;

  /** Which time somebody is told further of this flag; 1 for the first telling. */
  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  status!: 'scheduled' | 'sending' | 'sent' | 'unknown' | 'failed';

  @Column({ name: 'send_at', ...instantColumn() })
  sendAt!: Temporal.Instant;

  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ type: 'uuid', nullable: true })
  fence!: string | null;

  @Column({ name: 'lease_until', ...instantColumn({ nullable: true }) })
  leaseUntil!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'sent_at', ...instantColumn({ nullable: true }) })
  sentAt!: Temporal.Instant | null;
}
