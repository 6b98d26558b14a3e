import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Role } from '@app/platform/actor.js';

export const ROLES = 'throughline.roles';

/** Only who has one of these roles finds this route; for everybody else it is not there (404). */
export const Roles = (...roles: [Role, ...Role[]]): CustomDecorator => SetMetadata(ROLES, roles);
