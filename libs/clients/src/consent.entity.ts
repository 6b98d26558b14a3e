import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A client agreed to be written to, in one version of the wording. At most one stands. */
@Entity('consents')
export class Consent {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'text_version', type: 'integer' })
  textVersion!: number;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text' })
  how!: 'with-staff' | 'by-link';

  @Column({ name: 'given_at', ...instantColumn() })
  givenAt!: Temporal.Instant;

  /** Who wrote it down; null where the client agreed by link. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ name: 'withdrawn_at', ...instantColumn({ nullable: true }) })
  withdrawnAt!: Temporal.Instant | null;
}
