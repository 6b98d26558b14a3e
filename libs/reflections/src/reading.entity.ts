import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A practitioner has read a reflection; undone by removing the row. */
@Entity('readings')
export class Reading {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'reflection_id', type: 'uuid' })
  reflectionId!: string;

  @PrimaryColumn({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'read_at', ...instantColumn() })
  readAt!: Temporal.Instant;
}
