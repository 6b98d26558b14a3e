import { IsInt, Matches, Max, Min, MinLength } from 'class-validator';
import { IsPlainText } from '../http/validators.js';

export class SearchClientsDto {
  /** A part of the name, at least 3 characters; letter case and accents do not matter. */
  @IsPlainText({ max: 120 })
  @MinLength(3)
  name!: string;
}

export class BreakGlassDto {
  /** Why it cannot wait, in 10 to 500 characters. */
  @IsPlainText({ max: 500, multiline: true })
  @MinLength(10)
  @Matches(/\S/)
  reason!: string;

  /** For how long, 5 to 60. */
  @IsInt()
  @Min(5)
  @Max(60)
  minutes!: number;
}
