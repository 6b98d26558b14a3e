import { IsInt, IsNotEmpty, Matches, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsCalendarDate, IsPlainText } from '../http/validators.js';

/** The whole of one contact. */
export class PutCrisisContactDto {
  /** The one that was read; absent where there is none yet. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;

  /** What it is called, e.g. "Call or text 988", or whom it is. */
  @IsPlainText({ max: 80 })
  @IsNotEmpty()
  @Matches(/\S/)
  label!: string;

  @IsPlainText({ max: 40 })
  @IsNotEmpty()
  @Matches(/\d/)
  phone!: string;

  /** When and for whom, in a few words; may be empty. */
  @IsPlainText({ max: 200 })
  note!: string;

  /** `YYYY-MM-DD`, not ahead: when somebody last called it or looked it up. */
  @IsCalendarDate()
  verifiedOn!: string;
}
