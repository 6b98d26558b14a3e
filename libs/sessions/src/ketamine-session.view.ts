import { localTimeAt } from '@app/clients/client-clock.rules.js';
import type { KetamineSession } from './ketamine-session.entity.js';
import type { KetamineRoute, KetamineSessionStatus, SessionSetting } from './session.types.js';

export class KetamineSessionView {
  id!: string;
  version!: number;
  clientId!: string;
  seriesId!: string;
  locationId!: string;
  route!: KetamineRoute;
  setting!: SessionSetting;
  status!: KetamineSessionStatus;
  heldAt!: string;
  /** On the location's clock, `YYYY-MM-DDTHH:MM`. */
  heldLocal!: string;
  /** The location's zone. */
  timeZone!: string;
  /** From 1, in the order of time. */
  numberInSeries!: number;
  completedAt!: string | null;
}

export class KetamineSessionListView {
  items!: KetamineSessionView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

export function ketamineSessionView(
  row: KetamineSession,
  { timeZone, number }: { timeZone: string; number: number },
): KetamineSessionView {
  return {
    id: row.id,
    version: row.version,
    clientId: row.clientId,
    seriesId: row.seriesId,
    locationId: row.locationId,
    route: row.route,
    setting: row.setting,
    status: row.status,
    heldAt: row.heldAt.toString(),
    heldLocal: localTimeAt(row.heldAt, timeZone),
    timeZone,
    numberInSeries: number,
    completedAt: row.completedAt?.toString() ?? null,
  };
}
