import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A prompt template of the clinic's own; its versions stand beside it. Our starters stand in the code. */
@Entity('prompt_templates')
export class PromptTemplate {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** The starter it began as, or null. */
  @Column({ name: 'started_from', type: 'text', nullable: true })
  startedFrom!: string | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ name: 'archived_at', ...instantColumn({ nullable: true }) })
  archivedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
