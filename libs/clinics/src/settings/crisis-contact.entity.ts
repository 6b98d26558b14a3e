import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CrisisContactKind } from './settings.types.js';

/** A number of the clinic's own choosing that its clients are shown. */
@Entity('crisis_contacts')
export class CrisisContact {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: CrisisContactKind;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'verified_on', type: 'date' })
  verifiedOn!: string;

  @Column({ type: 'integer' })
  version!: number;
}
