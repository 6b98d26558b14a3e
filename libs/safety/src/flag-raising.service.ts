import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { SAFETY_SIGNS, type SafetySign, type SafetySignMeaning } from '@app/plans/safety-signs.js';
import type { FeelsSafe } from '@app/reflections/answer.types.js';
import { type ClinicHours, isOpen, seenBy } from './clinic-hours.rules.js';
import type { Evidence } from './flag-evidence.js';
import { FlagRows, type FlagWish } from './flag-rows.service.js';
import type { FlagColour, FlagHelp, FlagKind } from './flag.types.js';
import { itemNineColour } from './item-nine.rules.js';
import { PHRASE_LISTS } from './phrases.data.js';
import { foundPhrases, phraseListOf, sentenceAround } from './phrases.rules.js';
import { hasRecentSafetyPlan, previousItemNine } from './previous-item-nine.js';

/** What the page tells the client next. */
export interface Raised {
  flagIds: string[];
  help: FlagHelp | null;
  /** By when somebody sees it, never optimistic; null where no hours are set, or nothing was raised. */
  seenBy: Temporal.Instant | null;
  /** Somebody is there now. */
  isOpenNow: boolean;
  /** Of phrases: whether any was found. */
  found?: boolean;
}

interface Of {
  clientId: string;
  promptId: string | null;
  reflectionId?: string | null;
}

const NOTHING: Raised = { flagIds: [], help: null, seenBy: null, isOpenNow: false };

/**
 * Raises safety flags from what a client has tapped or written, in the transaction of their own POST: whether the
 * prompt is then sent, saved, left or finished makes no difference.
 */
@Injectable()
export class FlagRaising {
  constructor(private readonly flags: FlagRows) {}

  /** The item about being better off dead, 0 to 3, and the question after it; null: not answered, or not yet. */
  async itemNine(
    tx: Tx,
    key: Key,
    of: Of,
    { value, feelsSafe }: { value: number; feelsSafe: FeelsSafe | null },
  ): Promise<Raised> {
    if (value <= 0) return NOTHING;
    const previousValue = await previousItemNine(tx, key, of);
    const hasPlan = await hasRecentSafetyPlan(tx, of.clientId);
    const known = { value, previousValue, feelsSafe, hasRecentSafetyPlan: hasPlan };
    const wish = itemNineColour(known, tx.now);
    if (!wish) return NOTHING;
    const said = { at: tx.now.toString(), promptId: of.promptId };
    const pieces: Evidence[] = [{ ...said, kind: 'item', value, previousValue }];
    if (feelsSafe) pieces.push({ ...said, kind: 'feels-safe', answer: feelsSafe });
    return this.raise(tx, [{ ...of, kind: 'item-9', ...wish, evidence: { key, pieces } }], 'crisis');
  }

  /** Tapped signs: one flag a lane and colour. */
  async signs(tx: Tx, key: Key, of: Of, signs: readonly SafetySign[]): Promise<Raised> {
    const at = { at: tx.now.toString(), promptId: of.promptId };
    const wishes = SIGN_KINDS.flatMap(({ kind, lane, colour }): FlagWish[] => {
      const those = signs.filter((sign) => {
        const meaning: SafetySignMeaning = SAFETY_SIGNS[sign];
        return meaning.lane === lane && meaning.colour === colour;
      });
      const pieces: Evidence[] = [{ ...at, kind: 'signs', signs: those }];
      return those.length > 0 ? [{ ...of, kind, colour, evidence: { key, pieces } }] : [];
    });
    return this.raise(tx, wishes, helpWith(wishes));
  }

  /** Listed phrases in what was sent, where the clinic has them looked for. */
  async phrases(
    tx: Tx,
    key: Key,
    of: Of,
    { words, language }: { words: string; language: string },
  ): Promise<Raised & { found: boolean }> {
    const list = phraseListOf(language, PHRASE_LISTS);
    const phrases = list && (await looksForPhrases(tx)) ? foundPhrases(words, list) : [];
    if (!list || phrases.length === 0) return { ...NOTHING, found: false };
    const said = { at: tx.now.toString(), promptId: of.promptId, listVersion: list.version };
    const pieces = phrases.map(({ phrase, from, to }): Evidence => ({
      ...said,
      kind: 'phrase',
      phrase,
      sentence: sentenceAround(words, { from, to }),
    }));
    const wish: FlagWish = { ...of, kind: 'phrase', colour: 'amber', evidence: { key, pieces } };
    return { ...(await this.raise(tx, [wish], 'crisis')), found: true };
  }

  private async raise(tx: Tx, wishes: readonly FlagWish[], help: FlagHelp | null): Promise<Raised> {
    if (wishes.length === 0) return NOTHING;
    const hours: ClinicHours[] = [];
    const flagIds: string[] = [];
    for (const wish of wishes) {
      const raised = await this.flags.raise(tx, wish);
      flagIds.push(raised.flagId);
      hours.push(raised.hours);
    }
    // Of two rosters the later one: what is promised must hold for both.
    const seen = hours.map((one) => seenBy(one, tx.now));
    const latest = seen.some((one) => one === null) ? null : (seen.sort(byTime).at(-1) ?? null);
    return { flagIds, help, seenBy: latest, isOpenNow: hours.every((one) => isOpen(one, tx.now)) };
  }
}

const SIGN_KINDS: readonly (SafetySignMeaning & { kind: FlagKind; colour: FlagColour })[] = [
  { kind: 'body-now', lane: 'medical', colour: 'red' },
  { kind: 'mind-now', lane: 'psychological', colour: 'red' },
  { kind: 'body-today', lane: 'medical', colour: 'amber' },
  { kind: 'mind-today', lane: 'psychological', colour: 'amber' },
];

function helpWith(wishes: readonly FlagWish[]): FlagHelp | null {
  const kinds = wishes.map(({ kind }) => kind);
  if (kinds.includes('body-now')) return 'emergency';
  if (kinds.includes('mind-now')) return 'crisis';
  return kinds.length > 0 ? 'today' : null;
}

async function looksForPhrases(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ looks: boolean }>(
    'select looks_for_phrases as looks from clinics where clinic_id = $1',
    [tx.actor.clinicId],
  );
  return row?.looks ?? true;
}

function byTime(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  return Temporal.Instant.compare(one!, other!);
}
