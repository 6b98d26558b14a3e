import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { Stage } from './thread.types.js';

/** Where a person saw a thread stand, and what that rests on. Never changed; taken back within ten minutes at most. */
@Entity('thread_stages')
export class ThreadStage {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'thread_id', type: 'uuid' })
  threadId!: string;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ name: 'evidence_sealed', type: 'bytea' })
  evidenceSealed!: Buffer;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy!: string;

  @Column({ name: 'set_at', ...instantColumn() })
  setAt!: Temporal.Instant;

  @Column({ name: 'undone_at', ...instantColumn({ nullable: true }) })
  undoneAt!: Temporal.Instant | null;
}
