import { Injectable } from '@nestjs/common';
import { allHelpLines, type HelpLines, knownHelpLinesFor } from '@app/clinics/help-lines.data.js';
import type { ReplyPlace } from '@app/course/reply-place.service.js';
import type { ReplyPage } from '@app/course/reply-page.js';
import type { CountryHelpProps } from '@app/design/page-frame.types.js';
import { wordsIn } from '@app/design/words/say.js';
import { seenBy } from '@app/safety/clinic-hours.rules.js';
import { hoursWords } from './hours-words.js';
import { PageAssetFiles } from './page-assets.js';
import { momentOf } from './reply-words.js';
import type { FormProps, FrameProps } from './views/props.js';

const LOCALE = 'en-US';

/** What stands around every client page: whose it is, and where help is. */
@Injectable()
export class ReplyFrames {
  constructor(private readonly assets: PageAssetFiles) {}

  /** Nobody is known here: the help of the country, or of every country we have lines of. */
  unknown(country: string | null = null): FrameProps {
    return {
      clinicName: null,
      reader: null,
      help: {
        countries: countriesOf(country, LOCALE),
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

  /** A page of a clinic that shows nothing of the client. */
  ofPlace(place: ReplyPlace | null): FrameProps {
    const frame = this.unknown(place?.country);
    if (!place) return frame;
    return { ...frame, clinicName: place.clinicName, help: { ...frame.help, clinicPhone: place.phone } };
  }

  /** The client's clinic; `form` is where the request for a call is posted. */
  of(page: ReplyPage, mailingId: string, form: FormProps): FrameProps {
    const { clinic, client, now } = page;
    const { locale } = client;
    return {
      clinicName: clinic.name,
      reader: page.reader,
      help: {
        countries: countriesOf(clinic.country, locale),
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

function countriesOf(country: string | null, locale: string): CountryHelpProps[] {
  const known = country === null ? null : knownHelpLinesFor(country);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (known ? [known] : allHelpLines()).map((lines) => countryHelp(lines, names));
}

function countryHelp(
  { country, crisis, emergencyNumber }: HelpLines,
  names: Intl.DisplayNames,
): CountryHelpProps {
  const { label, number, note } = crisis;
  return { country: names.of(country) ?? country, crisisLine: { label, number, note }, emergencyNumber };
}

/** When somebody would see a request made now. */
function seenNote(page: ReplyPage): string | null {
  const at = seenBy(page.clinic.hours, page.now);
  if (!at) return null;
  const { day, time } = momentOf(at, page);
  const say = wordsIn(page.client.locale);
  return day ? say('callMe.seenOn', { day, time }) : say('callMe.seenToday', { time });
}
