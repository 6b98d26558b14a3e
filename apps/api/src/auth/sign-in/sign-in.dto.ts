import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../../http/validators.js';

/** Who wants to sign in. */
export class SignInDto {
  @IsEmailAddress()
  email!: string;

  /** 15 to 128 characters when it was chosen, each of several UTF-16 units as some keyboards compose them. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  password!: string;
}
