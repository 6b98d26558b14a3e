import { IsInt, IsNotEmpty, IsUUID, Matches, Max, Min } from 'class-validator';
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
