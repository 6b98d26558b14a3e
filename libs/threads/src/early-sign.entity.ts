import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** A sign of the old pattern returning, agreed beforehand, in the client's words. */
@Entity('early_signs')
export class EarlySign {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'words_sealed', type: 'bytea' })
  wordsSealed!: Buffer;

  /** Where the client first wrote it; null: said on a call. */
  @Column({ name: 'reflection_id', type: 'uuid', nullable: true })
  reflectionId!: string | null;

  /** The client said yes to it as a sentence of its own: it stays when they take back where they wrote it. */
  @Column({ name: 'stands_alone', type: 'boolean' })
  standsAlone!: boolean;

  @Column({ name: 'agreed_by', type: 'uuid' })
  agreedBy!: string;

  @Column({ name: 'agreed_at', ...instantColumn() })
  agreedAt!: Temporal.Instant;

  @Column({ name: 'retired_at', ...instantColumn({ nullable: true }) })
  retiredAt!: Temporal.Instant | null;

  @Column({ type: 'integer' })
  version!: number;
}
