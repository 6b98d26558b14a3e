import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { EndedLink, ReplyEntry } from '@app/course/reply-door.service.js';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/prompt-mails.js';
import { UnaskedScreens } from '../unasked/unasked-screens.js';
import { ReplyFrames } from './reply-frames.js';
import { printable } from './printable.js';
import { ClosedPage } from './views/closed-page.js';
import { ErrorPage } from './views/error-page.js';
import { FreshLinkSentPage } from './views/fresh-link-sent-page.js';
import { HelpPage } from './views/help-page.js';
import { NoCookiePage } from './views/no-cookie-page.js';
import { OpenFreshLinkPage } from './views/open-fresh-link-page.js';
import type { AgainProps, ErrorPageProps, FormProps } from './views/props.js';

/**
 * Pages for a browser that has not shown who it is. They are the same whether or not there is anything behind
 * them, but for the help: that is the country's, where the address leads to one.
 */
@Injectable()
export class NoCookieScreens {
  constructor(
    private readonly frames: ReplyFrames,
    private readonly places: ReplyPlaceService,
    private readonly unasked: UnaskedScreens,
  ) {}

  /** `unsent`: what was posted without a cookie, shown back so that it is not lost. */
  async askForLink(mailingId: string, unsent: string | null = null): Promise<ReactElement> {
    return (
      <NoCookiePage
        frame={await this.frameNear(mailingId)}
        form={{ action: `/r/p/${mailingId}/fresh-link`, nonce: '' }}
        minutes={FRESH_LINK_MINUTES}
        unsentWords={unsent ? printable(unsent) : null}
      />
    );
  }

  async linkSent(mailingId: string): Promise<ReactElement> {
    return <FreshLinkSentPage frame={await this.frameNear(mailingId)} minutes={FRESH_LINK_MINUTES} />;
  }

  /** What a link shows that its button spends. */
  open(entry: ReplyEntry, form: FormProps): Promise<ReactElement> {
    return entry.purpose === 'unasked'
      ? this.unasked.open(entry.clinicId, form)
      : this.openFreshLink(entry, form);
  }

  /** For who holds a fresh link: the clinic that sent it is no secret to them. */
  async openFreshLink(entry: ReplyEntry, form: FormProps): Promise<ReactElement> {
    return <OpenFreshLinkPage frame={this.frames.ofPlace(await this.places.ofEntry(entry))} form={form} />;
  }

  /** The clinic is named: its e-mail brought the link. Nothing of the client is. */
  async linkEnded(link: EndedLink, unsent: string | null = null): Promise<ReactElement> {
    return (
      <ClosedPage
        frame={this.frames.ofPlace(await this.places.ofEntry(link))}
        kind="link"
        nextOn={null}
        unsentWords={unsent ? printable(unsent) : null}
      />
    );
  }

  help(): ReactElement {
    return <HelpPage frame={this.frames.unknown()} backUrl={null} />;
  }

  error(
    kind: ErrorPageProps['kind'],
    unsent: string | null = null,
    again: AgainProps | null = null,
  ): ReactElement {
    return (
      <ErrorPage
        frame={this.frames.unknown()}
        kind={kind}
        unsentWords={unsent ? printable(unsent) : null}
        again={again && { ...again, words: printable(again.words) }}
      />
    );
  }

  private async frameNear(mailingId: string) {
    return this.frames.unknown(await this.places.countryOf(mailingId));
  }
}
