import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsInstantText, IsPlainText } from '../http/validators.js';

export class FlagsQuery {
  @IfGiven()
  @IsIn(['open', 'closed'])
  state: 'open' | 'closed' = 'open';

  @IsOptional()
  @IsIn(['psychological', 'medical'])
  lane?: SafetyLane;
}

export class AcknowledgeFlagDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** "I will call by …": ISO 8601 with an offset, ahead, at most 7 days. */
  @IsInstantText()
  callBy!: string;
}

export class CloseFlagDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** What was done, for the care team; at most 2,000 characters. */
  @IsPlainText({ max: 2000, multiline: true })
  @IsNotEmpty()
  @Matches(/\S/)
  disposition!: string;

  /** Who did it; whoever closes, when absent. */
  @IfGiven()
  @IsUUID()
  doneById?: string;

  /** When: since the flag was raised, not ahead; now, when absent. */
  @IfGiven()
  @IsInstantText()
  doneAt?: string;
}

/** Flags raised from then on, up to then (not included); the last 90 days when absent. */
export class SafetyLogQuery {
  @IsOptional()
  @IsInstantText()
  from?: string;

  @IsOptional()
  @IsInstantText()
  to?: string;
}
