import { Temporal } from 'temporal-polyfill';
import { chipWords } from '@app/reflections/chip-words.js';
import { quoteOf } from '@app/reflections/ranges.rules.js';
import { openReflection, type ReflectionBody } from '@app/reflections/reflection-body.js';
import { type ReflectionView, reflectionView } from '@app/reflections/reflection.view.js';
import { openWishes } from '@app/reflections/wishes.service.js';
import { NO_WISHES } from '@app/reflections/wishes.rules.js';
import type { Wishes } from '@app/reflections/wishes.types.js';
import { briefParts, type PartRows } from './brief-parts.js';
import type { BriefReader } from './brief-reader.types.js';
import type { BriefReflection } from './brief.rules.js';
import { type BriefReflectionRow, type BriefRows, instantOf } from './brief-rows.js';

/** The starter that asks what should not be missed on the call. */
const FOR_THE_CALL = 'not-to-miss';

/** A view, with what its arrangement needs beside it. */
export interface ArrangedReflection extends BriefReflection {
  view: ReflectionView;
  body: ReflectionBody;
}

/** The reflections of a brief, opened. */
export function briefReflections(rows: BriefRows, reader: BriefReader): ArrangedReflection[] {
  const parts = briefParts(rows);
  return rows.reflections.map((row) => arranged(row, rows, reader, parts));
}

function arranged(
  row: BriefReflectionRow,
  { client }: BriefRows,
  reader: BriefReader,
  parts: PartRows,
): ArrangedReflection {
  const { clinicId, staffMemberId, staff, key } = reader;
  const sentAt = instantOf(row.sent_at);
  const isWithdrawn = row.withdrawn_at !== null;
  const body = openReflection(key, { clinicId, rowId: row.id }, Buffer.from(row.body, 'base64'));
  const wishes = isWithdrawn ? NO_WISHES : wishesOf(row, reader);
  const view = reflectionView(
    {
      id: row.id,
      version: row.version,
      clientId: client.id,
      promptId: row.prompt_id,
      sentAt,
      withdrawnAt: row.withdrawn_at === null ? null : instantOf(row.withdrawn_at),
      wait: row.wait,
      promisedBy: row.promised_by === null ? null : instantOf(row.promised_by),
      body,
      reading: row.reading && {
        readAt: instantOf(row.reading.read_at),
        byName: staff.get(row.reading.staff_member_id) ?? '',
        byMe: row.reading.staff_member_id === staffMemberId,
      },
    },
    {
      timeZone: client.time_zone,
      sessionsHeldAt: row.after_session_at ? [instantOf(row.after_session_at)] : [],
      locale: 'en-US',
    },
    parts.of(row.id, { reader, body, wishes }),
  );
  const shift = isWithdrawn ? null : (body.shift?.chip ?? null);
  return {
    id: row.id,
    sentAt,
    isSinceLastCall: row.is_since_last_call,
    title: view.title,
    dayNumber: view.dayNumber,
    words: view.words,
    checkIns: view.checkIns,
    chips: shift ? [...view.chips, { code: shift, label: chipWords(shift, 'en-US') }] : view.chips,
    starred: wishes.starred.map((line) => ({
      quote: quoteOf(view.words, line),
      at: Temporal.Instant.from(line.at),
    })),
    dontRaise: wishes.dontRaise,
    isForTheCall: row.template_code === FOR_THE_CALL,
    view,
    body,
  };
}

function wishesOf({ id, version, wishes }: BriefReflectionRow, { clinicId, key }: BriefReader): Wishes {
  if (wishes === null) return NO_WISHES;
  return openWishes(key, clinicId, { reflectionId: id, version, sealed: Buffer.from(wishes, 'base64') });
}
