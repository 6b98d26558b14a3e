import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { IsName } from '../http/validators.js';

/** What is given is changed. */
export class ChangeStaffMemberDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  @IfGiven()
  @IsName({ max: 120 })
  @IsNotEmpty()
  @Matches(/\S/)
  name?: string;

  /** At least one. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(['admin', 'practitioner', 'coordinator'], { each: true })
  roles?: Role[];

  @IfGiven()
  @IsUUID()
  locationId?: string;
}

export class SuspendStaffMemberDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** Clients whose only reader they are: `stay` (refused when there are any), or go `to-lead`. */
  @IsIn(['stay', 'to-lead'])
  clients!: 'stay' | 'to-lead';
}

export class RestoreStaffMemberDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;
}
