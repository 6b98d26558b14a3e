import type { AuditService } from '@app/audit/audit.service.js';
import type { Tx } from '@app/platform/database/database.js';
import type { SafetyFlag } from './safety-flag.entity.js';

/** A request for a call keeps the name it had before there were other flags. */
function flagAction(kind: SafetyFlag['kind'], act: string): string {
  return `${kind === 'call-me' ? 'call-request' : 'safety-flag'}.${act}`;
}

/** Who did what to one flag. */
export function recordFlagAct(
  audit: AuditService,
  tx: Tx,
  flag: Pick<SafetyFlag, 'id' | 'clientId' | 'kind'>,
  act: 'raised' | 'repeated' | 'opened' | 'acknowledged' | 'closed' | 'risen' | 'escalated',
): Promise<void> {
  return audit.record(tx, {
    action: flagAction(flag.kind, act),
    subjectType: 'safety-flag',
    subjectIds: [flag.id],
    clientIds: [flag.clientId],
  });
}
