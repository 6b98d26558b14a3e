import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { type LapsedPage, UNASKED_HOURS } from '@app/course/unasked-course.service.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/link-lifetimes.js';
import { waitProps } from '../reply/answer-screen.js';
import { printable } from '../reply/printable.js';
import { ReplyFrames } from '../reply/reply-frames.js';
import type { Screen } from '../reply/screen.types.js';
import { readingWords } from '../reply/reply-words.js';
import type { AnswerProblem, FormProps, WaitChoice } from '../reply/views/props.js';
import {
  UnaskedAskedPage,
  UnaskedAskPage,
  UnaskedLapsedPage,
  UnaskedOpenPage,
} from '../reply/views/unasked-link-pages.js';
import { UnaskedPage } from '../reply/views/unasked-page.js';

/** What was posted and did not go through, and why. */
export interface ShownUnasked {
  words?: string;
  wait?: WaitChoice;
  problem?: AnswerProblem | null;
  nothingWritten?: boolean;
  callAsked?: boolean;
}

/** The pages on which a client leaves something unasked. */
@Injectable()
export class UnaskedScreens {
  constructor(
    private readonly frames: ReplyFrames,
    private readonly places: ReplyPlaceService,
  ) {}

  async ask(
    { clinicId, slug }: { clinicId: string; slug: string },
    { email = '', problem = null }: { email?: string; problem?: 'notAnAddress' | null } = {},
  ): Promise<ReactElement> {
    return (
      <UnaskedAskPage
        frame={await this.frameOf(clinicId)}
        action={`/c/${slug}`}
        email={printable(email)}
        minutes={FRESH_LINK_MINUTES}
        problem={problem}
      />
    );
  }

  async asked(clinicId: string): Promise<ReactElement> {
    return <UnaskedAskedPage frame={await this.frameOf(clinicId)} minutes={FRESH_LINK_MINUTES} />;
  }

  /** For who holds the link: the clinic that sent it is no secret to them. */
  async open(clinicId: string, form: FormProps): Promise<ReactElement> {
    return <UnaskedOpenPage frame={await this.frameOf(clinicId)} form={form} hours={UNASKED_HOURS} />;
  }

  async lapsed({ clinicId, slug }: LapsedPage, unsent: string | null): Promise<ReactElement> {
    return (
      <UnaskedLapsedPage
        frame={await this.frameOf(clinicId)}
        againUrl={slug && `/c/${slug}`}
        unsentWords={unsent && printable(unsent)}
      />
    );
  }

  page({ page, mailingId, form }: Screen, shown: ShownUnasked = {}): ReactElement {
    const { asked, client } = page;
    return (
      <UnaskedPage
        frame={this.frames.of(page, mailingId, form)}
        form={form}
        firstName={client.firstName}
        question={asked.question ?? asked.title}
        hint={asked.hint}
        words={printable(shown.words ?? '')}
        reading={readingWords(page)}
        wait={waitProps(page, shown.wait)}
        problem={shown.problem ?? null}
        nothingWritten={shown.nothingWritten ?? false}
        callAsked={shown.callAsked ?? false}
      />
    );
  }

  private async frameOf(clinicId: string) {
    return this.frames.ofPlace(await this.places.ofEntry({ clinicId }));
  }
}
