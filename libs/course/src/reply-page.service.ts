import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { helpOf } from '@app/clinics/settings/clinic-help.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { MeasuresService } from '@app/measures/measures.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { DraftsService } from '@app/reflections/drafts.service.js';
import { promisedBy, type ReadingFacts, readingPromise } from '@app/reflections/reading-contract.rules.js';
import { promiseForSent } from '@app/reflections/sent-promise.rules.js';
import { type SentReflection, SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { WishesService } from '@app/reflections/wishes.service.js';
import { openCallRequest } from '@app/safety/call-requests.service.js';
import { thresholdsOf } from '@app/safety/patterns/pattern-thresholds.js';
import { askedQuestion, UNASKED } from './asked-question.js';
import {
  type BrowserHash,
  clientActor,
  isOfPrompt,
  type PromptEntry,
  type ReplyEntry,
} from './reply-door.service.js';
import {
  careTeamRows,
  coverRows,
  lastRead,
  type PageOf,
  replyFacts,
  type ReplyFactsRow,
} from './reply-page.queries.js';
import { type ReplyPage, type ReplyState, replyState } from './reply-page.js';

/**
 * Reads a reply page. Writes nothing, no audit row either: mail scanners open links, and a client who looks
 * at their own page leaves no trace.
 */
@Injectable()
export class ReplyPageService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly drafts: DraftsService,
    private readonly sent: SentReflectionsService,
    private readonly measures: MeasuresService,
    private readonly wishes: WishesService,
  ) {}

  /** @throws NotFound */
  read(entry: PromptEntry, browser: BrowserHash | null): Promise<ReplyPage> {
    return this.readOf(entry, { clientId: entry.clientId, promptId: entry.promptId }, browser);
  }

  /** The page for something nobody asked for. Its mailing gives its reflection the id. @throws NotFound */
  readUnasked(entry: ReplyEntry, browser: BrowserHash | null): Promise<ReplyPage> {
    const { clientId, mailingId } = entry;
    return this.readOf(entry, { clientId, promptId: null, reflectionId: mailingId }, browser);
  }

  private readOf(entry: ReplyEntry, of: PageOf, browser: BrowserHash | null): Promise<ReplyPage> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const key = await this.keyring.client(tx, entry.clientId);
      const facts = await replyFacts(tx, of);
      const written = await this.written(tx, key, of, browser);
      const state = stateOf(facts, written.sent !== null, tx.now);
      const asked = isOfPrompt(entry) ? await askedQuestion(tx, key, entry.promptId, facts) : UNASKED;
      const since = facts.email_changed_at && toInstant(facts.email_changed_at);
      return {
        now: tx.now,
        state,
        asked,
        measure: await this.measureOf(tx, asked),
        closesAt: facts.closes_at && toInstant(facts.closes_at),
        clinic: clinicOf(facts),
        client: await this.client(tx, entry.clientId, facts),
        ...(await this.people(tx, of, facts, written.sent)),
        nextAt: facts.next_at && !facts.is_quiet ? toInstant(facts.next_at) : null,
        snoozedAt: facts.snoozed_at && toInstant(facts.snoozed_at),
        compares: {
          thresholds: thresholdsOf(facts.pattern_thresholds),
          looksForPhrases: facts.looks_for_phrases,
        },
        shownBack:
          state === 'open' && isOfPrompt(entry) ? await this.wishes.shownBack(tx, key, tx.now, since) : null,
        callRequestedAt: (await openCallRequest(tx, entry.clientId))?.raisedAt ?? null,
        ...written,
      };
    });
  }

  private async measureOf(tx: Tx, { measure }: AskedQuestion): Promise<MeasureDefinition | null> {
    if (!measure) return null;
    const definition = await this.measures.definition(tx, measure.code, measure.version);
    if (!definition) throw new Error(`There is no measure ${measure.code} version ${measure.version}.`);
    return definition;
  }

  private async client(tx: Tx, clientId: string, facts: ReplyFactsRow): Promise<ReplyPage['client']> {
    const clinicKey = await this.keyring.clinic(tx);
    const name = facts.name_sealed && openName(clinicKey, tx, 'client.name', clientId, facts.name_sealed);
    return {
      firstName: facts.greets_by_name && name ? firstNameOf(name) : null,
      timeZone: facts.time_zone,
      locale: `${facts.language}-${facts.country}`,
      quietFrom: facts.quiet_from,
      quietTo: facts.quiet_to,
      isInCare: facts.is_in_care,
      hasPhone: facts.has_phone,
      isQuiet: facts.is_quiet,
    };
  }

  /** Who reads: whoever holds the next call, else who has read for this client longest and is not away. */
  private async people(
    tx: Tx,
    of: PageOf,
    facts: ReplyFactsRow,
    sent: SentReflection | null,
  ): Promise<
    Pick<
      ReplyPage,
      'reader' | 'careTeam' | 'covers' | 'reading' | 'readingSoonBy' | 'lastReadSentAt' | 'lastReadBy'
    >
  > {
    const { clientId } = of;
    const clinicKey = await this.keyring.clinic(tx);
    const team = (await careTeamRows(tx, clientId)).map(({ id, seat, name_sealed: sealed }) => ({
      id,
      seat,
      name: openName(clinicKey, tx, 'staff.name', id, sealed),
    }));
    const known = readingFactsOf(facts);
    const reading = sent ? promiseForSent(known, sent, tx.now) : readingPromise(known, tx.now);
    const caller = reading.kind === 'before-call' ? team.find(({ id }) => id === facts.caller_id) : undefined;
    const covers = (await coverRows(tx, clientId)).map((row) => ({
      id: row.id,
      name: openName(clinicKey, tx, 'staff.name', row.id, row.name_sealed),
      awayId: row.away_id,
      awayName: openName(clinicKey, tx, 'staff.name', row.away_id, row.away_name_sealed),
      untilOn: row.until_on,
      isOnTeam: row.on_team,
    }));
    const isAway = (id: string) => covers.some(({ awayId }) => awayId === id);
    const words = team.filter(({ seat }) => seat === 'words');
    const reader = caller ?? words.find(({ id }) => !isAway(id)) ?? covers[0] ?? words[0];
    const read = facts.tells_when_read ? await lastRead(tx, reader?.id ?? null, of) : null;
    return {
      reader: reader ? firstNameOf(reader.name) : null,
      careTeam: team.map(({ name, seat }) => ({ name, seat })),
      covers: covers
        .filter(({ isOnTeam }) => !isOnTeam)
        .map(({ name, awayName, untilOn }) => ({ name, awayName, untilOn })),
      reading,
      readingSoonBy: promisedBy(known, 'next-working-day', tx.now),
      lastReadSentAt: read && toInstant(read.sent_at),
      lastReadBy: read && firstNameOf(openName(clinicKey, tx, 'staff.name', read.by_id, read.by_name_sealed)),
    };
  }

  private async written(
    tx: Tx,
    key: Key,
    { promptId, reflectionId }: PageOf,
    browser: BrowserHash | null,
  ): Promise<Pick<ReplyPage, 'draft' | 'sent'>> {
    const draft = browser && promptId && (await this.drafts.find(tx, key, promptId, browser));
    const sent = promptId
      ? await this.sent.ofPrompt(tx, key, promptId)
      : reflectionId
        ? await this.sent.ofId(tx, key, reflectionId)
        : null;
    const isMine = browser !== null && sent?.body.browser === browser.toString('base64');
    return { draft: draft || null, sent: sent && { ...sent, isMine } };
  }
}

