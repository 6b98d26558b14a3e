import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { readerIdOf } from '@app/prompts/reader.queries.js';

/** Whom a preview speaks to, and who reads the answer. */
export interface PromptAddressee {
  /** Null once erased. */
  firstName: string | null;
  /** Null: nobody on the care team reads. */
  reader: string | null;
  timeZone: string;
}

/** The client in whose plan a prompt is looked at. */
@Injectable()
export class PromptAddressees {
  constructor(
    private readonly clients: ClientsService,
    private readonly clinics: ClinicsService,
    private readonly audit: AuditService,
  ) {}

  /** Throws NotFound: another's client, and one that does not exist. */
  async addressee(tx: Tx, clientId: string): Promise<PromptAddressee> {
    const { name, row } = await this.clients.open(tx, clientId);
    const readerId = await readerIdOf(tx, clientId);
    const reader = readerId && (await this.clinics.staffNames(tx)).get(readerId);
    await this.audit.record(tx, {
      action: 'plan.previewed',
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
    return {
      firstName: name ? firstNameOf(name) : null,
      reader: reader ? firstNameOf(reader) : null,
      timeZone: row.timeZone,
    };
  }
}

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0]!;
