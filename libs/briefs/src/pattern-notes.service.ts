import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { thresholdsOf } from '@app/safety/patterns/pattern-thresholds.js';
import { goneQuiet, patternNotes } from '@app/safety/patterns/quiet-return.rules.js';
import { clientsWhoMayBeQuiet, storedThresholds } from './pattern-facts.queries.js';
import { type LoadedFacts, patternFacts } from './pattern-facts.js';
import { type PatternNoteView, patternNoteView } from './pattern-note.view.js';

/** A client of whom nothing was heard, since the first of the prompts that were not answered. */
export interface QuietClient {
  clientId: string;
  since: Temporal.Instant;
  note: PatternNoteView;
}

/**
 * What is worth asking about, worded for staff. Never stored: the rules run on what stands in the database now. Inside
 * the caller's transaction; the caller writes the audit row.
 */
@Injectable()
export class PatternNotes {
  constructor(private readonly keyring: Keyring) {}

  /** Notes by client; a client without any, or whose words this person does not read, is absent. */
  async ofClients(
    tx: Tx,
    clientIds: readonly string[],
    locale = 'en-US',
  ): Promise<Map<string, PatternNoteView[]>> {
    const loaded = await patternFacts(tx, this.keyring, { clientIds, withBodies: true });
    const notes = [...loaded].map(([clientId, one]) => [clientId, noteViews(one, tx.now, locale)] as const);
    return new Map(notes.filter(([, views]) => views.length > 0));
  }

  /** Clients in care of whom nothing was heard, the longest silence first. Opens nobody's words. */
  async goneQuiet(tx: Tx, locale = 'en-US'): Promise<QuietClient[]> {
    const { freshDays } = thresholdsOf(await storedThresholds(tx));
    const clientIds = await clientsWhoMayBeQuiet(tx, freshDays);
    const loaded = await patternFacts(tx, this.keyring, { clientIds, withBodies: false });
    const quiet = [...loaded].flatMap(([clientId, { facts, thresholds }]) => {
      const found = goneQuiet(facts, thresholds, tx.now);
      return found ? [{ clientId, since: found.since, note: patternNoteView(found.note, locale) }] : [];
    });
    return quiet.sort(
      (a, b) => a.since.epochMilliseconds - b.since.epochMilliseconds || (a.clientId < b.clientId ? -1 : 1),
    );
  }
}

/** The notes that these facts make. */
export function noteViews(
  { facts, thresholds }: LoadedFacts,
  now: Temporal.Instant,
  locale: string,
): PatternNoteView[] {
  return patternNotes(facts, thresholds, now).map((note) => patternNoteView(note, locale));
}
