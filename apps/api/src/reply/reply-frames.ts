import { Injectable } from '@nestjs/common';
import { helpLinesFor } from '@app/clinics/help-lines.data.js';
import type { ReplyPage } from '@app/course/reply-page.js';
import { wordsIn } from '@app/design/words/say.js';
import { seenBy } from '@app/safety/clinic-hours.rules.js';
import { hoursWords } from './hours-words.js';
import { PageAssetFiles } from './page-assets.js';
import { momentOf } from './reply-words.js';
import type { FormProps, FrameProps } from './views/props.js';

const LOCALE = 'en-US';
const COUNTRY = 'US';

/** What stands around every client page: whose it is, and where help is. */
@Injectable()
export class ReplyFrames {
  constructor(private readonly assets: PageAssetFiles) {}

  /** Nobody is known here: help that anybody can use. */
  unknown(): FrameProps {
    return {
      clinicName: null,
      reader: null,
      help: {
        ...helpOf(COUNTRY),
        callMe: null,
        clinicPhone: null,
        clinicHoursText: null,
        otherContact: null,
      },
      assets: this.assets.urls,
      locale: LOCALE,
      whoReads: null,
    };
  }

  /** The client's clinic; `form` is where the request for a call is posted. */
  of(page: ReplyPage, mailingId: string, form: FormProps): FrameProps {
    const { clinic, client, now } = page;
    const { locale } = client;
    return {
      clinicName: clinic.name,
      reader: page.reader,
      help: {
        ...helpOf(clinic.country),
        callMe: client.isInCare ? { ...form, note: seenNote(page) } : null,
        clinicPhone: clinic.phone,
        clinicHoursText: hoursWords(clinic.hours, client, now),
        otherContact: null,
      },
      assets: this.assets.urls,
      locale,
      whoReads: `/r/p/${mailingId}/who-reads`,
    };
  }
}

function helpOf(country: string) {
  const { crisis, emergencyNumber } = helpLinesFor(country);
  return { crisisLine: { label: crisis.label, number: crisis.number, note: crisis.note }, emergencyNumber };
}

/** When somebody would see a request made now. */
function seenNote(page: ReplyPage): string | null {
  const at = seenBy(page.clinic.hours, page.now);
  if (!at) return null;
  const { day, time } = momentOf(at, page);
  const say = wordsIn(page.client.locale);
  return day ? say('callMe.seenOn', { day, time }) : say('callMe.seenToday', { time });
}
