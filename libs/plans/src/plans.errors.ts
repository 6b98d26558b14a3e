import { Conflict, DomainError } from '@app/platform/errors/errors.js';
import type { ContentTrouble } from './prompt-content.types.js';

/** Several fields are wrong in themselves; all of them are told at once. */
export class InvalidContent extends DomainError {
  readonly status = 400;
  constructor(troubles: readonly ContentTrouble[], place = '') {
    super(
      'invalid',
      troubles.map((trouble) => ({ ...trouble, field: `${place}${trouble.field}` })),
    );
  }
}

/** Nothing may go out yet; the fields name what the clinic still has to set up. */
export function clinicNotReady(missing: readonly string[]): Conflict {
  return new Conflict(
    'clinic-not-ready',
    missing.map((field) => ({ field, code: 'missing', params: {} })),
  );
}
