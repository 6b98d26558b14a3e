import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { BRING_LIST } from '@app/sessions/bring-lists.service.js';
import { CLOSING_NOTE_MAX } from '@app/sessions/closing-notes.service.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { IsInstantText, IsPlainText } from '../http/validators.js';

export class BookAppointmentDto {
  /** ISO 8601 with an offset. */
  @IsInstantText()
  startsAt!: string;

  /** 5 to 480. */
  @IsInt()
  @Min(5)
  @Max(480)
  minutes!: number;

  /** On the client's care team; a practitioner who books, when absent. */
  @IfGiven()
  @IsUUID()
  practitionerId?: string;
}

export class MoveAppointmentDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** ISO 8601 with an offset. */
  @IfGiven()
  @IsInstantText()
  startsAt?: string;

  /** 5 to 480. */
  @IfGiven()
  @IsInt()
  @Min(5)
  @Max(480)
  minutes?: number;

  @IfGiven()
  @IsUUID()
  practitionerId?: string;
}

export class CancelAppointmentDto {
  /** The one that was read; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class WriteClosingNoteDto {
  /** Of the appointment, as it was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** Where the call left off. */
  @IsPlainText({ max: CLOSING_NOTE_MAX, multiline: true })
  @IsNotEmpty()
  @Matches(/\S/)
  text!: string;
}

export class BringItemDto {
  /** Made up by whoever adds it; unique in the list. */
  @IsUUID()
  id!: string;

  /** At most 300 characters. */
  @IsPlainText({ max: BRING_LIST.text })
  @IsNotEmpty()
  text!: string;

  @IsBoolean()
  done!: boolean;
}

export class PutBringListDto {
  /** The one that was read; 0 when there was none. */
  @IsInt()
  @Min(0)
  version!: number;

  /** At most 50. */
  @IsArray()
  @ArrayMaxSize(BRING_LIST.items)
  @Type(() => BringItemDto)
  @ValidateNested({ each: true })
  items!: BringItemDto[];
}
