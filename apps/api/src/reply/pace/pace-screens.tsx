import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { ClientPage } from '@app/course/client-page.service.js';
import { CONSENT_VERSION } from '@app/design/words/consent-text.js';
import { seenBy } from '@app/safety/clinic-hours.rules.js';
import { ReplyFrames } from '../reply-frames.js';
import { dayOrNull, momentOf, notNowChoices } from '../reply-words.js';
import { askForWords } from '../words/ask-for-words.js';
import { CallMePage } from '../views/call-me-page.js';
import type { FormProps } from '../views/props.js';
import { OptInDonePage, OptInPage, OptInTooOldPage, SetPassphrasePage } from './opt-in-pages.js';
import { PacePage } from './pace-page.js';
import type { SetPassphrasePageProps } from './pace-props.js';
import { restChoices, restEndOf } from './pace-words.js';
import { AskedPage, PacedPage, RestingPage, StartedPage, StoppedPage } from './standing-pages.js';

/** A page about the e-mails, with the address and the form that belong to it. */
export interface PaceScreen {
  page: ClientPage;
  mailingId: string;
  form: FormProps;
}

/** Turns where a client stands into the page that shows it. */
@Injectable()
export class PaceScreens {
  constructor(private readonly frames: ReplyFrames) {}

  /** Rest, pace and stop; for who has stopped, the way back. */
  pace(screen: PaceScreen): ReactElement {
    const { page, form } = screen;
    if (page.isStopped) return this.stopped(screen);
    const { prompt } = page;
    const isOpen = prompt?.state === 'open';
    return (
      <PacePage
        frame={this.frameOf(screen)}
        form={form}
        firstName={page.client.firstName}
        rest={restEndOf(page)}
        rests={restChoices(page)}
        notNow={isOpen ? notNowChoices({ ...page, closesAt: prompt.closesAt }) : []}
        pace={page.pace}
        backUrl={isOpen ? urlOf(screen) : null}
        shiftUrl={`${urlOf(screen)}/shift`}
        askForWords={askForWords(screen)}
      />
    );
  }

  /** What holds now, for a way back from a rest or a stop. */
  standing(screen: PaceScreen): ReactElement {
    const rest = restEndOf(screen.page);
    if (screen.page.isStopped) return this.stopped(screen);
    return rest ? this.pace(screen) : this.started(screen);
  }

  resting(screen: PaceScreen): ReactElement {
    const rest = restEndOf(screen.page);
    if (!rest) return this.pace(screen);
    return <RestingPage {...this.partsOf(screen)} rest={rest} />;
  }

  started(screen: PaceScreen): ReactElement {
    return <StartedPage {...this.partsOf(screen)} nextOn={dayOrNull(screen.page.nextAt, screen.page)} />;
  }

  paced(screen: PaceScreen): ReactElement {
    return <PacedPage {...this.partsOf(screen)} pace={screen.page.pace} />;
  }

  stopped(screen: PaceScreen): ReactElement {
    return <StoppedPage frame={this.frameOf(screen)} form={screen.form} />;
  }

  asked(screen: PaceScreen): ReactElement {
    return <AskedPage frame={this.frameOf(screen)} />;
  }

  /** Before the yes, after it, and for a mail that is older than the last stop. */
  optIn(screen: PaceScreen): ReactElement {
    const { page, form } = screen;
    const frame = this.frameOf(screen);
    if (page.isTooOld) return <OptInTooOldPage frame={frame} form={form} />;
    if (page.hasConsent && !page.isStopped) {
      const offersPassphrase = page.mailboxShared === true && !page.passphraseSet;
      return (
        <OptInDonePage
          frame={frame}
          paceUrl={urlOf(screen, '/pace')}
          passphraseUrl={offersPassphrase ? urlOf(screen, '/passphrase') : null}
        />
      );
    }
    return (
      <OptInPage
        frame={frame}
        form={form}
        firstName={page.client.firstName}
        textVersion={CONSENT_VERSION}
        shared={page.mailboxShared}
      />
    );
  }

  setPassphrase(screen: PaceScreen, problem: SetPassphrasePageProps['problem'] = null): ReactElement {
    return (
      <SetPassphrasePage
        frame={this.frameOf(screen)}
        form={screen.form}
        problem={problem}
        laterUrl={urlOf(screen)}
      />
    );
  }

  callRequested(screen: PaceScreen): ReactElement {
    const { page } = screen;
    const seenAt = seenBy(page.clinic.answers, page.callRequestedAt ?? page.now);
    return (
      <CallMePage
        frame={this.frameOf(screen)}
        seenBy={seenAt && momentOf(seenAt, page)}
        already={false}
        hasNumber={page.client.hasPhone}
        wordsSaved={false}
        backUrl={null}
      />
    );
  }

  private partsOf(screen: PaceScreen) {
    return { frame: this.frameOf(screen), form: screen.form, paceUrl: urlOf(screen, '/pace') };
  }

  private frameOf({ page, mailingId, form }: PaceScreen) {
    const frame = this.frames.of(page, mailingId, form);
    // Who reads what stands with a question; here nobody is asked anything.
    return page.prompt ? frame : { ...frame, whoReads: null };
  }
}

function urlOf({ mailingId }: PaceScreen, path = ''): string {
  return `/r/p/${mailingId}${path}`;
}
