import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { PHRASE_LISTS } from './phrases.data.js';
import { newestLists } from './phrases.rules.js';
import type { SafetyPhrasesView } from './safety-phrases.view.js';

/** What a computer looks for in the words of this clinic's clients. The lists are ours, and the same for every clinic. */
@Injectable()
export class SafetyPhrasesService {
  constructor(private readonly db: Database) {}

  read(actor: StaffActor): Promise<SafetyPhrasesView> {
    return this.db.inClinic(actor, async (tx) => {
      const [row] = await tx.query<{ looks: boolean }>(
        'select looks_for_phrases as looks from clinics where clinic_id = $1',
        [actor.clinicId],
      );
      const lists = newestLists(PHRASE_LISTS).map(({ language, version, phrases }) => ({
        language,
        version,
        phrases: [...phrases],
      }));
      return { looksForPhrases: row?.looks ?? false, lists };
    });
  }
}
