import type { Role } from '@app/platform/actor.js';

/** A colleague, as pickers name them. */
export class StaffMemberView {
  id!: string;
  name!: string;
  roles!: Role[];
}

/** Where the signed-in person works. */
export class MyLocationView {
  id!: string;
  name!: string;
  /** IANA zone, e.g. `America/Boise`. */
  timeZone!: string;
}

export class MyClinicView {
  id!: string;
  name!: string;
  /** False until an admin has said that everything a client needs is in place. */
  setUp!: boolean;
  location!: MyLocationView;
}

/** A clinic where the person may sign in. */
export class MyMembershipView {
  id!: string;
  name!: string;
  shortName!: string;
}

/** How long the sign-in of this call lasts. */
export class MySignInTimesView {
  /** Seconds without a call after which it ends; calls in the background do not count. */
  idleSeconds!: number;
  /** When it ends, however much it is used. */
  expiresAt!: string;
}

/** The signed-in person, in the clinic their sign-in is for. */
export class MeView {
  accountId!: string;
  staffMemberId!: string;
  name!: string;
  email!: string;
  roles!: Role[];
  /** A mail of counts on the morning of an open day; only practitioners get one. */
  wantsDigest!: boolean;
  clinic!: MyClinicView;
  /** Every clinic where the person works, this one included, by name. */
  clinics!: MyMembershipView[];
  signIn!: MySignInTimesView;
  /** A second factor was given within the last 5 minutes. */
  steppedUp!: boolean;
}
