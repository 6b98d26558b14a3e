import { IsNotEmpty, Matches } from 'class-validator';
import { IsLinkToken, IsPassword } from '../http/secrets.decorator.js';
import { IsCountry, IsEmailAddress, IsName, IsPlainText, IsTimeZone } from '../http/validators.js';

export class AskForClinicStartDto {
  @IsEmailAddress()
  email!: string;
}

export class OpenClinicStartDto {
  @IsLinkToken()
  token!: string;
}

export class StartClinicDto {
  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  clinicName!: string;

  /** As it stands where there is little room. */
  @IsName({ max: 60 })
  @IsNotEmpty()
  @Matches(/\S/)
  shortName!: string;

  /** ISO 3166-1 alpha-2, e.g. `US`. */
  @IsCountry()
  country!: string;

  /** IANA zone, e.g. `America/Boise`. */
  @IsTimeZone()
  timeZone!: string;

  /** The number that clients are given. */
  @IsPlainText({ max: 40 })
  @IsNotEmpty()
  @Matches(/\d/)
  phone!: string;
}

export class AcceptClinicStartDto extends StartClinicDto {
  @IsLinkToken()
  token!: string;

  /** Of the person: as colleagues and clients see it. */
  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name!: string;

  /** 15 to 128 characters. */
  @IsPassword()
  password!: string;
}
