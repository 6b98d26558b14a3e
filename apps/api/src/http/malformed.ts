import { DomainError } from '@app/platform/errors/errors.js';

/** The request itself cannot be accepted as it came; nothing was looked up. */
export class Malformed extends DomainError {
  readonly status = 400;
}

/** The body is in a format that this address does not take. */
export class UnsupportedMedia extends DomainError {
  readonly status = 415;
  constructor() {
    super('unsupported-media');
  }
}

/** Stands in for a body that could not be read, so that the refusals which come first still do. */
export class UnreadableBody {}
