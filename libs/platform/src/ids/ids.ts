import { v7 } from 'uuid';

/** A new id: UUIDv7 (RFC 9562), made by the application, ordered by time. */
export function newId(): string {
  return v7();
}
