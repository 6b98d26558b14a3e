import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A strand that keeps coming back. Named or not, by a practitioner or by the client. */
@Entity('threads')
export class Thread {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'body_sealed', type: 'bytea' })
  bodySealed!: Buffer;

  /** Null: by the client. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'origin_reflection_id', type: 'uuid', nullable: true })
  originReflectionId!: string | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  /** Since when its name may be asked about on the client's pages. */
  @Column({ name: 'shared_at', ...instantColumn({ nullable: true }) })
  sharedAt!: Temporal.Instant | null;

  @Column({ name: 'archived_at', ...instantColumn({ nullable: true }) })
  archivedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
