import { IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import { IsPlainText } from '../../http/validators.js';

/** The first code that the new app shows. */
export class ConfirmTotpDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  code!: string;
}

/** A passkey that the browser made. */
export class AddPasskeyDto {
  /** What its owner calls it, e.g. "Office laptop". */
  @IsPlainText({ max: 60 })
  @IsNotEmpty()
  name!: string;

  /** What `navigator.credentials.create` gave, as JSON. */
  @IsObject()
  response!: object;
}
