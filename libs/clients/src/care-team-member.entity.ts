import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';
import type { Seat } from './client.types.js';

/** One practitioner of one client, in a seat. */
@Entity('care_team_members')
export class CareTeamMember {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @PrimaryColumn({ name: 'staff_member_id', type: 'uuid' })
  staffMemberId!: string;

  @Column({ type: 'text' })
  seat!: Seat;

  @Column({ name: 'joined_at', ...instantColumn() })
  joinedAt!: Temporal.Instant;
}
