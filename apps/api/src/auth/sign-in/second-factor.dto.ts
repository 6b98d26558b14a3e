import { IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** A code of an authenticator app, or a recovery code. */
export class SecondFactorDto {
  @IsIn(['totp', 'recovery-code'])
  kind!: 'totp' | 'recovery-code';

  /** Spaces and hyphens in it say nothing. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  code!: string;
}

/** What `navigator.credentials.get` gave, as JSON. */
export class PasskeyResponseDto {
  @IsObject()
  response!: object;
}

/** The second factor once more: `code` with `totp`, `response` with `passkey`. */
export class StepUpDto {
  @IsIn(['totp', 'passkey'])
  kind!: 'totp' | 'passkey';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  code?: string;

  @IsOptional()
  @IsObject()
  response?: object;
}

/** The clinic to go on in. */
export class ChooseClinicDto {
  @IsUUID()
  clinicId!: string;
}
