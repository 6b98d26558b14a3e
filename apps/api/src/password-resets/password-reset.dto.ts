import { IsEmailAddress } from '../http/validators.js';
import { IsLinkToken, IsPassword } from '../http/secrets.decorator.js';

export class AskForPasswordResetDto {
  @IsEmailAddress()
  email!: string;
}

export class RedeemPasswordResetDto {
  @IsLinkToken()
  token!: string;

  /** 15 to 128 characters. */
  @IsPassword()
  password!: string;
}
