import { IsBoolean, IsInt, IsNotEmpty, IsOptional, Matches, MaxLength, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsCountry, IsName, IsPlainText } from '../http/validators.js';
import { AreWeekdays } from './are-weekdays.decorator.js';

/** What is given is changed. */
export class ChangeClinicDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  @IfGiven()
  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name?: string;

  /** As e-mails to clients name it. */
  @IfGiven()
  @IsName({ max: 60 })
  @IsNotEmpty()
  @Matches(/\S/)
  shortName?: string;

  /** ISO 3166-1 alpha-2. */
  @IfGiven()
  @IsCountry()
  country?: string;

  @IfGiven()
  @IsPlainText({ max: 40 })
  @IsNotEmpty()
  @Matches(/\d/)
  phone?: string;

  /** ISO weekdays, 1 (Monday) to 7; empty: none. */
  @IfGiven()
  @AreWeekdays({ min: 0 })
  readingDays?: number[];

  @IfGiven()
  @IsBoolean()
  doubleOptIn?: boolean;

  @IfGiven()
  @IsBoolean()
  greetsByName?: boolean;

  @IfGiven()
  @IsBoolean()
  tellsWhenRead?: boolean;

  /** A computer looks for a few phrases in what clients send. */
  @IfGiven()
  @IsBoolean()
  looksForPhrases?: boolean;

  /** Small letters, digits and single hyphens; null closes the page `/c/<slug>`. */
  @IsOptional()
  @Matches(/^[a-z0-9](-?[a-z0-9])*$/)
  @MaxLength(60)
  slug?: string | null;
}
