import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** What a client will be asked. One live plan a client. */
@Entity('integration_plans')
export class IntegrationPlan {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'template_code', type: 'text' })
  templateCode!: string;

  @Column({ name: 'template_version', type: 'integer' })
  templateVersion!: number;

  @Column({ type: 'text' })
  status!: 'live' | 'ended';

  @Column({ name: 'live_from', ...instantColumn() })
  liveFrom!: Temporal.Instant;

  @Column({ name: 'ended_at', ...instantColumn({ nullable: true }) })
  endedAt!: Temporal.Instant | null;

  /** When its steps were last edited; null while they are the template’s. */
  @Column({ name: 'changed_at', ...instantColumn({ nullable: true }) })
  changedAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
