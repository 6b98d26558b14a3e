import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'throughline.public';

/** Lets a controller or handler answer without a sign-in. Everything else needs one. */
export const Public = (): CustomDecorator => SetMetadata(IS_PUBLIC, true);
