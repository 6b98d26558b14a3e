import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { KetamineRoute, KetamineSessionStatus, SessionSetting } from './session.types.js';

/** One dated dosing. */
@Entity('ketamine_sessions')
export class KetamineSession {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'series_id', type: 'uuid' })
  seriesId!: string;

  @Column({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  @Column({ type: 'text' })
  route!: KetamineRoute;

  @Column({ type: 'text' })
  setting!: SessionSetting;

  @Column({ type: 'text' })
  status!: KetamineSessionStatus;

  @Column({ name: 'held_at', ...instantColumn() })
  heldAt!: Temporal.Instant;

  @Column({ name: 'completed_at', ...instantColumn({ nullable: true }) })
  completedAt!: Temporal.Instant | null;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
