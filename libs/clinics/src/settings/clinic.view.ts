/** The clinic as its staff see it. */
export class ClinicView {
  id!: string;
  version!: number;
  name!: string;
  /** As e-mails to clients name it. */
  shortName!: string;
  /** ISO 3166-1 alpha-2. */
  country!: string;
  phone!: string;
  /** ISO weekdays, 1 (Monday) to 7, on which reflections are read. */
  readingDays!: number[];
  /** Nothing is sent before the client has confirmed by e-mail. */
  doubleOptIn!: boolean;
  /** E-mails greet clients by first name. */
  greetsByName!: boolean;
  /** "… has read what you sent on …" stands at the top of the next prompt. */
  tellsWhenRead!: boolean;
  /** A computer looks for a few phrases in what clients send. */
  looksForPhrases!: boolean;
  /** The name in `/c/<slug>`, where a client leaves something unasked; null: no such page. */
  slug!: string | null;
  /** Null while the clinic is being set up. */
  setUpAt!: string | null;
}
