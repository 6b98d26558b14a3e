import { Injectable } from '@nestjs/common';
import type { OpenClient } from '@app/clients/client-contact.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor, SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';

/** What the product opens for somebody who may see one sealed row of a client, and not all that they wrote. */
export interface OpenedForCare {
  keys: Map<string, Key>;
  clients: Map<string, OpenClient>;
}

/**
 * Opens keys for who has no key of the client: the body seat (measures, what a flag rests on) and who is on duty
 * (one open flag). Row-level security has decided before: only for clients of whom the actor has just read a sealed
 * row in their own transaction, and never to hand the key on. A transaction of its own, after that one has ended:
 * one that is open never waits for another.
 */
@Injectable()
export class CareKeys {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clients: ClientsService,
  ) {}

  /** The keys of these clients, of whom this actor has just seen the rows. */
  async open(actor: StaffActor, clientIds: readonly string[]): Promise<Map<string, Key>> {
    if (clientIds.length === 0) return new Map();
    return this.db.inClinic(product(actor), (tx) => this.keyring.clients(tx, [...new Set(clientIds)]));
  }

  /** The same with the contact of these clients: whoever answers a flag has to call. */
  async openWithContact(actor: StaffActor, clientIds: readonly string[]): Promise<OpenedForCare> {
    if (clientIds.length === 0) return { keys: new Map(), clients: new Map() };
    const ids = [...new Set(clientIds)];
    return this.db.inClinic(product(actor), async (tx) => ({
      keys: await this.keyring.clients(tx, ids),
      clients: await this.clients.openMany(tx, ids),
    }));
  }
}

function product({ clinicId }: StaffActor): SystemActor {
  return { kind: 'system', clinicId, job: 'open-for-care' };
}
