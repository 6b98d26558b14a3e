import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

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

  @Column({ type: 'text', nullable: true })
  ip!: string | null;

  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;
}
