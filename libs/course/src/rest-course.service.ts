import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import type { ClientView } from '@app/clients/client.view.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { RestLength } from '@app/clients/client.types.js';
import { Database } from '@app/platform/database/database.js';
import { Conflict } from '@app/platform/errors/errors.js';
import { Rests } from './rest-course.js';

const REFUSALS = {
  'no-call': 'no-call-booked',
  stopped: 'client-stopped',
  'not-in-care': 'client-not-active',
} as const;

/** The clinic lets a client's questions rest. The client is told, and can end it. */
@Injectable()
export class RestCourseService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly rests: Rests,
  ) {}

  /** Throws NotFound, Conflict (out of care, stopped, no call booked). */
  begin(actor: StaffActor, clientId: string, length: RestLength): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const outcome = await this.rests.begin(tx, clientId, { length, by: 'clinic' });
      if (outcome !== 'resting') throw new Conflict(REFUSALS[outcome]);
      return this.clients.view(tx, clientId);
    });
  }

  /** Ending twice is ending once. Throws NotFound. */
  end(actor: StaffActor, clientId: string): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.rests.end(tx, clientId);
      return this.clients.view(tx, clientId);
    });
  }
}
