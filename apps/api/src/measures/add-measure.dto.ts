import { IsObject } from 'class-validator';

/** What a definition file holds; docs/MEASURES.md describes it field by field. */
export class AddMeasureDto {
  @IsObject()
  definition!: object;
}
