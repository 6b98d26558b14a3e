import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** The tenant. */
@Entity('clinics')
export class Clinic {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'short_name', type: 'text' })
  shortName!: string;

  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ name: 'reading_days', type: 'integer', array: true })
  readingDays!: number[];

  /** When an admin said that everything a client needs is in place; null while it is being set up. */
  @Column({ name: 'set_up_at', ...instantColumn({ nullable: true }) })
  setUpAt!: Temporal.Instant | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
