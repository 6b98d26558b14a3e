import type { CrisisContactKind } from './settings.types.js';

/** Where else a client can turn, as this clinic says. */
export class CrisisContactView {
  kind!: CrisisContactKind;
  version!: number;
  /** What it is called, e.g. "Call or text 988", or whom it is. */
  label!: string;
  phone!: string;
  /** When and for whom, in a few words; may be empty. */
  note!: string;
  /** `YYYY-MM-DD`: when somebody last called it or looked it up. */
  verifiedOn!: string;
}

/** At most one of each kind: `next` is always null. */
export class CrisisContactListView {
  items!: CrisisContactView[];
  next!: string | null;
}
