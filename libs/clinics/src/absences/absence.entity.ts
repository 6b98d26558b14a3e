import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A practitioner is away, and a colleague reads for their clients meanwhile. */
@Entity('absences')
export class Absence {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  @Column({ name: 'cover_id', type: 'uuid' })
  coverId!: string;

  /** First and last day away, `YYYY-MM-DD`. */
  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'until_on', type: 'date' })
  untilOn!: string;

  /** The same days as instants, midnight to midnight where the practitioner works; the end is not in it. */
  @Column({ name: 'starts_at', ...instantColumn() })
  startsAt!: Temporal.Instant;

  @Column({ name: 'ends_at', ...instantColumn() })
  endsAt!: Temporal.Instant;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  /** Ended before its time. */
  @Column({ name: 'ended_at', ...instantColumn({ nullable: true }) })
  endedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
