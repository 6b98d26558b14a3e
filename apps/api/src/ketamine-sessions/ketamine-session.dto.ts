import { IsBoolean, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import {
  KETAMINE_ROUTES,
  type KetamineRoute,
  SESSION_SETTINGS,
  type SessionSetting,
} from '@app/sessions/session.types.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsCalendarDate, IsInstantText, IsLocalTime, IsPlainText } from '../http/validators.js';

/** `heldAt`, or `heldOn` with `time` on the location's clock; not both. */
export class RecordKetamineSessionDto {
  /** ISO 8601 with an offset. */
  @IfGiven()
  @IsInstantText()
  heldAt?: string;

  /** `YYYY-MM-DD` */
  @IfGiven()
  @IsCalendarDate()
  heldOn?: string;

  /** `HH:MM`; one that does not exist is the later, one that occurs twice the earlier. */
  @IfGiven()
  @IsLocalTime()
  time?: string;

  @IsIn(KETAMINE_ROUTES)
  route!: KetamineRoute;

  /** `clinic` when absent. */
  @IfGiven()
  @IsIn(SESSION_SETTINGS)
  setting?: SessionSetting;

  /** `planned` when absent. */
  @IfGiven()
  @IsIn(['planned', 'completed'])
  status?: 'planned' | 'completed';

  /** The open series when absent; where there is none, one opens. */
  @IfGiven()
  @IsUUID()
  seriesId?: string;

  /** The client's location when absent. */
  @IfGiven()
  @IsUUID()
  locationId?: string;
}

export class MoveKetamineSessionDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** ISO 8601 with an offset. */
  @IfGiven()
  @IsInstantText()
  heldAt?: string;

  /** `YYYY-MM-DD`, on the location's calendar. */
  @IfGiven()
  @IsCalendarDate()
  heldOn?: string;

  /** `HH:MM`, on the location's clock. */
  @IfGiven()
  @IsLocalTime()
  time?: string;

  @IfGiven()
  @IsIn(KETAMINE_ROUTES)
  route?: KetamineRoute;
}

export class CompleteKetamineSessionDto {
  /** The one that was read; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class CancelKetamineSessionDto {
  /** The one that was read; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;

  /** True: the client did not come. */
  @IfGiven()
  @IsBoolean()
  noShow?: boolean;
}

export class OpenSeriesDto {
  @IfGiven()
  @IsPlainText({ max: 120 })
  name?: string;
}
