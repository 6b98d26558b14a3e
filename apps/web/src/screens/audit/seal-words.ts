import type { SealsView } from '../../api-client/views-clinic.js';
import { stamp } from '../../when.js';
import { say } from '../../words-audit.js';

/** How far the log is sealed: what is under a seal cannot be taken out unseen. */
export function sealWords({ sealedAt, unsealed }: SealsView, here: string): string {
  if (!sealedAt) return say('audit.notSealed', { n: unsealed });
  return say('audit.sealed', { time: stamp(sealedAt, here), n: unsealed });
}
