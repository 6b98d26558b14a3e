import { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '@app/platform/database/instant.js';

/** The tenant. */
@Entity('clinics')
export class Clinic {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'short_name', type: 'text' })
  shortName!: string;

  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ name: 'reading_days', type: 'integer', array: true })
  readingDays!: number[];

  /** When an admin said that everything a client needs is in place; null while it is being set up. */
  @Column({ name: 'set_up_at', ...instantColumn({ nullable: true }) })
  setUpAt!: Temporal.Instant | null;

  /** The name in `/c/<slug>`, where a client leaves something unasked; null: no such page. */
  @Column({ type: 'text', nullable: true })
  slug!: string | null;

  /** Nothing is sent before the client has confirmed by e-mail. */
  @Column({ name: 'double_opt_in', type: 'boolean' })
  doubleOptIn!: boolean;

  @Column({ name: 'greets_by_name', type: 'boolean' })
  greetsByName!: boolean;

  /** "… has read what you sent on …" stands at the top of the next prompt. */
  @Column({ name: 'tells_when_read', type: 'boolean' })
  tellsWhenRead!: boolean;

  /** The figures of its pattern notes, see libs/safety/src/patterns; null: the usual ones. */
  @Column({ name: 'pattern_thresholds', type: 'jsonb', nullable: true })
  patternThresholds!: Record<string, number> | null;

  /** A computer looks for a few phrases in what is sent. */
  @Column({ name: 'looks_for_phrases', type: 'boolean' })
  looksForPhrases!: boolean;

  @Column({ name: 'created_at', ...instantColumn() })
  createdAt!: Temporal.Instant;

  @Column({ type: 'integer' })
  version!: number;
}
