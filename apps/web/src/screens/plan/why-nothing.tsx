import type { ClientView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';

/** Why nothing of the plan leaves at all, whatever it says; a rest has its own line. */
export function WhyNothing({ client }: { client: ClientView }) {
  const name = firstName(client.name);
  const why = whyOf(client);
  return why && <p className="told planner-told">{say(`planner.${why}`, { name })}</p>;
}

function whyOf({ status, stoppedAt, suppressed, emailConsent }: ClientView) {
  if (status !== 'active') return 'notActive';
  if (stoppedAt) return 'stopped';
  if (!emailConsent) return 'noConsent';
  return suppressed ? 'suppressed' : null;
}
