import { IsInt, IsUUID, Min } from 'class-validator';
import { IsCalendarDate } from '../http/validators.js';

export class AddAbsenceDto {
  /** Who is away. */
  @IsUUID()
  staffMemberId!: string;

  /** Who reads for their clients meanwhile. */
  @IsUUID()
  coverId!: string;

  /** First day away, `YYYY-MM-DD`; today or ahead. */
  @IsCalendarDate()
  fromOn!: string;

  /** Last day away, `YYYY-MM-DD`; at most 92 days in all. */
  @IsCalendarDate()
  untilOn!: string;
}

export class EndAbsenceDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}
