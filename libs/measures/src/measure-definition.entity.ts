import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { OwnMeasure } from './measure-file.types.js';

/** One version of a measure of the clinic's own. Never changed; ours stand in the code. */
@Entity('measure_definitions')
export class OwnMeasureDefinition {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'text' })
  code!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  definition!: OwnMeasure;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ name: 'archived_at', ...instantColumn({ nullable: true }) })
  archivedAt!: Temporal.Instant | null;
}
