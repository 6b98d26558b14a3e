import { Invalid } from '@app/platform/errors/errors.js';

/** Which part of a list is asked for: what follows the row `after`, at most `limit` rows. */
export interface Page {
  after?: string;
  limit: number;
}

export interface ListPage<T> {
  items: T[];
  /** The id to ask on from; null at the end. */
  next: string | null;
}

/**
 * The part of an ordered list. The cursor is an id, never a name or a date.
 * Throws Invalid when the cursor names no row of the list (any more).
 */
export function pageOf<T extends { id: string }>(rows: readonly T[], page: Page): ListPage<T> {
  const start = page.after ? rows.findIndex((row) => row.id === page.after) + 1 : 0;
  if (page.after && start === 0) throw new Invalid('after', 'unknownReference');
  const items = rows.slice(start, start + page.limit);
  const hasMore = start + items.length < rows.length;
  return { items, next: hasMore ? (items.at(-1)?.id ?? null) : null };
}
