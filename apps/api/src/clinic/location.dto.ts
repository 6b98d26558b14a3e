import { IsInt, IsNotEmpty, Matches, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsLocalTime, IsPlainText, IsTimeZone } from '../http/validators.js';
import { AreWeekdays } from './are-weekdays.decorator.js';

/** Times are `HH:MM` on the location's clock. */
export class AddLocationDto {
  @IsPlainText({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name!: string;

  /** IANA zone. */
  @IsTimeZone()
  timeZone!: string;

  /** Quiet hours may span midnight, and leave at least 4 hours open. */
  @IsLocalTime()
  quietFrom!: string;

  @IsLocalTime()
  quietTo!: string;

  @IsLocalTime()
  openFrom!: string;

  /** After `openFrom`. */
  @IsLocalTime()
  openTo!: string;

  /** ISO weekdays, 1 (Monday) to 7. */
  @AreWeekdays({ min: 1 })
  openDays!: number[];
}

/** What is given is changed; the version alone confirms what stands. */
export class ChangeLocationDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  @IfGiven()
  @IsPlainText({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name?: string;

  /** IANA zone. */
  @IfGiven()
  @IsTimeZone()
  timeZone?: string;

  @IfGiven()
  @IsLocalTime()
  quietFrom?: string;

  @IfGiven()
  @IsLocalTime()
  quietTo?: string;

  @IfGiven()
  @IsLocalTime()
  openFrom?: string;

  @IfGiven()
  @IsLocalTime()
  openTo?: string;

  /** ISO weekdays, 1 (Monday) to 7. */
  @IfGiven()
  @AreWeekdays({ min: 1 })
  openDays?: number[];
}
