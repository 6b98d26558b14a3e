import type { Role } from '@app/platform/actor.js';

export class AuditClientView {
  id!: string;
  name!: string;
}

/** Who did or was refused what, whose data it was. */
export class AuditEventView {
  id!: string;
  at!: string;
  actorKind!: 'staff' | 'client' | 'system';
  /** Null for the product itself. */
  actorName!: string | null;
  /** Roles the staff member had at that time. */
  roles!: Role[];
  /** What the product itself was doing, e.g. `send-mailing`. */
  job!: string | null;
  /** e.g. `client.read` */
  action!: string;
  outcome!: 'done' | 'refused';
  /** Of a refusal: method and pattern of the path, e.g. `GET /api/clients/:id`. */
  operation!: string | null;
  subjectType!: string;
  subjectCount!: number;
  /** Whose data it was. Rows about this log itself name nobody. */
  clients!: AuditClientView[];
  requestId!: string | null;
  ip!: string | null;
  /** A seal vouches for this row. */
  sealed!: boolean;
}

export class AuditEventListView {
  items!: AuditEventView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

/** How far the log of this clinic is sealed. */
export class AuditSealsView {
  seals!: number;
  lastSeq!: number | null;
  /** When the last seal was made. */
  sealedAt!: string | null;
  /** Rows that wait for a seal. */
  unsealed!: number;
}
