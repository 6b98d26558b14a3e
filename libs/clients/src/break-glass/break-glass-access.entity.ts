import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A practitioner opened the record of a client they do not read for, with a reason and for a while. */
@Entity('break_glass_accesses')
export class BreakGlassAccess {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  /** Sealed with the clinic's key. */
  @Column({ name: 'reason_sealed', type: 'bytea' })
  reasonSealed!: Buffer;

  @Column({ name: 'opened_at', ...instantColumn() })
  openedAt!: Temporal.Instant;

  /** At most 60 minutes after the opening. */
  @Column({ name: 'ends_at', ...instantColumn() })
  endsAt!: Temporal.Instant;

  /** Ended before its time. */
  @Column({ name: 'ended_at', ...instantColumn({ nullable: true }) })
  endedAt!: Temporal.Instant | null;
}
