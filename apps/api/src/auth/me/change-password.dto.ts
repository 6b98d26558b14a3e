import { IsPassword } from '../../http/secrets.decorator.js';

/** Another password for the signed-in person. */
export class ChangePasswordDto {
  /** The one in use. */
  @IsPassword()
  current!: string;

  /** 15 to 128 characters. */
  @IsPassword()
  password!: string;
}
