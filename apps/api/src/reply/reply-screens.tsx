import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { ReplyPage } from '@app/course/reply-page.js';
import { dateWords } from '@app/design/words/when.js';
import type { Answer } from '@app/reflections/reflection-body.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/prompt-mails.js';
import { chipWords } from '@app/reflections/chip-words.js';
import { seenBy } from '@app/safety/clinic-hours.rules.js';
import { ReplyFrames } from './reply-frames.js';
import {
  dayOrNull,
  momentOf,
  notNowChoices,
  readingWords,
  savedState,
  snoozedWords,
  timeOrDayWords,
} from './reply-words.js';
import { AnswerPage } from './views/answer-page.js';
import { CallMePage } from './views/call-me-page.js';
import { ClosedPage } from './views/closed-page.js';
import { InformationPage } from './views/information-page.js';
import { NoCookiePage } from './views/no-cookie-page.js';
import type { AnswerProblem, ClosedPageProps, FormProps } from './views/props.js';
import { SavedPage } from './views/saved-page.js';
import { SetAsidePage } from './views/set-aside-page.js';
import { ThanksPage } from './views/thanks-page.js';
import { WhoReadsPage } from './views/who-reads-page.js';

/** A reply page with the address and the form that belong to it. */
export interface Screen {
  page: ReplyPage;
  mailingId: string;
  /** For acts of the group `answer`; the request for a call is posted with it too. */
  form: FormProps;
}

const NOTHING: Answer = { words: '', checkIns: {}, chips: [] };

/** Turns what is known of a prompt into the page that shows it. */
@Injectable()
export class ReplyScreens {
  constructor(private readonly frames: ReplyFrames) {}

  /** The question with the draft, or with what was posted and did not go through. */
  question(
    screen: Screen,
    {
      answer,
      problem = null,
      nothingWritten = false,
    }: { answer?: Answer; problem?: AnswerProblem | null; nothingWritten?: boolean } = {},
  ): ReactElement {
    const { page, form } = screen;
    const { asked, client } = page;
    const shown = answer ?? page.draft ?? NOTHING;
    return (
      <AnswerPage
        frame={this.frameOf(screen)}
        form={form}
        firstName={client.firstName}
        lastReadOn={dayOrNull(page.lastReadSentAt, page)}
        question={asked.question ?? asked.title}
        hint={asked.hint || null}
        words={printable(shown.words)}
        checkIns={asked.checkIns.map((kind) => ({ kind, chosen: shown.checkIns[kind] ?? null }))}
        chips={asked.chips.map((value) => ({
          value,
          label: chipWords(value, client.locale),
          chosen: shown.chips.includes(value),
        }))}
        reading={readingWords(page)}
        state={page.sent ? { kind: 'sent', time: timeOrDayWords(page.sent.sentAt, page) } : savedState(page)}
        notNow={page.sent ? [] : notNowChoices(page)}
        problem={problem}
        nothingWritten={nothingWritten}
      />
    );
  }

  information(screen: Screen): ReactElement {
    const { asked, client } = screen.page;
    return (
      <InformationPage
        frame={this.frameOf(screen)}
        firstName={client.firstName}
        heading={asked.title}
        text={asked.hint}
      />
    );
  }

  /** Shows what was written only to the browser that wrote it. */
  thanks(screen: Screen): ReactElement {
    const { page, mailingId } = screen;
    const { sent } = page;
    const mine = sent?.isMine ? sent : null;
    const changes = mine && !mine.firstReadAt;
    return (
      <ThanksPage
        frame={this.frameOf(screen)}
        kind={mine?.body.nothing ? 'nothing' : 'sent'}
        sentTime={timeOrDayWords(sent?.sentAt ?? page.now, page)}
        reading={sent?.firstReadAt ? '' : readingWords(page)}
        nextOn={dayOrNull(page.nextAt, page)}
        ownWords={mine && mine.body.words !== '' ? mine.body.words : null}
        changeUrl={changes ? `/r/p/${mailingId}/change` : null}
      />
    );
  }

  saved(screen: Screen): ReactElement {
    const { page, mailingId } = screen;
    const back = page.sent ? `/r/p/${mailingId}/change` : `/r/p/${mailingId}`;
    return (
      <SavedPage
        frame={this.frameOf(screen)}
        savedTime={timeOrDayWords(page.draft?.savedAt ?? page.now, page)}
        openUntil={dayOrNull(page.closesAt, page)}
        backUrl={back}
      />
    );
  }

  setAside(screen: Screen, kind: 'snoozed' | 'skipped'): ReactElement {
    const { page, mailingId } = screen;
    return (
      <SetAsidePage
        frame={this.frameOf(screen)}
        kind={kind}
        when={kind === 'snoozed' && page.snoozedAt ? snoozedWords(page.snoozedAt, page) : null}
        nextOn={kind === 'skipped' ? dayOrNull(page.nextAt, page) : null}
        wordsKept={page.draft !== null}
        backUrl={kind === 'snoozed' ? `/r/p/${mailingId}` : null}
      />
    );
  }

  callRequested(screen: Screen, already: boolean): ReactElement {
    const { page, mailingId } = screen;
    const seenAt = seenBy(page.clinic.hours, page.callRequestedAt ?? page.now);
    return (
      <CallMePage
        frame={this.frameOf(screen)}
        seenBy={seenAt && momentOf(seenAt, page)}
        already={already}
        hasNumber={page.client.hasPhone}
        wordsSaved={page.draft !== null && page.state === 'open'}
        backUrl={page.state === 'open' ? `/r/p/${mailingId}` : null}
      />
    );
  }

  /** `unsent`: what was posted after closing; else a draft that was never sent. */
  closed(screen: Screen, kind: ClosedPageProps['kind'], unsent: string | null = null): ReactElement {
    const { page } = screen;
    const words = unsent || page.draft?.words || null;
    return (
      <ClosedPage
        frame={this.frameOf(screen)}
        kind={kind}
        nextOn={dayOrNull(page.nextAt, page)}
        unsentWords={words && printable(words)}
      />
    );
  }

  /** Another browser holds a draft of this question: a fresh link leads to it. */
  elsewhere(screen: Screen, unsent: string): ReactElement {
    return (
      <NoCookiePage
        frame={this.frameOf(screen)}
        form={{ action: `/r/p/${screen.mailingId}/fresh-link`, nonce: '' }}
        minutes={FRESH_LINK_MINUTES}
        unsentWords={unsent ? printable(unsent) : null}
      />
    );
  }

  whoReads(screen: Screen): ReactElement {
    const { page, mailingId } = screen;
    return (
      <WhoReadsPage
        frame={this.frameOf(screen)}
        readers={page.careTeam}
        covers={page.covers.map(({ name, awayName, untilOn }) => ({
          name,
          awayName,
          untilDay: dateWords(untilOn, page.client.locale),
        }))}
        backUrl={`/r/p/${mailingId}`}
      />
    );
  }

  private frameOf({ page, mailingId, form }: Screen) {
    return this.frames.of(page, mailingId, form);
  }
}

/** HTML cannot hold NUL; everything else is shown as it came. */
export function printable(words: string): string {
  return words.replaceAll('\0', '');
}
