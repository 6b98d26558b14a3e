import { IsBoolean } from 'class-validator';

export class ResetPassphraseDto {
  /** Somebody of the clinic has heard the client's own voice; 422 otherwise. */
  @IsBoolean()
  voiceChecked!: boolean;
}
