/** A place of the clinic. Times are `HH:MM` on its own clock. */
export class LocationView {
  id!: string;
  version!: number;
  name!: string;
  /** IANA zone. */
  timeZone!: string;
  /** No prompt goes out from here on, unless a client has hours of their own. */
  quietFrom!: string;
  quietTo!: string;
  openFrom!: string;
  openTo!: string;
  /** ISO weekdays, 1 (Monday) to 7. */
  openDays!: number[];
}

/** Every location, by name: `next` is always null. */
export class LocationListView {
  items!: LocationView[];
  next!: string | null;
}
