import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Groups ketamine sessions; one is open at a time. */
@Entity('series')
export class Series {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text' })
  status!: 'open' | 'closed';

  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ type: 'integer' })
  version!: number;
}
