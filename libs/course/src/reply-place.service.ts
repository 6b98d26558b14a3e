import { Injectable } from '@nestjs/common';
import { type ClinicHelp, clinicToClients } from '@app/clinics/settings/clinic-help.js';
import { Database } from '@app/platform/database/database.js';
import type { ReplyEntry } from './reply-door.service.js';

/** Whose page it is, as far as help goes. */
export interface ReplyPlace {
  clinicName: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone: string;
  help: ClinicHelp;
}

/** Where a page belongs that shows nothing of a client: it still has to name help that is near. Reads only. */
@Injectable()
export class ReplyPlaceService {
  constructor(private readonly db: Database) {}

  /** The clinic behind a link; null when it is gone. */
  async ofEntry({ clinicId }: Pick<ReplyEntry, 'clinicId'>): Promise<ReplyPlace | null> {
    return this.db.inClinic({ kind: 'system', clinicId, job: 'find-help' }, async (tx) => {
      const clinic = await clinicToClients(tx);
      return clinic && { ...clinic, clinicName: clinic.name };
    });
  }

  /** The country of a mailing's clinic: all that somebody without its cookie may learn. Null for an unknown one. */
  async countryOf(mailingId: string): Promise<string | null> {
    const [known] = await this.db.acrossClinics<{ clinic_id: string }>(
      'select clinic_id from link_directory where mailing_id = $1 limit 1',
      [mailingId],
    );
    return known ? ((await this.ofEntry({ clinicId: known.clinic_id }))?.country ?? null) : null;
  }
}
