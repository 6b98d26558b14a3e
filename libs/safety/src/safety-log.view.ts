import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour } from './flag.types.js';

/** What became of one flag: never why, never whose. */
export class SafetyLogItemView {
  /** A short name for it, the same in every copy of this log. */
  flagNumber!: string;
  lane!: SafetyLane;
  /** Red where it ever was. */
  colour!: FlagColour;
  /** ISO instants. */
  raisedAt!: string;
  /** When the first mail server took a notice. */
  toldAt!: string | null;
  openedAt!: string | null;
  claimedAt!: string | null;
  claimedByName!: string | null;
  /** From raised to claimed, whole minutes, closed hours included. */
  minutesToClaim!: number | null;
  closedAt!: string | null;
  /** A promised call was not written down in time. */
  late!: boolean;
  /** How often somebody else was told. */
  escalations!: number;
}

/** At most 2,000, newest first: `next` is always null. */
export class SafetyLogView {
  items!: SafetyLogItemView[];
  next!: string | null;
}
