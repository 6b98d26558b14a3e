import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import { dateWords } from '@app/design/words/when.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/prompt-mails.js';
import { tellsAtOnce } from '@app/reflections/answer-safety.rules.js';
import { answeredTaps } from '@app/reflections/answered-taps.js';
import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import { seenBy } from '@app/safety/clinic-hours.rules.js';
import type { PatternThresholds } from '@app/safety/patterns/pattern.types.js';
import { everythingCompared } from '@app/safety/patterns/what-is-compared.js';
import { UnaskedScreens } from '../unasked/unasked-screens.js';
import { answerScreen, type Shown } from './answer-screen.js';
import { printable } from './printable.js';
import { ReplyFrames } from './reply-frames.js';
import { dayOrNull, momentOf, readingWords, snoozedWords, timeOrDayWords } from './reply-words.js';
import type { Screen } from './screen.types.js';
import { CallMePage } from './views/call-me-page.js';
import { ClosedPage } from './views/closed-page.js';
import { InformationPage } from './views/information-page.js';
import { NoCookiePage } from './views/no-cookie-page.js';
import type { ClosedPageProps } from './views/props.js';
import { SavedPage } from './views/saved-page.js';
import { SetAsidePage } from './views/set-aside-page.js';
import { ThanksPage } from './views/thanks-page.js';
import { WhoReadsPage } from './views/who-reads-page.js';
import { measureLines } from './words/answer-lines.js';
import { askForWords } from './words/ask-for-words.js';

/** Turns what is known of a prompt into the page that shows it. */
@Injectable()
export class ReplyScreens {
  constructor(
    private readonly frames: ReplyFrames,
    private readonly unasked: UnaskedScreens,
  ) {}

  /** A page of the question with the draft, or with what was posted and did not go through. */
  question(screen: Screen, shown: Shown = {}): ReactElement {
    if (screen.isUnasked) return this.unasked.page(screen);
    return answerScreen(this.frameOf(screen), screen, shown);
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
  thanks(screen: Screen, { asksSafe = false }: { asksSafe?: boolean } = {}): ReactElement {
    const { page, mailingId, form } = screen;
    const { sent } = page;
    const mine = sent?.isMine ? sent : null;
    const changes = mine && !mine.firstReadAt && !screen.isUnasked;
    const callSeenAt = page.callRequestedAt && seenBy(page.clinic.answers, page.callRequestedAt);
    return (
      <ThanksPage
        frame={this.frameOf(screen)}
        kind={mine?.body.nothing ? 'nothing' : 'sent'}
        sentTime={timeOrDayWords(sent?.sentAt ?? page.now, page)}
        reading={sent?.firstReadAt ? '' : readingWords(page)}
        nextOn={dayOrNull(page.nextAt, page)}
        ownWords={mine && mine.body.words !== '' ? mine.body.words : null}
        ownTaps={mine ? ownTaps(mine.body, page.measure) : []}
        changeUrl={changes ? `/r/p/${mailingId}/change` : null}
        callAsked={page.callRequestedAt !== null}
        callSeenBy={callSeenAt && momentOf(callSeenAt, page)}
        asksSafe={asksSafe ? { form, yesUrl: `/r/p/${mailingId}` } : null}
        shiftUrl={page.client.isInCare ? `/r/p/${mailingId}/shift` : null}
        askForWords={page.client.isInCare ? askForWords(screen) : null}
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
        told={hasTold(screen)}
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
        told={hasTold(screen)}
        backUrl={kind === 'snoozed' ? `/r/p/${mailingId}` : null}
      />
    );
  }

  callRequested(screen: Screen, already: boolean): ReactElement {
    const { page, mailingId } = screen;
    const seenAt = seenBy(page.clinic.answers, page.callRequestedAt ?? page.now);
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
        paceUrl={kind === 'ended' && page.client.isInCare ? `/r/p/${screen.mailingId}/pace` : null}
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
        compared={comparedLines(page.compares.thresholds, page.client.locale)}
        looksForPhrases={page.compares.looksForPhrases}
        covers={page.covers.map(({ name, awayName, untilOn }) => ({
          name,
          awayName,
          untilDay: dateWords(untilOn, page.client.locale),
        }))}
        backUrl={`/r/p/${mailingId}`}
        askForWords={screen.isUnasked ? null : askForWords(screen)}
      />
    );
  }

  private frameOf({ page, mailingId, form }: Screen) {
    return this.frames.of(page, mailingId, form);
  }
}

function comparedLines(thresholds: PatternThresholds, locale: string): string[] {
  const { intro, alone, together, weak, also } = everythingCompared(thresholds, locale);
  return [intro, ...alone, together, ...weak, ...also];
}

/** The clinic was told of something in the draft. */
function hasTold({ page: { draft, measure } }: Screen): boolean {
  return draft !== null && tellsAtOnce(draft, measure);
}

/** What was chosen, and answered in a questionnaire: the answers, never a total. */
function ownTaps(
  body: ReflectionBody,
  measure: MeasureDefinition | null,
): { question: string; answer: string }[] {
  const chosen = answeredTaps(body).map((tap) => ({
    question: tap.question,
    answer: tap.kind === 'choice' ? tap.chosen.join(' · ') : String(tap.value),
  }));
  return [...chosen, ...(measure ? measureLines(body, measure) : [])];
}
