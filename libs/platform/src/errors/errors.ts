import type { FieldError } from './field-error.types.js';

/** Base of every error that a caller may be told about. Mapped to problem+json in one place. */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  constructor(
    /** Code in the catalogue's problems. */
    readonly code: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
  }
}

/** Not there, not in this clinic, or not for this person: all the same answer. */
export class NotFound extends DomainError {
  readonly status = 404;
  constructor(readonly what: string) {
    super('not-found');
  }
}

/** A link that is unknown, was used, has run out or was replaced: one answer for all of them. */
export class LinkEnded extends DomainError {
  readonly status = 404;
  constructor() {
    super('link-ended');
  }
}

/** The request is understood and well formed, but the state of things forbids it. */
export class Conflict extends DomainError {
  readonly status = 409;
}

/** A field's value is wrong in itself. */
export class Invalid extends DomainError {
  readonly status = 400;
  constructor(field: string, code: string, params: Record<string, string | number> = {}) {
    super('invalid', [{ field, code, params }]);
  }
}

/** Well formed, but cannot be carried out as asked. */
export class Unprocessable extends DomainError {
  readonly status = 422;
}

/** No sign-in, or one that ended. */
export class SignedOut extends DomainError {
  readonly status = 401;
  constructor(code = 'signed-out') {
    super(code);
  }
}

/** Only for a missing header, a foreign origin, or a missing step-up. */
export class Refused extends DomainError {
  readonly status = 403;
}

/** Too many tries; `retryAfterSeconds` goes into Retry-After. */
export class TooManyTries extends DomainError {
  readonly status = 429;
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-tries');
  }
}

/** The version named by the caller is not the row's any more. */
export function staleVersion(): Conflict {
  return new Conflict('conflict-version');
}
