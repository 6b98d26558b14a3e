import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../http/validators.js';

/** Who wants to sign in. */
export class SignInDto {
  @IsEmailAddress()
  email!: string;

  /** 15 to 128 characters when it was chosen; here only the upper bound counts. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  password!: string;
}
