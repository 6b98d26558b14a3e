import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** An integration call or visit with a practitioner. */
@Entity('appointments')
export class Appointment {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'practitioner_id', type: 'uuid' })
  practitionerId!: string;

  @Column({ name: 'starts_at', ...instantColumn() })
  startsAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ type: 'text' })
  status!: 'booked' | 'cancelled';

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
