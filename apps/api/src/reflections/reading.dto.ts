import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsUUID,
  Matches,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { CHIP_CODES, type ChipCode } from '@app/plans/prompt-template.types.js';
import { PROCESS_NOTE_MAX } from '@app/reflections/process-notes.service.js';
import { READER_VIEWS, type ReaderViewName } from '@app/reflections/reader.queries.js';
import { IfGiven } from '../clients/if-given.decorator.js';
import { ListQuery } from '../http/list-query.dto.js';
import { IsPlainText } from '../http/validators.js';

const MOST_HIGHLIGHTS = 200;

export class MarkReadDto {
  /** The one that was shown; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class RangeDto {
  /** The first UTF-16 code unit of the words that belongs to it. */
  @IsInt()
  @Min(0)
  from!: number;

  /** The first that no longer does. */
  @IsInt()
  @Min(1)
  to!: number;
}

export class PutMarksDto {
  /** The one that was read; 0 when there were none. */
  @IsInt()
  @Min(0)
  version!: number;

  /** Parts of the words; what touches becomes one. At most 200. */
  @IsArray()
  @ArrayMaxSize(MOST_HIGHLIGHTS)
  @Type(() => RangeDto)
  @ValidateNested({ each: true })
  highlights!: RangeDto[];

  /** The reader's, apart from what the client chose. */
  @IsArray()
  @ArrayUnique()
  @IsIn(CHIP_CODES, { each: true })
  tags!: ChipCode[];
}

export class ReaderQuery extends ListQuery {
  /** One client's; those a safety flag rests on; those of clients one has a seat for. The last when absent. */
  @IfGiven()
  @IsIn(READER_VIEWS)
  view?: ReaderViewName;

  /** Of one client alone. */
  @IfGiven()
  @IsUUID()
  clientId?: string;
}

export class SearchReflectionsDto {
  /** 2 to 80 characters; capitals and accents do not matter. */
  @IsPlainText({ max: 80 })
  @MinLength(2)
  q!: string;

  /** Of one client alone. */
  @IfGiven()
  @IsUUID()
  clientId?: string;
}

export class WriteProcessNoteDto {
  /** At most 5,000 characters. */
  @IsPlainText({ max: PROCESS_NOTE_MAX, multiline: true })
  @IsNotEmpty()
  @Matches(/\S/)
  text!: string;

  /** What it is about; absent: the client as such. */
  @IfGiven()
  @IsUUID()
  reflectionId?: string;
}

export class ChangeProcessNoteDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** At most 5,000 characters. */
  @IsPlainText({ max: PROCESS_NOTE_MAX, multiline: true })
  @IsNotEmpty()
  @Matches(/\S/)
  text!: string;
}
