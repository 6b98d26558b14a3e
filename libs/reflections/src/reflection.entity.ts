import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** What the client sent: one sealed document of words, taps and chips. */
@Entity('reflections')
export class Reflection {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'prompt_id', type: 'uuid', nullable: true })
  promptId!: string | null;

  @Column({ name: 'body_sealed', type: 'bytea' })
  bodySealed!: Buffer;

  @Column({ name: 'sent_at', ...instantColumn() })
  sentAt!: Temporal.Instant;

  /** Until when the page said it would be read; null: it said nothing. */
  @Column({ name: 'promised_by', ...instantColumn({ nullable: true }) })
  promisedBy!: Temporal.Instant | null;

  /** What the client answered to "Can this wait?". */
  @Column({ type: 'text' })
  wait!: 'can-wait' | 'next-working-day';

  @Column({ name: 'first_read_at', ...instantColumn({ nullable: true }) })
  firstReadAt!: Temporal.Instant | null;

  /** Taken back by the client: its body holds nothing any more. */
  @Column({ name: 'withdrawn_at', ...instantColumn({ nullable: true }) })
  withdrawnAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
