import type { ClientStatus } from '@app/clients/client.types.js';
import type { KetamineSessionStatus } from '@app/sessions/session.types.js';
import type { MailingStatus } from './mailing.types.js';
import type { PromptStatus } from './prompt-schedule.types.js';

/** Everything that decides whether staff may send a prompt now. */
export interface DispatchFacts {
  clientId: string;
  promptStatus: PromptStatus;
  mailingStatus: MailingStatus;
  /** It was `unknown` once and was sent again. */
  retried: boolean;
  clientStatus: ClientStatus;
  stopped: boolean;
  suppressed: boolean;
  consented: boolean;
  resting: boolean;
  /** Somebody reads what the client sends: see app_is_read in the database. */
  readable: boolean;
  /** False for what asks how safe the client is while nobody stands on a roster: see app_may_ask in the database. */
  answered: boolean;
  /** Status of the session the prompt follows; null when it follows none. */
  neededSession: KetamineSessionStatus | null;
}

export type DispatchRefusal =
  | 'closed'
  | 'in-flight'
  | 'already-retried'
  | 'not-active'
  | 'stopped'
  | 'no-consent'
  | 'suppressed'
  | 'resting'
  | 'not-completed'
  | 'no-reader'
  | 'empty-roster';

/** Why staff may not send this prompt now; null when they may. The client's wishes come before the clinic's. */
export function refusalOfDispatch(facts: DispatchFacts): DispatchRefusal | null {
  if (facts.clientStatus !== 'active') return 'not-active';
  if (facts.stopped) return 'stopped';
  if (!facts.consented) return 'no-consent';
  if (facts.suppressed) return 'suppressed';
  if (facts.resting) return 'resting';
  if (!facts.readable) return 'no-reader';
  if (!facts.answered) return 'empty-roster';
  if (facts.promptStatus === 'sent' && facts.mailingStatus === 'unknown') {
    return facts.retried ? 'already-retried' : null;
  }
  // Refused by the far end, it ended as `suppressed`; staff may try again, say after mending the address.
  const isUnsent = ['scheduled', 'superseded', 'suppressed'].includes(facts.promptStatus);
  if (facts.mailingStatus === 'sending') return 'in-flight';
  if (!isUnsent) return 'closed';
  if (facts.neededSession !== null && facts.neededSession !== 'completed') return 'not-completed';
  return null;
}
