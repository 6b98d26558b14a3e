import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { FactorKind } from '../factors/factor.types.js';

/** An authenticated browser of an account, in the clinic it is for. Only the token's hash is kept. */
@Entity('sign_ins')
export class SignIn {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @Column({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ name: 'last_seen_at', ...instantColumn() })
  lastSeenAt!: Temporal.Instant;

  @Column({ name: 'expires_at', ...instantColumn() })
  expiresAt!: Temporal.Instant;

  @Column({ name: 'revoked_at', ...instantColumn({ nullable: true }) })
  revokedAt!: Temporal.Instant | null;

  /** Null: the password alone was right, and nobody's data is in reach. */
  @Column({ name: 'second_factor_at', ...instantColumn({ nullable: true }) })
  secondFactorAt!: Temporal.Instant | null;

  @Column({ name: 'second_factor', type: 'text', nullable: true })
  secondFactor!: FactorKind | null;

  @Column({ name: 'stepped_up_at', ...instantColumn({ nullable: true }) })
  steppedUpAt!: Temporal.Instant | null;

  /** What a passkey has to sign; asked once. */
  @Column({ type: 'bytea', nullable: true })
  challenge!: Buffer | null;

  @Column({ name: 'challenge_at', ...instantColumn({ nullable: true }) })
  challengeAt!: Temporal.Instant | null;

  @Column({ type: 'text', nullable: true })
  ip!: string | null;

  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;
}
