import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ClientIntakeService, type NewClient } from '@app/clients/client-intake.service.js';
import type { ClientView } from '@app/clients/client.view.js';
import { asksTwice } from '@app/clients/consents.queries.js';
import { Database } from '@app/platform/database/database.js';
import { Conflict } from '@app/platform/errors/errors.js';
import { ConsentAsking } from './consent-asking.js';

const REFUSALS = {
  'not-in-care': 'client-not-active',
  suppressed: 'suppressed',
  'no-address': 'no-address',
} as const;

/** Staff ask a client, by e-mail, whether e-mails are welcome. */
@Injectable()
export class ConsentCourseService {
  constructor(
    private readonly db: Database,
    private readonly intake: ClientIntakeService,
    private readonly asking: ConsentAsking,
  ) {}

  /** Throws NotFound, Conflict (out of care, unreachable, no address). Twice in a few minutes is once. */
  async ask(actor: StaffActor, clientId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      const outcome = await this.asking.ask(tx, clientId, { isAtOnce: false });
      if (outcome !== 'asked') throw new Conflict(REFUSALS[outcome]);
    });
  }

  /** Adds a client; where the clinic asks by e-mail too, they are asked. Throws what adding throws. */
  async addClient(actor: StaffActor, client: NewClient, idempotencyKey?: string): Promise<ClientView> {
    const added = await this.intake.add(actor, client, idempotencyKey);
    // On its own: should it fail, beginning a plan asks again.
    if (added.email && !added.consent) {
      await this.db.inClinic(actor, async (tx) => {
        if (await asksTwice(tx)) await this.asking.ask(tx, added.id, { isAtOnce: false });
      });
    }
    return added;
  }
}
