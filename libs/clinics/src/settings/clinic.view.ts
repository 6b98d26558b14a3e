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
  /** Null while the clinic is being set up. */
  setUpAt!: string | null;
}
