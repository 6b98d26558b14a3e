/** Where the page's own files are; same origin only. */
export interface PageAssets {
  /** tokens.css and client.css in one file, e.g. `/r/assets/client.<hash>.css`. */
  stylesheet: string;
  /** autosave.js, or null to leave it out: every page works without. */
  script: string | null;
  /** URLs of `clientFonts`, preloaded. */
  fonts: readonly string[];
  icon?: string;
}

/** A button that raises a request for a call: a POST of `act=call-me` and `nonce` to `action`. */
export interface CallMeProps {
  action: string;
  nonce: string;
  /** When somebody sees it, e.g. "Today if you ask before 5 pm, or the next working day". */
  note: string | null;
  /** Id of a form on the page the button belongs to, so that what was typed there travels with it. */
  withForm?: string;
}

/** Where a person in one country can turn at any hour. */
export interface CountryHelpProps {
  /** Name of the country. */
  country: string;
  /** Null: none that we know. */
  crisisLine: {
    /** As the line words itself, e.g. "Call or text 988"; null: "Call {number}". */
    label: string | null;
    number: string;
    /** A number that takes texts, where it is shown by itself. */
    textNumber?: string | null;
    /** "Free, any hour, any reason. US." */
    note: string | null;
  } | null;
  /** Null: none that we know. */
  emergencyNumber: string | null;
  /** Absent: the usual words. */
  emergencyNote?: string;
}

/** Who else can be turned to. Rows always stand in the same order; a null row is left out. */
export interface HelpProps {
  /** One where the country is known; otherwise all we have, each under its country's name. */
  countries: readonly CountryHelpProps[];
  callMe: CallMeProps | null;
  clinicPhone: string | null;
  /** On the client's clock, e.g. "Weekdays, 9 am to 7 pm Mountain time". */
  clinicHoursText: string | null;
  /** Named by the clinic, outside the care team. */
  otherContact: { name: string; phone: string; note: string } | null;
}

/** What every client page is given. */
export interface FrameProps {
  /** Null where no clinic is known: a link that does not exist. */
  clinicName: string | null;
  /** First name of the practitioner who reads, or null: "your care team". */
  reader: string | null;
  help: HelpProps;
  assets: PageAssets;
  /** BCP 47. */
  locale: string;
  /** Where the clinic's name leads. */
  home?: string;
  /** URL of "who sees what". */
  whoReads?: string | null;
}
