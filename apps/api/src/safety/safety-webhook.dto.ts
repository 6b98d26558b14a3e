import { IsInt, IsNotEmpty, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsPlainText } from '../http/validators.js';

export class PutSafetyWebhookDto {
  /** Begins with https; at most 500 characters. */
  @IsPlainText({ max: 500 })
  @IsNotEmpty()
  url!: string;

  /** The one that was read; absent where there is none yet. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}
