import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { setupFacts } from './setup-facts.queries.js';
import { type PromptNeed, promptNeedsOf } from './setup.rules.js';

/** Whether a clinic may ask its clients anything at all. */
@Injectable()
export class ClinicReadiness {
  /** What is missing before a prompt may leave, in the order in which it is set up; empty: nothing is. */
  async missing(tx: Tx): Promise<PromptNeed[]> {
    return promptNeedsOf((await setupFacts(tx)).facts);
  }
}
