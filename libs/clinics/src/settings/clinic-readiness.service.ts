import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { setupFacts } from './setup-facts.queries.js';
import { type PromptNeed, promptNeedsOf } from './setup.rules.js';

/** Whether a clinic may ask its clients anything at all. */
@Injectable()
export class ClinicReadiness {
  /**
   * What is missing before a prompt may leave, in the order in which it is set up; empty: nothing is.
   * @param asksSafety something of it asks how safe a client is
   */
  async missing(tx: Tx, { asksSafety = false }: { asksSafety?: boolean } = {}): Promise<PromptNeed[]> {
    return promptNeedsOf((await setupFacts(tx)).facts, asksSafety);
  }
}
