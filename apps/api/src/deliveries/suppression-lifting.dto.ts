import { IsBoolean, IsInt, Min } from 'class-validator';

export class LiftSuppressionDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** The client was asked, by phone or in person, and says that the address is right. */
  @IsBoolean()
  voiceChecked!: boolean;
}
