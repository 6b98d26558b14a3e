import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { wordsIn } from '@app/design/words/say.js';
import { dayAndTimeWords, promiseWords } from '@app/design/words/when.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { FlagViews } from '@app/safety/flag-views.service.js';
import type { FlagView } from '@app/safety/flag.view.js';
import { SafetyFlag } from '@app/safety/safety-flag.entity.js';
import { MoreThan } from 'typeorm';
import { BriefsService } from './briefs.service.js';
import type { BriefView } from './brief.view.js';
import { chartQuotes } from './chart-note.rules.js';
import type { ChartNoteView } from './chart-note.view.js';

const LOCALE = 'en-US';
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

/** A note for the clinic's chart, in plain text: what was read, what was done, minutes. Nothing of it is stored. */
@Injectable()
export class ChartNotes {
  constructor(
    private readonly db: Database,
    private readonly briefs: BriefsService,
    private readonly flags: FlagViews,
  ) {}

  /** NotFound for who does not read this client's words. */
  async of(actor: StaffActor, appointmentId: string): Promise<ChartNoteView> {
    const brief = await this.briefs.brief(actor, appointmentId, { forChart: true });
    const closed = await this.closedSince(actor, brief);
    return { text: noteText(brief, closed) };
  }

  private async closedSince(actor: StaffActor, { client, lastCall }: BriefView): Promise<FlagView[]> {
    const since = lastCall ? Temporal.Instant.from(lastCall.startsAt) : LONG_AGO;
    const found = await this.db.inClinic(actor, async (tx) => {
      const flags = await tx.manager.find(SafetyFlag, {
        where: {
          clinicId: actor.clinicId,
          clientId: client.id,
          closedAt: MoreThan(since),
        },
        order: { raisedAt: 'ASC', id: 'ASC' },
      });
      return this.flags.found(tx, flags);
    });
    return this.flags.opened(actor, found);
  }
}

function noteText(brief: BriefView, closed: readonly FlagView[]): string {
  const say = wordsIn(LOCALE);
  const { appointment, client } = brief;
  const place = { timeZone: client.timeZone, locale: LOCALE };
  const when = (at: string | Temporal.Instant) => dayAndTimeWords(at, place);
  const quotes = chartQuotes(brief.reflections.map(chartReflection));
  const dispositions = closed.flatMap(({ raisedAt, label, closed: end }) =>
    end?.disposition
      ? [
          say('chartNote.flag', {
            raised: when(raisedAt),
            label,
            closed: when(end.doneAt),
            name: end.doneByName,
            disposition: end.disposition,
          }),
        ]
      : [],
  );
  const readingMinutes = Math.ceil(brief.readingSeconds / 60);
  return [
    [
      say('chartNote.title', { when: promiseWords(appointment.startsAt, place) }),
      say('chartNote.who', { name: appointment.practitionerName, minutes: appointment.minutes }),
      ...(readingMinutes > 0 ? [say('chartNote.reading', { minutes: readingMinutes })] : []),
    ],
    quotes.length > 0
      ? [
          say('chartNote.quotes'),
          ...quotes.map(({ sentAt, quote }) => say('chartNote.quote', { when: when(sentAt), quote })),
        ]
      : [say('chartNote.noQuotes')],
    dispositions.length > 0 ? [say('chartNote.safety'), ...dispositions] : [],
  ]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
}

function chartReflection({ sentAt, words, reading, wishes, marks }: BriefView['reflections'][number]) {
  return {
    sentAt: Temporal.Instant.from(sentAt),
    words,
    isRead: reading?.byMe === true,
    dontRaise: wishes.dontRaise,
    highlights: marks.highlights,
    starred: wishes.starred,
  };
}
