/** A browser in which the person is signed in. */
export class MySignInView {
  id!: string;
  /** The one that asks. */
  current!: boolean;
  clinicName!: string;
  createdAt!: string;
  /** To the minute. */
  lastSeenAt!: string;
  /** 12 hours after signing in, however much it is used. */
  expiresAt!: string;
  ip!: string | null;
  /** E.g. `Firefox, Windows`. */
  browser!: string | null;
}

export class MySignInsView {
  items!: MySignInView[];
  /** Always null: there are never many. */
  next!: string | null;
}
