import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/platform/actor.js';
import { instantColumn } from '@app/platform/database/instant.js';

/** A person in one clinic, with roles. */
@Entity('staff_members')
export class StaffMember {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  @Column({ name: 'name_sealed', type: 'bytea' })
  nameSealed!: Buffer;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ type: 'text' })
  status!: 'active' | 'suspended';

  /** A mail of counts on the morning of an open day. */
  @Column({ name: 'wants_digest', type: 'boolean' })
  wantsDigest!: boolean;

  /** Local date of the last one, `YYYY-MM-DD`. */
  @Column({ name: 'digest_on', type: 'date', nullable: true })
  digestOn!: string | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
