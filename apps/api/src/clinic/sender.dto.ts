import { IsInt, IsNotEmpty, Matches, Min } from 'class-validator';
import { IsLinkToken } from '../http/secrets.decorator.js';
import { IsEmailAddress, IsName } from '../http/validators.js';

/** The whole of it. */
export class PutSenderDto {
  /** The one that was read; 0 where nothing is saved yet. */
  @IsInt()
  @Min(0)
  version!: number;

  /** Stands in every inbox: neutral. */
  @IsName({ max: 60 })
  @IsNotEmpty()
  @Matches(/\S/)
  fromName!: string;

  @IsEmailAddress()
  replyTo!: string;
}

export class ConfirmSenderDto {
  @IsLinkToken()
  token!: string;
}
