import { IsBoolean } from 'class-validator';

export class ChangeMeDto {
  /** A mail of counts on the morning of an open day. */
  @IsBoolean()
  wantsDigest!: boolean;
}
