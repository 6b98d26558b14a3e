import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ClientStatus, Pace, Seat } from '@app/clients/client.types.js';
import { IsCalendarDate, IsEmailAddress, IsLocalTime, IsPlainText, IsTimeZone } from '../http/validators.js';
import { IfGiven } from './if-given.decorator.js';

/** What the client agreed to. */
export class EmailConsentDto {
  /** `YYYY-MM-DD`, not ahead. */
  @IsCalendarDate()
  givenOn!: string;

  /** E.g. "on paper, at the first visit". */
  @IsPlainText({ max: 200 })
  @IsNotEmpty()
  how!: string;
}

/** Quiet hours on the client's clock; may span midnight, and leave at least 4 hours open. */
export class QuietHoursDto {
  @IsLocalTime()
  from!: string;

  @IsLocalTime()
  to!: string;
}

export class CareTeamSeatDto {
  @IsUUID()
  staffMemberId!: string;

  @IsIn(['words', 'body', 'supervisor'])
  seat!: Seat;
}

export class AddClientDto {
  @IsPlainText({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name!: string;

  @IsOptional()
  @IsEmailAddress()
  email?: string;

  @IsOptional()
  @IsPlainText({ max: 40 })
  phone?: string;

  @IsOptional()
  @IsPlainText({ max: 40 })
  pronouns?: string;

  /** IANA zone. */
  @IsTimeZone()
  timeZone!: string;

  /** Two letters; `en` when absent. */
  @IfGiven()
  @Matches(/^[a-z]{2}$/)
  language?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EmailConsentDto)
  emailConsent?: EmailConsentDto;

  /** Who reads; a practitioner who adds a client may leave it out and reads. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((one: CareTeamSeatDto) => one.staffMemberId)
  @ValidateNested({ each: true })
  @Type(() => CareTeamSeatDto)
  careTeam?: CareTeamSeatDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursDto)
  quietHours?: QuietHoursDto;

  /** Where the client is treated; the location of who adds them, when absent. */
  @IfGiven()
  @IsUUID()
  locationId?: string;
}

/** What the client said about calling that person. */
export class ContactAgreementDto {
  @IsBoolean()
  mayCall!: boolean;

  /** About what; at most 300 characters, needed where they may be called. */
  @IsPlainText({ max: 300 })
  about!: string;

  /** `YYYY-MM-DD`, not ahead. */
  @IsCalendarDate()
  agreedOn!: string;
}

export class EmergencyContactDto {
  @IsPlainText({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name!: string;

  /** E.g. "sister"; may be empty. */
  @IsPlainText({ max: 60 })
  relation!: string;

  @IsPlainText({ max: 40 })
  @IsNotEmpty()
  @Matches(/\S/)
  phone!: string;

  /** Null: the client was not asked yet. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactAgreementDto)
  agreement!: ContactAgreementDto | null;
}

/** What is given is changed; null clears. */
export class ChangeClientDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  @IfGiven()
  @IsPlainText({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name?: string;

  @IsOptional()
  @IsEmailAddress()
  email?: string | null;

  @IsOptional()
  @IsPlainText({ max: 40 })
  phone?: string | null;

  @IsOptional()
  @IsPlainText({ max: 40 })
  pronouns?: string | null;

  /** Whom else to call in an emergency. */
  @IsOptional()
  @ValidateNested()
  @Type(() => EmergencyContactDto)
  emergencyContact?: EmergencyContactDto | null;

  @IfGiven()
  @IsTimeZone()
  timeZone?: string;

  @IfGiven()
  @IsIn(['active', 'on_hold', 'transferred', 'discharged', 'died'])
  status?: ClientStatus;

  @IfGiven()
  @IsIn(['gentle', 'steady', 'often'])
  pace?: Pace;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursDto)
  quietHours?: QuietHoursDto | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => EmailConsentDto)
  emailConsent?: EmailConsentDto | null;

  /** Needed with another `email`: it was read back to the client, by phone or in person. */
  @IfGiven()
  @IsBoolean()
  voiceChecked?: boolean;
}
