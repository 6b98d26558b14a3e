import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepPriority } from '@app/plans/plan-step.types.js';
import { instantColumn } from '@app/platform/database/instant.js';
import type { PromptStatus, Reason } from './prompt-schedule.types.js';

/** One step falling due once for one client. */
@Entity('prompts')
export class Prompt {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'step_id', type: 'uuid' })
  stepId!: string;

  @Column({ name: 'anchor_id', type: 'uuid' })
  anchorId!: string;

  @Column({ type: 'integer' })
  occurrence!: number;

  @Column({ name: 'template_code', type: 'text' })
  templateCode!: string;

  @Column({ name: 'template_version', type: 'integer' })
  templateVersion!: number;

  @Column({ type: 'text' })
  status!: PromptStatus;

  @Column({ type: 'boolean' })
  held!: boolean;

  @Column({ type: 'text' })
  priority!: StepPriority;

  @Column({ name: 'needs_session_id', type: 'uuid', nullable: true })
  needsSessionId!: string | null;

  @Column({ name: 'nominal_at', ...instantColumn() })
  nominalAt!: Temporal.Instant;

  @Column({ name: 'send_at', ...instantColumn() })
  sendAt!: Temporal.Instant;

  @Column({ name: 'send_until', ...instantColumn() })
  sendUntil!: Temporal.Instant;

  @Column({ name: 'limit_at', ...instantColumn() })
  limitAt!: Temporal.Instant;

  @Column({ name: 'local_time', type: 'text' })
  localTime!: string;

  @Column({ type: 'jsonb' })
  reasons!: Reason[];

  @Column({ name: 'moved_to', ...instantColumn({ nullable: true }) })
  movedTo!: Temporal.Instant | null;

  /** Days it stays open after it was sent, 1 to 28. */
  @Column({ name: 'open_days', type: 'integer' })
  openDays!: number;

  /** Only tells something: nothing is asked. */
  @Column({ type: 'boolean' })
  informs!: boolean;

  @Column({ name: 'sent_at', ...instantColumn({ nullable: true }) })
  sentAt!: Temporal.Instant | null;

  @Column({ name: 'closes_at', ...instantColumn({ nullable: true }) })
  closesAt!: Temporal.Instant | null;

  @Column({ name: 'closed_at', ...instantColumn({ nullable: true }) })
  closedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
