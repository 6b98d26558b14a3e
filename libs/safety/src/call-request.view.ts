import { Temporal } from 'temporal-polyfill';

export class CallRequestClientView {
  id!: string;
  name!: string;
  phone!: string | null;
  timeZone!: string;
}

export class CallRequestAcknowledgedView {
  at!: string;
  byName!: string;
  /** Who acknowledged may close, whatever their seat. */
  byMe!: boolean;
  /** "I will call by …" */
  callBy!: string;
}

/** A client asked to be called. Holds no word of theirs. */
export class CallRequestView {
  id!: string;
  version!: number;
  client!: CallRequestClientView;
  raisedAt!: string;
  acknowledged!: CallRequestAcknowledgedView | null;
}

/** Everything a view is made of. */
export interface OpenCallRequest {
  id: string;
  version: number;
  client: { id: string; name: string | null; phone: string | null; timeZone: string };
  raisedAt: Temporal.Instant;
  acknowledged: { at: Temporal.Instant; byName: string; byMe: boolean; callBy: Temporal.Instant } | null;
}

export function callRequestView({
  id,
  version,
  client,
  raisedAt,
  acknowledged,
}: OpenCallRequest): CallRequestView {
  return {
    id,
    version,
    client: { id: client.id, name: client.name ?? '', phone: client.phone, timeZone: client.timeZone },
    raisedAt: raisedAt.toString(),
    acknowledged: acknowledged && {
      at: acknowledged.at.toString(),
      byName: acknowledged.byName,
      byMe: acknowledged.byMe,
      callBy: acknowledged.callBy.toString(),
    },
  };
}
