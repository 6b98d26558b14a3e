import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A practitioner's private note. Apart from the record, and its author's alone (45 CFR 164.501). */
@Entity('process_notes')
export class ProcessNote {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  /** What it is about; null: the client as such. */
  @Column({ name: 'reflection_id', type: 'uuid', nullable: true })
  reflectionId!: string | null;

  @Column({ name: 'body_sealed', type: 'bytea' })
  bodySealed!: Buffer;

  @Column({ name: 'written_at', ...instantColumn() })
  writtenAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
