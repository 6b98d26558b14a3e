import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place of a clinic, with its time zone, quiet hours and opening hours. */
@Entity('locations')
export class Location {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'quiet_from', type: 'time' })
  quietFrom!: string;

  @Column({ name: 'quiet_to', type: 'time' })
  quietTo!: string;

  @Column({ name: 'open_from', type: 'time' })
  openFrom!: string;

  @Column({ name: 'open_to', type: 'time' })
  openTo!: string;

  @Column({ name: 'open_days', type: 'integer', array: true })
  openDays!: number[];

  @Column({ type: 'integer' })
  version!: number;
}
