import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** What the client said of a thread: on a call, written down by staff, or at a review, by themself. */
@Entity('thread_checks')
export class ThreadCheck {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'thread_id', type: 'uuid' })
  threadId!: string;

  /** Where it was thought to stand then. */
  @Column({ name: 'stage_id', type: 'uuid', nullable: true })
  stageId!: string | null;

  @Column({ type: 'text' })
  via!: 'call' | 'review';

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ name: 'reflection_id', type: 'uuid', nullable: true })
  reflectionId!: string | null;

  @Column({ name: 'body_sealed', type: 'bytea' })
  bodySealed!: Buffer;

  @Column({ name: 'given_at', ...instantColumn() })
  givenAt!: Temporal.Instant;
}
