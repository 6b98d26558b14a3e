import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsCalendarDate, IsEmailAddress, IsLocalTime } from '../http/validators.js';
import { AreWeekdays } from './are-weekdays.decorator.js';

/** The whole of one roster. */
export class PutRosterDto {
  /** The one that was read; absent where there is none yet. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;

  /** Whose clock the hours are on. */
  @IsUUID()
  locationId!: string;

  /** A practitioner of this clinic. */
  @IsUUID()
  responderId!: string;

  /** A colleague other than the responder; or else an outside backup is needed. */
  @IsOptional()
  @IsUUID()
  backupId?: string | null;

  /** Gets wordless notices. */
  @IsOptional()
  @IsEmailAddress()
  outsideBackupEmail?: string | null;

  @IsUUID()
  leadId!: string;

  @IsLocalTime()
  openFrom!: string;

  /** After `openFrom`. */
  @IsLocalTime()
  openTo!: string;

  /** ISO weekdays, 1 (Monday) to 7. */
  @AreWeekdays({ min: 1 })
  openDays!: number[];

  /** `YYYY-MM-DD`, at most 60, each once. */
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsCalendarDate({ each: true })
  holidays!: string[];
}
