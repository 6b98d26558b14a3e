import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsUUID,
  Matches,
  Min,
} from 'class-validator';
import type { Role } from '@app/platform/actor.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsLinkToken, IsPassword } from '../http/secrets.decorator.js';
import { IsEmailAddress, IsName } from '../http/validators.js';

export class InviteDto {
  @IsEmailAddress()
  email!: string;

  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(['admin', 'practitioner', 'coordinator'], { each: true })
  roles!: Role[];

  @IsUUID()
  locationId!: string;
}

/** Which state of the invitation is meant. */
export class InvitationVersionDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}

export class OpenInvitationDto {
  @IsLinkToken()
  token!: string;
}

export class AcceptInvitationDto {
  @IsLinkToken()
  token!: string;

  /** As colleagues and clients see it; the one of the invitation, when absent. */
  @IfGiven()
  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name?: string;

  /** A new one of 15 to 128 characters; with an account, the account's own. */
  @IsPassword()
  password!: string;
}
