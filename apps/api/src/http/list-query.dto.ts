import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Which slice of a list: `?after=<id of the last one seen>&limit=`. */
export class ListQuery {
  /** The `next` of the slice before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** 1 to 200. */
  @ApiProperty({ type: Number, required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
