import { IsInt, Min } from 'class-validator';
import { IfGiven } from '../clients/if-given.decorator.js';

export class MarkReadDto {
  /** The one that was shown; any when absent. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}
