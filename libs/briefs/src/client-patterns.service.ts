import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { PatternNoteListView } from './pattern-note.view.js';
import { PatternNotes } from './pattern-notes.service.js';

/** What is worth asking one client about, whether or not a call is booked. */
@Injectable()
export class ClientPatterns {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly notes: PatternNotes,
    private readonly audit: AuditService,
  ) {}

  /** As of now. NotFound for who does not read this client's words. */
  list(actor: StaffActor, clientId: string): Promise<PatternNoteListView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.keyring.client(tx, clientId);
      const notes = await this.notes.ofClients(tx, [clientId]);
      const of = { subjectType: 'client', subjectIds: [clientId], clientIds: [clientId] };
      await this.audit.record(tx, { action: 'pattern-notes.listed', ...of });
      return { items: notes.get(clientId) ?? [], next: null };
    });
  }
}
