import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { openMeasureResult } from '@app/reflections/measure-results.service.js';
import { openReflection, type ReflectionBody } from '@app/reflections/reflection-body.js';
import { thresholdsOf } from '@app/safety/patterns/pattern-thresholds.js';
import type {
  CourseFacts,
  MeasureFact,
  PatternThresholds,
  PromptFact,
  ReflectionFact,
  RestFact,
} from '@app/safety/patterns/pattern.types.js';
import { type PatternQuery, type PatternRow, patternRows } from './pattern-facts.queries.js';
import { bareFact, reflectionFact } from './pattern-facts.rules.js';
import { instantOf } from './brief-rows.js';

/** A client's facts and the figures of their clinic. */
export interface LoadedFacts {
  facts: CourseFacts;
  thresholds: PatternThresholds;
}

/**
 * What is compared, of the last 120 days, by client. Only of clients whose words this person reads; the others are
 * absent. Opened in memory, and kept nowhere.
 */
export async function patternFacts(
  tx: Tx,
  keyring: Keyring,
  query: PatternQuery,
): Promise<Map<string, LoadedFacts>> {
  const { clinicId } = tx.actor;
  const rows = await patternRows(tx, query);
  const loaded = rows.map(async (row): Promise<[string, LoadedFacts]> => {
    const wrapped = Buffer.from(row.key.wrapped, 'base64');
    const key = await keyring.openClientKey(clinicId, row.client_id, { version: row.key.version, wrapped });
    return [row.client_id, loadedFacts(row, { key, clinicId, now: tx.now })];
  });
  return new Map(await Promise.all(loaded));
}

export interface FactsOpening {
  /** The client's. */
  key: Key;
  clinicId: string;
  now: Temporal.Instant;
  /** Reflections that the caller has opened before: their rows need no body. */
  opened?: ReadonlyMap<string, ReflectionBody>;
}

/** The facts of one client. */
export function loadedFacts(row: PatternRow, opening: FactsOpening): LoadedFacts {
  const { key, clinicId, now } = opening;
  const facts: CourseFacts = {
    timeZone: row.time_zone,
    sessionsHeldAt: row.sessions.map(instant),
    prompts: row.prompts.map(promptFact),
    reflections: row.reflections.map((one) => reflectionOf(one, opening)),
    measures: row.measures.flatMap((one) => measureOf(one, key, clinicId)),
    rests: restsOf(row, now),
  };
  return { facts, thresholds: thresholdsOf(row.thresholds) };
}

function promptFact({
  status,
  sent_at: sentAt,
  closed_at: closedAt,
  arrived,
}: PatternRow['prompts'][number]) {
  const fact = { sendAt: instant(sentAt), closedAt: closedAt === null ? null : instant(closedAt) };
  return { ...fact, outcome: outcomeOf(status, arrived) };
}

function outcomeOf(status: PatternRow['prompts'][number]['status'], arrived: boolean): PromptFact['outcome'] {
  switch (status) {
    case 'answered':
    case 'skipped':
    case 'rested':
      return status;
    case 'sent':
      return 'open';
    case 'expired':
      return arrived ? 'expired' : 'bounced';
  }
}

function reflectionOf(
  { id, sent_at: sentAt, asked, withdrawn, body }: PatternRow['reflections'][number],
  { key, clinicId, opened }: FactsOpening,
): ReflectionFact {
  const sent = { id, sentAt: instant(sentAt), isUnasked: !asked, withdrawn };
  const known = withdrawn ? undefined : opened?.get(id);
  if (known) return reflectionFact(sent, known);
  if (body === null) return bareFact(sent);
  return reflectionFact(sent, openReflection(key, { clinicId, rowId: id }, Buffer.from(body, 'base64')));
}

function measureOf(row: PatternRow['measures'][number], key: Key, clinicId: string): MeasureFact[] {
  const { reflection_id: reflectionId, completed_at: completedAt } = row;
  const body = openMeasureResult(key, clinicId, reflectionId, Buffer.from(row.body, 'base64'));
  const { total, code, label } = body;
  return total === null ? [] : [{ reflectionId, code, total, label, completedAt: instant(completedAt) }];
}

/** Who stopped, or is not in care now, is asked nothing, and so is not silent. */
function restsOf(row: PatternRow, now: Temporal.Instant): RestFact[] {
  const { status, rest_from: from, rest_until: until, stopped_at: stoppedAt } = row;
  return [
    // Of one that is over, only its beginning is known: what was asked before it is no silence.
    ...row.rests_begun.map((at) => ({ from: instant(at), until: instant(at) })),
    ...(from === null ? [] : [{ from: instant(from), until: until === null ? null : instant(until) }]),
    ...(stoppedAt === null ? [] : [{ from: instant(stoppedAt), until: null }]),
    ...(status === 'active' ? [] : [{ from: now, until: null }]),
  ];
}

/** Inside JSON an instant is text, in a column of its own a date. */
function instant(value: string | Date): Temporal.Instant {
  return typeof value === 'string' ? instantOf(value) : toInstant(value);
}
