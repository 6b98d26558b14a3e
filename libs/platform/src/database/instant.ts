import { Temporal } from 'temporal-polyfill';
import type { ColumnOptions, ValueTransformer } from 'typeorm';

/** The driver's Date as an instant, to the millisecond. */
export function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** The instant as text, to the millisecond: as `toString`, which looks for nanoseconds, and far sooner. */
export function instantText(instant: Temporal.Instant): string {
  const text = toDate(instant).toISOString();
  return text.endsWith('0Z') ? text.replace(/\.?0+Z$/, 'Z') : text;
}

/** An instant as the driver's Date. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

const transformer: ValueTransformer = {
  from: (date: Date | null) => (date ? toInstant(date) : null),
  to: (instant: Temporal.Instant | null | undefined) => (instant ? toDate(instant) : instant),
};

/** A `timestamptz` column that reads and writes Temporal.Instant. */
export function instantColumn(options: { nullable?: boolean } = {}): ColumnOptions {
  return { type: 'timestamptz', transformer, nullable: options.nullable ?? false };
}
