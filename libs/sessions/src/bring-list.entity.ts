import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** What a practitioner means to bring to one call: one sealed document, its author's alone. */
@Entity('bring_lists')
export class BringList {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'appointment_id', type: 'uuid' })
  appointmentId!: string;

  @PrimaryColumn({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'body_sealed', type: 'bytea' })
  bodySealed!: Buffer;

  @Column({ name: 'updated_at', ...instantColumn() })
  updatedAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
