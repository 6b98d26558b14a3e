import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { MailingKind, MailingStatus } from './mailing.types.js';

/** One e-mail of a prompt. */
@Entity('mailings')
export class Mailing {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  /** Null for a mail that belongs to no prompt, e.g. that a rest has begun. */
  @Column({ name: 'prompt_id', type: 'uuid', nullable: true })
  promptId!: string | null;

  @Column({ type: 'text' })
  kind!: MailingKind;

  @Column({ type: 'text' })
  status!: MailingStatus;

  @Column({ name: 'send_at', ...instantColumn() })
  sendAt!: Temporal.Instant;

  @Column({ name: 'send_until', ...instantColumn() })
  sendUntil!: Temporal.Instant;

  @Column({ name: 'dispatched_by', type: 'uuid', nullable: true })
  dispatchedBy!: string | null;

  @Column({ name: 'counts_for_day', type: 'boolean' })
  countsForDay!: boolean;

  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ type: 'uuid', nullable: true })
  fence!: string | null;

  @Column({ name: 'lease_until', ...instantColumn({ nullable: true }) })
  leaseUntil!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'last_code', type: 'text', nullable: true })
  lastCode!: string | null;

  /** Staff sent it once more after it became `unknown`; they may do so once. */
  @Column({ type: 'boolean' })
  retried!: boolean;

  @Column({ name: 'sent_on', type: 'date', nullable: true })
  sentOn!: string | null;

  @Column({ name: 'sent_at', ...instantColumn({ nullable: true }) })
  sentAt!: Temporal.Instant | null;
}
