import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { ClientPage } from '@app/course/client-page.service.js';
import { wordsIn } from '@app/design/words/say.js';
import { newId } from '@app/platform/ids/ids.js';
import { SHIFT_RESPONSES, SHIFT_TRIGGERS } from '@app/reflections/answer.types.js';
import { chipWords } from '@app/reflections/chip-words.js';
import { ReplyFrames } from '../reply-frames.js';
import type { FormProps } from '../views/props.js';
import { ShiftNotedPage, ShiftPage } from './shift-page.js';
import { SHIFT_CHIPS, shiftQuery, type ShiftStep } from './shift-steps.rules.js';

/** A page about a small shift, with the address and the form that belong to it. */
export interface ShiftScreen {
  page: ClientPage;
  mailingId: string;
  form: FormProps;
}

/** The three taps as pages. */
@Injectable()
export class ShiftScreens {
  constructor(private readonly frames: ReplyFrames) {}

  step(screen: ShiftScreen, step: ShiftStep): ReactElement {
    const { page, mailingId, form } = screen;
    const { locale } = page.client;
    const say = wordsIn(locale);
    const here = `/r/p/${mailingId}/shift`;
    const common = { frame: this.frameOf(screen), hint: null, links: [], sends: null };
    switch (step.tap) {
      case 1:
        return (
          <ShiftPage
            {...common}
            tap={1}
            heading={say('shiftLog.trigger')}
            links={SHIFT_TRIGGERS.map((each) => ({
              url: here + shiftQuery(each),
              label: say(`shift.trigger.${each}`),
            }))}
            backUrl={`/r/p/${mailingId}`}
          />
        );
      case 2:
        return (
          <ShiftPage
            {...common}
            tap={2}
            heading={say('shiftLog.response')}
            links={SHIFT_RESPONSES.map((each) => ({
              url: here + shiftQuery(step.trigger, each),
              label: say(`shift.response.${each}`),
            }))}
            backUrl={here}
          />
        );
      case 3: {
        const given = new URLSearchParams(shiftQuery(step.trigger, step.response));
        return (
          <ShiftPage
            {...common}
            tap={3}
            heading={say('shiftLog.chip')}
            hint={say('shiftLog.chipHint')}
            sends={{
              form: { ...form, action: here },
              fields: [...given.entries(), ['once', newId()]],
              choices: [
                ...SHIFT_CHIPS.map((value) => ({ value, label: chipWords(value, locale) })),
                { value: '', label: say('shiftLog.noChip') },
              ],
            }}
            backUrl={here + shiftQuery(step.trigger)}
          />
        );
      }
    }
  }

  noted(screen: ShiftScreen): ReactElement {
    const { mailingId } = screen;
    return (
      <ShiftNotedPage
        frame={this.frameOf(screen)}
        againUrl={`/r/p/${mailingId}/shift`}
        backUrl={`/r/p/${mailingId}`}
      />
    );
  }

  private frameOf({ page, mailingId, form }: ShiftScreen) {
    return this.frames.of(page, mailingId, form);
  }
}
