import type { Role } from '@app/platform/actor.js';
import type { InvitationState } from './invitation-state.rules.js';

/** An invitation, as the clinic's admins see it. */
export class InvitationView {
  id!: string;
  version!: number;
  email!: string;
  name!: string;
  roles!: Role[];
  locationName!: string;
  createdAt!: string;
  expiresAt!: string;
  state!: InvitationState;
}

/** What somebody sees who follows the link of an invitation. */
export class OpenedInvitationView {
  clinicName!: string;
  email!: string;
  name!: string;
  roles!: Role[];
  /** True: the address has an account, and its own password is asked for. */
  hasAccount!: boolean;
}
