import { IsInt, IsNotEmpty, Min } from 'class-validator';
import { IsInstantText, IsPlainText } from '../http/validators.js';

export class AcknowledgeCallRequestDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** "I will call by …": ISO 8601 with an offset, ahead, at most 7 days. */
  @IsInstantText()
  callBy!: string;
}

export class CloseCallRequestDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  version!: number;

  /** What was done, for the care team; at most 2,000 characters. */
  @IsPlainText({ max: 2000, multiline: true })
  @IsNotEmpty()
  disposition!: string;
}
