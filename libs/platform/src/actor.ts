/** Roles of a staff member in one clinic; any set of them (a solo therapist is admin and practitioner). */
export type Role = 'admin' | 'practitioner' | 'coordinator';

/** A signed-in staff member, in the clinic their sign-in is for. */
export interface StaffActor {
  kind: 'staff';
  clinicId: string;
  accountId: string;
  staffMemberId: string;
  roles: readonly Role[];
  /** The sign-in this came by. */
  signInId?: string;
  /** A second factor was given within the last 5 minutes. */
  steppedUp?: boolean;
  requestId?: string;
  ip?: string;
}

/** A client who came through a reply link. */
export interface ClientActor {
  kind: 'client';
  clinicId: string;
  clientId: string;
  promptId?: string;
  requestId?: string;
  ip?: string;
}

/** The product itself at work for one clinic, named by its job. */
export interface SystemActor {
  kind: 'system';
  clinicId: string;
  job: string;
}

/** Who acts. First argument of every service method; becomes the settings that row-level security reads. */
export type Actor = StaffActor | ClientActor | SystemActor;
