import { InvitationView } from '@app/clinics/invitations/invitation.view.js';

/** All of them at once: `next` is always null. */
export class InvitationListView {
  items!: InvitationView[];
  next!: string | null;
}
