import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A person's sign-in. Belongs to no clinic. */
@Entity('accounts')
export class Account {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'email_hash', type: 'bytea' })
  emailHash!: Buffer;

  @Column({ name: 'email_sealed', type: 'bytea' })
  emailSealed!: Buffer;

  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text' })
  status!: 'active' | 'disabled';

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
