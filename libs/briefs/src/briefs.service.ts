import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { CareKeys } from '@app/safety/care-keys.service.js';
import { BriefExtrasService } from './brief-extras.service.js';
import { loadBrief } from './brief.queries.js';
import type { BriefRows } from './brief-rows.js';
import { briefView } from './brief-view.js';
import type { BriefView } from './brief.view.js';

/** The page before the call. A read model: nothing of it is stored. */
@Injectable()
export class BriefsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly careKeys: CareKeys,
    private readonly extras: BriefExtrasService,
  ) {}

  /** The brief of an appointment: in the `body` seat flags and measures alone. NotFound for who reads nothing. */
  async brief(
    actor: StaffActor,
    appointmentId: string,
    { forChart = false }: { forChart?: boolean } = {},
  ): Promise<BriefView> {
    const { now, brief: rows } = await loadBrief(this.db, actor, { appointmentId, forChart });
    if (!rows) throw new NotFound('appointment');
    const clientId = rows.client.id;
    const wordsKey = await this.wordsKey(actor, rows);
    const key = wordsKey ?? (await this.careKeys.open(actor, [clientId])).get(clientId);
    if (!key) throw new NotFound('appointment');
    const [extras, clinicKey] = [
      await this.extras.of(actor, rows, wordsKey),
      await this.keyring.ofClinic(actor),
    ];
    return briefView(rows, { actor, now, clinicKey, key, extras });
  }

  /** Null in the `body` seat, whose rows hold no word either. */
  private async wordsKey(
    { clinicId }: StaffActor,
    { client, client_key: row }: BriefRows,
  ): Promise<Key | null> {
    if (!row) return null;
    const wrapped = Buffer.from(row.wrapped, 'base64');
    return this.keyring.openClientKey(clinicId, client.id, { version: row.version, wrapped });
  }
}
