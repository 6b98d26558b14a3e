import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import { FRESH_LINK_MINUTES } from '@app/prompts/prompt-mails.js';
import { ReplyFrames } from './reply-frames.js';
import { printable } from './reply-screens.js';
import { ErrorPage } from './views/error-page.js';
import { FreshLinkSentPage } from './views/fresh-link-sent-page.js';
import { HelpPage } from './views/help-page.js';
import { NoCookiePage } from './views/no-cookie-page.js';
import { OpenFreshLinkPage } from './views/open-fresh-link-page.js';
import type { ErrorPageProps, FormProps } from './views/props.js';

/** Pages for a browser we know nothing of. They are the same whether or not there is anything behind them. */
@Injectable()
export class NoCookieScreens {
  constructor(private readonly frames: ReplyFrames) {}

  /** `unsent`: what was posted without a cookie, shown back so that it is not lost. */
  askForLink(mailingId: string, unsent: string | null = null): ReactElement {
    return (
      <NoCookiePage
        frame={this.frames.unknown()}
        form={{ action: `/r/p/${mailingId}/fresh-link`, nonce: '' }}
        minutes={FRESH_LINK_MINUTES}
        unsentWords={unsent ? printable(unsent) : null}
      />
    );
  }

  linkSent(): ReactElement {
    return <FreshLinkSentPage frame={this.frames.unknown()} minutes={FRESH_LINK_MINUTES} />;
  }

  openFreshLink(form: FormProps): ReactElement {
    return <OpenFreshLinkPage frame={this.frames.unknown()} form={form} />;
  }

  help(): ReactElement {
    return <HelpPage frame={this.frames.unknown()} backUrl={null} />;
  }

  error(kind: ErrorPageProps['kind'], unsent: string | null = null): ReactElement {
    return (
      <ErrorPage
        frame={this.frames.unknown()}
        kind={kind}
        retryUrl={null}
        unsentWords={unsent ? printable(unsent) : null}
      />
    );
  }
}
