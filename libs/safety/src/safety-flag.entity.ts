import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour, FlagKind } from './flag.types.js';

/** Needs a person now. */
@Entity('safety_flags')
export class SafetyFlag {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ type: 'text' })
  kind!: FlagKind;

  @Column({ type: 'text' })
  lane!: SafetyLane;

  @Column({ type: 'text' })
  colour!: FlagColour;

  /** See flag-evidence.ts; null where there is nothing but the asking. */
  @Column({ name: 'evidence_sealed', type: 'bytea', nullable: true })
  evidenceSealed!: Buffer | null;

  @Column({ name: 'reflection_id', type: 'uuid', nullable: true })
  reflectionId!: string | null;

  @Column({ name: 'prompt_id', type: 'uuid', nullable: true })
  promptId!: string | null;

  @Column({ name: 'raised_at', ...instantColumn() })
  raisedAt!: Temporal.Instant;

  /** Amber until then, unless the client answers before. */
  @Column({ name: 'settles_at', ...instantColumn({ nullable: true }) })
  settlesAt!: Temporal.Instant | null;

  /** When the next step of its timers is due; null: none is. */
  @Column({ name: 'escalate_at', ...instantColumn({ nullable: true }) })
  escalateAt!: Temporal.Instant | null;

  /** How often somebody else was told. */
  @Column({ type: 'integer' })
  escalations!: number;

  @Column({ name: 'acknowledged_at', ...instantColumn({ nullable: true }) })
  acknowledgedAt!: Temporal.Instant | null;

  @Column({ name: 'acknowledged_by', type: 'uuid', nullable: true })
  acknowledgedBy!: string | null;

  @Column({ name: 'call_by', ...instantColumn({ nullable: true }) })
  callBy!: Temporal.Instant | null;

  @Column({ name: 'closed_at', ...instantColumn({ nullable: true }) })
  closedAt!: Temporal.Instant | null;

  @Column({ name: 'closed_by', type: 'uuid', nullable: true })
  closedBy!: string | null;

  @Column({ name: 'done_by', type: 'uuid', nullable: true })
  doneBy!: string | null;

  @Column({ name: 'done_at', ...instantColumn({ nullable: true }) })
  doneAt!: Temporal.Instant | null;

  @Column({ name: 'disposition_sealed', type: 'bytea', nullable: true })
  dispositionSealed!: Buffer | null;

  @Column({ type: 'integer' })
  version!: number;
}
