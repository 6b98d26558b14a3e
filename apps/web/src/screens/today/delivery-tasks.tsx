import { MailWarning } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { TodayView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { useIsReader } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

const SendNow = lazy(() => import('../client/send-now.js').then((module) => ({ default: module.SendNow })));

type Task = TodayView['deliveryTasks'][number];

/** E-mails that failed, or of which nobody knows whether they arrived. */
export function DeliveryTasks({ tasks, here }: { tasks: Task[]; here: string }) {
  const isReader = useIsReader();
  const [sending, send] = useState<Task | null>(null);
  if (tasks.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="delivery">
      <h2 id="delivery">
        <MailWarning size={18} aria-hidden="true" />
        {say('delivery.title')}
      </h2>
      <ul className="no-next">
        {tasks.map((task) => (
          <li key={task.promptId}>
            <span>
              {say('goingOut.what', { name: task.client.name, title: task.title })}
              <small>{say(`delivery.${task.status}`, { time: dayAndClock(task.at, here) })}</small>
            </span>
            {/* What was missed stays missed: late is worse than never. */}
            {isReader && task.status !== 'missed' && (
              <Button small onPress={() => send(task)}>
                {say('act.sendAgain')}
                <span className="sr"> {say('for.client', { name: task.client.name })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sending && (
        <Suspense>
          <SendNow
            promptId={sending.promptId}
            clientId={sending.client.id}
            title={sending.title}
            earlier={sending.status}
            onClose={() => send(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
