import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RosterKind } from './settings.types.js';

/** Who answers safety flags of one kind, where, and when. */
@Entity('rosters')
export class Roster {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: RosterKind;

  @Column({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  @Column({ name: 'responder_id', type: 'uuid' })
  responderId!: string;

  @Column({ name: 'backup_id', type: 'uuid', nullable: true })
  backupId!: string | null;

  @Column({ name: 'outside_backup_sealed', type: 'bytea', nullable: true })
  outsideBackupSealed!: Buffer | null;

  @Column({ name: 'lead_id', type: 'uuid' })
  leadId!: string;

  @Column({ name: 'open_from', type: 'time' })
  openFrom!: string;

  @Column({ name: 'open_to', type: 'time' })
  openTo!: string;

  @Column({ name: 'open_days', type: 'integer', array: true })
  openDays!: number[];

  /** Calendar dates on which nobody answers. */
  @Column({
    type: 'date',
    array: true,
    transformer: {
      // TypeORM reads a date as text; the driver's list of them it leaves as local midnights.
      from: (dates: Date[]) => dates.map(localDateOf),
      to: (dates: string[]) => dates,
    },
  })
  holidays!: string[];

  @Column({ type: 'integer' })
  version!: number;
}

function localDateOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
