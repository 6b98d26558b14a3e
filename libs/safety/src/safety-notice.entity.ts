import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** One wordless e-mail to one staff member about a flag. */
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

  @Column({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

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
