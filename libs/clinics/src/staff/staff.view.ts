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
  location!: MyLocationView;
}

/** The signed-in person, in the clinic their sign-in is for. */
export class MeView {
  accountId!: string;
  staffMemberId!: string;
  name!: string;
  email!: string;
  roles!: Role[];
  clinic!: MyClinicView;
}
