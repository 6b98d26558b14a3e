import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { ClientStatus, Pace, RestLength } from './client.types.js';

/** The person in care. Names and contact are sealed with the clinic key. */
@Entity('clients')
export class Client {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  @Column({ name: 'name_sealed', type: 'bytea', nullable: true })
  nameSealed!: Buffer | null;

  @Column({ name: 'email_sealed', type: 'bytea', nullable: true })
  emailSealed!: Buffer | null;

  @Column({ name: 'email_hash', type: 'bytea', nullable: true })
  emailHash!: Buffer | null;

  /** Null while the address is the first one given. */
  @Column({ name: 'email_changed_at', ...instantColumn({ nullable: true }) })
  emailChangedAt!: Temporal.Instant | null;

  @Column({ name: 'phone_sealed', type: 'bytea', nullable: true })
  phoneSealed!: Buffer | null;

  @Column({ name: 'pronouns_sealed', type: 'bytea', nullable: true })
  pronounsSealed!: Buffer | null;

  /** Whom else to call, and what was agreed about it: one document. */
  @Column({ name: 'emergency_contact_sealed', type: 'bytea', nullable: true })
  emergencyContactSealed!: Buffer | null;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text' })
  status!: ClientStatus;

  @Column({ type: 'text' })
  pace!: Pace;

  @Column({ name: 'quiet_from', type: 'time', nullable: true })
  quietFrom!: string | null;

  @Column({ name: 'quiet_to', type: 'time', nullable: true })
  quietTo!: string | null;

  @Column({ name: 'email_consent_given_on', type: 'date', nullable: true })
  emailConsentGivenOn!: string | null;

  @Column({ name: 'email_consent_how', type: 'text', nullable: true })
  emailConsentHow!: string | null;

  @Column({ name: 'rest_from', ...instantColumn({ nullable: true }) })
  restFrom!: Temporal.Instant | null;

  @Column({ name: 'rest_until', ...instantColumn({ nullable: true }) })
  restUntil!: Temporal.Instant | null;

  /** Whose wish the rest is; null without one. */
  @Column({ name: 'rest_by', type: 'text', nullable: true })
  restBy!: 'client' | 'clinic' | null;

  @Column({ name: 'rest_length', type: 'text', nullable: true })
  restLength!: RestLength | null;

  @Column({ name: 'stopped_at', ...instantColumn({ nullable: true }) })
  stoppedAt!: Temporal.Instant | null;

  @Column({ name: 'suppressed_at', ...instantColumn({ nullable: true }) })
  suppressedAt!: Temporal.Instant | null;

  @Column({ name: 'suppressed_why', type: 'text', nullable: true })
  suppressedWhy!: string | null;

  /** Failures in a row that a mail server called passing. */
  @Column({ name: 'soft_bounces', type: 'integer' })
  softBounces!: number;

  /** What the client said at opt-in about who opens the mailbox; null: not asked yet. */
  @Column({ name: 'mailbox_shared', type: 'boolean', nullable: true })
  mailboxShared!: boolean | null;

  /** argon2id; null: none is asked for. */
  @Column({ name: 'passphrase_hash', type: 'text', nullable: true })
  passphraseHash!: string | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
