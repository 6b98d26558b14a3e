import { ChevronLeft, ClipboardCopy, Eye, EyeOff, Printer } from 'lucide-react';
import { chartNote } from '../../api-client/calls-brief.js';
import type { BriefView } from '../../api-client/views.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useAct } from '../../acts/use-act.js';
import { fromNow } from '../../parts/course-words.js';
import { minutesUntil } from '../../when.js';
import { say } from '../../words-brief.js';

interface BarProps {
  brief: BriefView;
  unread: number;
  onMarkAll(): void;
  isNameHidden: boolean;
  onHideName(): void;
}

export function BriefBar({ brief, unread, onMarkAll, isNameHidden, onHideName }: BarProps) {
  const { callsToday, appointment, printedBy } = brief;
  const note = useAct(async () => navigator.clipboard.writeText((await chartNote(appointment.id)).text), {
    refresh: [],
    done: () => notify(say('brief.noteCopied')),
  });
  const icon = isNameHidden ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />;
  return (
    <header className="brief-bar">
      <LinkButton kind="plain" to="/today" icon={<ChevronLeft size={16} aria-hidden="true" />}>
        {say('today.name')}
      </LinkButton>
      <p className="small quiet facts">
        {callsToday && <span>{say('brief.callOf', { n: callsToday.position, of: callsToday.of })}</span>}
        {callsToday && <span>{fromNow(minutesUntil(appointment.startsAt, printedBy.at))}</span>}
      </p>
      <div className="acts">
        <Button icon={icon} onPress={onHideName}>
          {say(isNameHidden ? 'brief.showName' : 'brief.hideName')}
        </Button>
        <Button
          icon={<ClipboardCopy size={16} aria-hidden="true" />}
          isPending={note.isPending}
          onPress={() => note.run()}
        >
          {say('brief.copyNote')}
        </Button>
        <Button shortcut="P" icon={<Printer size={16} aria-hidden="true" />} onPress={() => window.print()}>
          {say('brief.print')}
        </Button>
        {unread > 0 && (
          <Button kind="primary" shortcut="E" onPress={onMarkAll}>
            {say('brief.markAll', { n: unread })}
          </Button>
        )}
      </div>
      {note.error && <Failure error={note.error} isAct />}
    </header>
  );
}
