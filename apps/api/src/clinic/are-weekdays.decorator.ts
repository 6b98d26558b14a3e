import { applyDecorators } from '@nestjs/common';
import { ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';

/** ISO weekdays, 1 (Monday) to 7, each once; at least `min` of them. */
export function AreWeekdays({ min }: { min: number }): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(7, { each: true }),
  );
}
