import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { IsNull } from 'typeorm';
import { type CallRequestView, callRequestView } from './call-request.view.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** Requests for a call with the client's name and number opened; inside the caller's transaction. */
@Injectable()
export class CallRequestViews {
  constructor(
    private readonly clients: ClientsService,
    private readonly clinics: ClinicsService,
  ) {}

  /** Those not closed yet, oldest first: of one client, or of every client this actor sees. */
  async open(tx: Tx, clientId?: string): Promise<CallRequestView[]> {
    const flags = await tx.manager.find(SafetyFlag, {
      where: {
        clinicId: tx.actor.clinicId,
        kind: 'call-me',
        closedAt: IsNull(),
        ...(clientId && { clientId }),
      },
      order: { raisedAt: 'ASC', id: 'ASC' },
    });
    return this.views(tx, flags);
  }

  private async views(tx: Tx, flags: readonly SafetyFlag[]): Promise<CallRequestView[]> {
    if (flags.length === 0) return [];
    const clients = await this.clients.openMany(tx, [...new Set(flags.map((flag) => flag.clientId))]);
    const me = tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null;
    const names = await this.clinics.staffNames(tx);
    return flags.flatMap((flag) => {
      const client = clients.get(flag.clientId);
      if (!client) return [];
      const { id, timeZone } = client.row;
      const { acknowledgedAt: at, acknowledgedBy: by, callBy } = flag;
      return callRequestView({
        id: flag.id,
        version: flag.version,
        client: { id, name: client.name, phone: client.phone, timeZone },
        raisedAt: flag.raisedAt,
        acknowledged:
          at && by && callBy ? { at, byName: names.get(by) ?? '', byMe: by === me, callBy } : null,
      });
    });
  }
}
