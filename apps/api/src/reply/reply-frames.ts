import { Injectable } from '@nestjs/common';
import { allHelpLines, type HelpLines, knownHelpLinesFor } from '@app/clinics/help-lines.data.js';
import type { ClinicHelp } from '@app/clinics/settings/clinic-help.js';
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

/** What a frame needs to know of its page. */
export type FramedPage = Pick<ReplyPage, 'clinic' | 'client' | 'now' | 'reader'>;

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
    const frame = this.unknown();
    if (!place) return frame;
    const { clinicName, country, phone, help } = place;
    return {
      ...frame,
      clinicName,
      help: {
        ...frame.help,
        countries: countriesOfClinic(country, help, LOCALE),
        clinicPhone: phone,
        otherContact: help.other,
      },
    };
  }

  /** As little as it takes to find help: neither the clinic's name nor anybody's. */
  ofNobody(place: ReplyPlace | null): FrameProps {
    const frame = this.ofPlace(place);
    return { ...frame, clinicName: null, help: { ...frame.help, otherContact: null } };
  }

  /** The client's clinic; `form` is where the request for a call is posted. */
  of(page: FramedPage, mailingId: string, form: FormProps): FrameProps {
    const { clinic, client, now } = page;
    const { locale } = client;
    return {
      clinicName: clinic.name,
      reader: page.reader,
      help: {
        countries: countriesOfClinic(clinic.country, clinic.help, locale),
        callMe: client.isInCare ? { ...form, note: seenNote(page) } : null,
        clinicPhone: clinic.phone,
        clinicHoursText: hoursWords(clinic.hours, client, now),
        otherContact: clinic.help.other,
      },
      assets: this.assets.urls,
      locale,
      whoReads: `/r/p/${mailingId}/who-reads`,
    };
  }
}

/** What the clinic or its country has; where neither has anything, all we have, by country. */
function countriesOfClinic(
  country: string,
  { crisis, emergency }: ClinicHelp,
  locale: string,
): CountryHelpProps[] {
  if (!crisis && !emergency) return countriesOf(null, locale);
  return [
    {
      country: nameOf(country, locale),
      crisisLine: crisis,
      emergencyNumber: emergency?.number ?? null,
      ...(emergency?.note !== undefined && { emergencyNote: emergency.note }),
    },
  ];
}

function countriesOf(country: string | null, locale: string): CountryHelpProps[] {
  const known = country === null ? null : knownHelpLinesFor(country);
  return (known ? [known] : allHelpLines()).map((lines) => countryHelp(lines, locale));
}

function countryHelp({ country, crisis, emergencyNumber }: HelpLines, locale: string): CountryHelpProps {
  return { country: nameOf(country, locale), crisisLine: crisis, emergencyNumber };
}

function nameOf(country: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
}

/** When somebody would see a request made now. */
function seenNote(page: FramedPage): string | null {
  const at = seenBy(page.clinic.answers, page.now);
  if (!at) return null;
  const { day, time } = momentOf(at, page);
  const say = wordsIn(page.client.locale);
  return day ? say('callMe.seenOn', { day, time }) : say('callMe.seenToday', { time });
}
