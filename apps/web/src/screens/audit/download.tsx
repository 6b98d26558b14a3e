import { Download as Arrow } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { downloadAudit } from '../../api-client/calls-clinic.js';
import type { AuditFilters } from '../../api-client/queries-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { say } from '../../words-audit.js';

/** What is shown of the log, as a file. Fetched and not linked to: the person may be asked for their second factor. */
export function Download({ filters }: { filters: AuditFilters }) {
  const act = useAct(() => downloadAudit(filters), { refresh: [], done: save });
  return (
    <>
      <Button
        icon={<Arrow size={16} aria-hidden="true" />}
        isPending={act.isPending}
        onPress={() => act.run()}
      >
        {say('audit.csv')}
      </Button>
      {act.error && <Failure error={act.error} isAct />}
    </>
  );
}

function save(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: 'audit-log.csv' });
  link.click();
  // The browser has taken the file over once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
