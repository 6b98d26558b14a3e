import { applyDecorators } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/**
 * A password in a body. No more than bounded work here: what may be chosen is for the accounts to say, in
 * characters, of which one may take two UTF-16 units.
 */
export function IsPassword(): PropertyDecorator {
  return applyDecorators(IsString(), IsNotEmpty(), MaxLength(300));
}

/** A link's token in a body. Whatever it is, if it is not a live one the link has ended. */
export function IsLinkToken(): PropertyDecorator {
  return applyDecorators(IsString(), MaxLength(200));
}
