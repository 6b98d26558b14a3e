import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { PlanContent } from './plan-step.types.js';

/** One published version of a clinic's own plan template. Never changed. */
@Entity('plan_template_versions')
export class PlanTemplateVersion {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'template_id', type: 'uuid' })
  templateId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  content!: PlanContent;

  @Column({ name: 'published_at', ...instantColumn() })
  publishedAt!: Temporal.Instant;

  @Column({ name: 'published_by', type: 'uuid' })
  publishedBy!: string;
}
