import { Injectable } from '@nestjs/common';
import type { OpenClient } from '@app/clients/client-contact.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { type CallBack, openCallBacks } from '@app/safety/call-backs.queries.js';
import { type FoundFlags, FlagViews } from '@app/safety/flag-views.service.js';
import type { FlagView } from '@app/safety/flag.view.js';
import { PatternNotes } from './pattern-notes.service.js';
import type { CallBackView, GoneQuietView, TodayView } from './today.view.js';

/** Whom somebody has to turn to, as far as the day's transaction knows it. */
export interface CareOfDay extends Pick<TodayView, 'callBacks' | 'goneQuiet'> {
  flags: FoundFlags;
  clientIds: string[];
}

/** Who needs a person now, who waits for a call, and who has gone quiet. */
@Injectable()
export class TodayCare {
  constructor(
    private readonly clients: ClientsService,
    private readonly flagViews: FlagViews,
    private readonly patterns: PatternNotes,
  ) {}

  async of(tx: Tx): Promise<CareOfDay> {
    const flags = await this.flagViews.foundOpen(tx);
    const seen = new Set(flags.flags.map(({ id }) => id));
    // Who sees the flag itself needs no second line about it.
    const waiting = (await openCallBacks(tx)).filter(({ flagId }) => !seen.has(flagId));
    const quiet = await this.patterns.goneQuiet(tx);
    const ids = [...waiting.map(({ clientId }) => clientId), ...quiet.map(({ clientId }) => clientId)];
    const clients = await this.clients.openMany(tx, [...new Set(ids)]);
    return {
      flags,
      callBacks: waiting.flatMap((row) => callBackView(row, clients.get(row.clientId))),
      goneQuiet: quiet.map(({ clientId, since, note }): GoneQuietView => ({
        client: { id: clientId, name: clients.get(clientId)?.name ?? '' },
        since: since.toString(),
        why: [note],
      })),
      clientIds: [...ids, ...flags.flags.map(({ clientId }) => clientId)],
    };
  }

  /** After that transaction: the product opens what the flags rest on in one of its own. */
  openedFlags(actor: StaffActor, { flags }: CareOfDay): Promise<FlagView[]> {
    return this.flagViews.opened(actor, flags);
  }
}

function callBackView(waiting: CallBack, client: OpenClient | undefined): CallBackView[] {
  if (!client) return [];
  const { flagId, clientId, raisedAt, acknowledgedAt, callBy } = waiting;
  return [
    {
      flagId,
      client: { id: clientId, name: client.name ?? '', phone: client.phone, timeZone: client.row.timeZone },
      raisedAt: raisedAt.toString(),
      acknowledgedAt: acknowledgedAt?.toString() ?? null,
      callBy: callBy?.toString() ?? null,
    },
  ];
}
