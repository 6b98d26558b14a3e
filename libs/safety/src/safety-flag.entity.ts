import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

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
  kind!: 'call-me';

  @Column({ type: 'text' })
  colour!: 'red' | 'amber';

  @Column({ name: 'prompt_id', type: 'uuid', nullable: true })
  promptId!: string | null;

  @Column({ name: 'raised_at', ...instantColumn() })
  raisedAt!: Temporal.Instant;

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

  @Column({ name: 'disposition_sealed', type: 'bytea', nullable: true })
  dispositionSealed!: Buffer | null;

  @Column({ type: 'integer' })
  version!: number;
}
