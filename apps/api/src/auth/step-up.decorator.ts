import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const STEP_UP = 'throughline.step-up';

/** Needs a second factor given within the last 5 minutes; without it 403 `step-up-required`. */
export const StepUp = (): CustomDecorator => SetMetadata(STEP_UP, true);
