import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { PlanStepSpec } from './plan-step.types.js';

/** One step of a live plan, pinned to a version of its prompt template. */
@Entity('plan_steps')
export class PlanStep {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ name: 'prompt_template_code', type: 'text' })
  promptTemplateCode!: string;

  @Column({ name: 'prompt_template_version', type: 'integer' })
  promptTemplateVersion!: number;

  @Column({ type: 'jsonb' })
  spec!: Omit<PlanStepSpec, 'stepId'>;

  /** Taken out of the live plan; what it sent goes on naming it. */
  @Column({ name: 'removed_at', ...instantColumn({ nullable: true }) })
  removedAt!: Temporal.Instant | null;
}
