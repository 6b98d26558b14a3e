import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** What one reader highlighted and tagged in one reflection: one sealed document. */
@Entity('reflection_marks')
export class ReflectionMark {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'reflection_id', type: 'uuid' })
  reflectionId!: string;

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
