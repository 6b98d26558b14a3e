import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { helpOf } from '@app/clinics/settings/clinic-help.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { DraftsService } from '@app/reflections/drafts.service.js';
import { readingPromise, standingPromise } from '@app/reflections/reading-contract.rules.js';
import { SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { openCallRequest } from '@app/safety/call-requests.service.js';
import { type BrowserHash, clientActor, type ReplyEntry } from './reply-door.service.js';
import {
  careTeamRows,
  coverRows,
  lastReadSentAt,
  replyFacts,
  type ReplyFactsRow,
} from './reply-page.queries.js';
import { type ReplyPage, replyState } from './reply-page.js';

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
  ) {}

  /** @throws NotFound */
  read(entry: ReplyEntry, browser: BrowserHash | null): Promise<ReplyPage> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const key = await this.keyring.client(tx, entry.clientId);
      const facts = await replyFacts(tx, entry.promptId);
      const closesAt = facts.closes_at && toInstant(facts.closes_at);
      const people = await this.people(tx, entry, facts);
      return {
        now: tx.now,
        state: facts.has_ended ? 'ended' : replyState(facts.status, closesAt, tx.now),
        asked: askedQuestion(tx, key, entry.promptId, facts),
        closesAt,
        clinic: clinicOf(facts),
        client: await this.client(tx, entry.clientId, facts),
        ...people,
        nextAt: facts.next_at && !facts.is_quiet ? toInstant(facts.next_at) : null,
        snoozedAt: facts.snoozed_at && toInstant(facts.snoozed_at),
        callRequestedAt: (await openCallRequest(tx, entry.clientId))?.raisedAt ?? null,
        ...(await this.written(tx, key, entry.promptId, browser)),
      };
    });
  }

  private async client(tx: Tx, clientId: string, facts: ReplyFactsRow): Promise<ReplyPage['client']> {
    const clinicKey = await this.keyring.clinic(tx);
    const name = facts.name_sealed && openName(clinicKey, tx, 'client.name', clientId, facts.name_sealed);
    return {
      firstName: name && firstNameOf(name),
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
    { clientId, promptId }: ReplyEntry,
    facts: ReplyFactsRow,
  ): Promise<Pick<ReplyPage, 'reader' | 'careTeam' | 'covers' | 'reading' | 'lastReadSentAt'>> {
    const clinicKey = await this.keyring.clinic(tx);
    const team = (await careTeamRows(tx, clientId)).map(({ id, seat, name_sealed: sealed }) => ({
      id,
      seat,
      name: openName(clinicKey, tx, 'staff.name', id, sealed),
    }));
    const reading = readingOf(facts, tx.now);
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
    const readAt = reader ? await lastReadSentAt(tx, reader.id, promptId) : null;
    return {
      reader: reader ? firstNameOf(reader.name) : null,
      careTeam: team.map(({ name, seat }) => ({ name, seat })),
      covers: covers
        .filter(({ isOnTeam }) => !isOnTeam)
        .map(({ name, awayName, untilOn }) => ({ name, awayName, untilOn })),
      reading,
      lastReadSentAt: readAt && toInstant(readAt),
    };
  }

  private async written(
    tx: Tx,
    key: Key,
    promptId: string,
    browser: BrowserHash | null,
  ): Promise<Pick<ReplyPage, 'draft' | 'sent'>> {
    const draft = browser && (await this.drafts.find(tx, key, promptId, browser));
    const sent = await this.sent.ofPrompt(tx, key, promptId);
    const isMine = browser !== null && sent?.body.browser === browser.toString('base64');
    return { draft, sent: sent && { ...sent, isMine } };
  }
}

function askedQuestion(tx: Tx, key: Key, promptId: string, facts: ReplyFactsRow): AskedQuestion {
  if (!facts.question_sealed) return promptTemplate(facts.template_code, facts.template_version);
  const binding = { clinicId: tx.actor.clinicId, label: 'prompt.question', rowId: promptId };
  return JSON.parse(unseal(key, binding, facts.question_sealed)) as AskedQuestion;
}

function readingOf(facts: ReplyFactsRow, now: Temporal.Instant): ReplyPage['reading'] {
  const known = {
    nextCallAt: facts.call_at && toInstant(facts.call_at),
    readingDays: facts.reading_days,
    locationZone: facts.location_zone,
    openTo: facts.open_to,
  };
  return facts.answered_at
    ? standingPromise(known, toInstant(facts.answered_at), now)
    : readingPromise(known, now);
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
  };
}

function openName(key: Key, tx: Tx, label: string, rowId: string, sealed: Buffer): string {
  return unseal(key, { clinicId: tx.actor.clinicId, label, rowId }, sealed);
}

function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0]!;
}
