/** Who the clinic's e-mails come from. */
export class SenderView {
  /** 0 while nothing is saved. */
  version!: number;
  /** Stands beside the address in From. */
  fromName!: string;
  /** Where answers go once it is verified; empty while nothing is saved. */
  replyTo!: string;
  /** When somebody opened the link that went to `replyTo`; null: not yet. */
  verifiedAt!: string | null;
  /** What e-mails are sent from; the same for every clinic of this service. */
  address!: string;
}