/** Who has stopped gets no question, and may still leave something. */
function stateOf(facts: ReplyFactsRow, isSent: boolean, now: Temporal.Instant): ReplyState {
  if (facts.status === null) return isSent ? 'answered' : facts.is_in_care ? 'open' : 'ended';
  if (facts.has_ended) return 'ended';
  return replyState(facts.status, facts.closes_at && toInstant(facts.closes_at), now);
}

function readingFactsOf(facts: ReplyFactsRow): ReadingFacts {
  return {
    nextCallAt: facts.call_at && toInstant(facts.call_at),
    readingDays: facts.reading_days,
    locationZone: facts.location_zone,
    openTo: facts.open_to,
    openDays: facts.open_days,
  };
}

function clinicOf(facts: ReplyFactsRow): ReplyPage['clinic'] {
  return {
    name: facts.clinic_name,
    country: facts.country,
    phone: facts.phone,
    help: helpOf(facts.country, facts.crisis_contacts),
    hours: {
      timeZone: facts.location_zone,
      openFrom: facts.open_from,
      openTo: facts.open_to,
      openDays: facts.open_days,
    },
    answers: facts.answering_hours,
  };
}

function openName(key: Key, tx: Tx, label: string, rowId: string, sealed: Buffer): string {
  return unseal(key, { clinicId: tx.actor.clinicId, label, rowId }, sealed);
}

function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0]!;
}
