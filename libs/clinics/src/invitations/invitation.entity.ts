import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/platform/actor.js';
import { instantColumn } from '@app/platform/database/instant.js';

/** Somebody asked to join the staff of a clinic. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** By the clinic's key: two clinics that invite the same person cannot be matched. */
  @Column({ name: 'email_hash', type: 'bytea' })
  emailHash!: Buffer;

  @Column({ name: 'email_sealed', type: 'bytea' })
  emailSealed!: Buffer;

  @Column({ name: 'name_sealed', type: 'bytea' })
  nameSealed!: Buffer;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  /** A staff member. */
  @Column({ name: 'invited_by', type: 'uuid' })
  invitedBy!: string;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ name: 'expires_at', ...instantColumn() })
  expiresAt!: Temporal.Instant;

  @Column({ name: 'accepted_at', ...instantColumn({ nullable: true }) })
  acceptedAt!: Temporal.Instant | null;

  /** The staff member they became. */
  @Column({ name: 'accepted_by', type: 'uuid', nullable: true })
  acceptedBy!: string | null;

  @Column({ name: 'revoked_at', ...instantColumn({ nullable: true }) })
  revokedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
