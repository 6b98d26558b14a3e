import { MailWarning } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { TodayView } from '../../api-client/views.js';
import { Button, LinkButton } from '../../parts/button.js';
import { useIsReader } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

type DeliveryTask = TodayView['deliveryTasks'][number];

const SendNow = lazy(() => import('../client/send-now.js').then((module) => ({ default: module.SendNow })));

/** E-mails that failed, came back, or of which nobody knows whether they arrived; each with what to do next. */
export function DeliveryTasks({ tasks, here }: { tasks: TodayView['deliveryTasks']; here: string }) {
  const [sending, send] = useState<DeliveryTask | null>(null);
  if (tasks.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="delivery">
      <h2 id="delivery">
        <MailWarning size={18} aria-hidden="true" />
        {say('delivery.title')}
      </h2>
      <ul className="no-next">
        {tasks.map((task) => (
          // Two servers may have spoken about one e-mail.
          <li key={task.eventId ?? task.promptId ?? task.at}>
            <span>
              {task.title
                ? say('goingOut.what', { name: task.client.name, title: task.title })
                : task.client.name}
              <small>{say(`delivery.${task.status}`, { time: dayAndClock(task.at, here) })}</small>
            </span>
            <NextAct task={task} onSend={() => send(task)} />
          </li>
        ))}
      </ul>
      {sending?.promptId && (
        <Suspense>
          <SendNow
            promptId={sending.promptId}
            clientId={sending.client.id}
            title={sending.title ?? ''}
            earlier={sending.status === 'unknown' ? 'unknown' : 'failed'}
            onClose={() => send(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

function NextAct({ task, onSend }: { task: DeliveryTask; onSend(): void }) {
  const isReader = useIsReader();
  const whose = <span className="sr"> {say('for.client', { name: task.client.name })}</span>;
  switch (task.status) {
    // What was missed stays missed: late is worse than never.
    case 'missed':
      return null;
    case 'failed':
      return (
        isReader &&
        task.promptId && (
          <Button small onPress={onSend}>
            {say('act.sendAgain')}
            {whose}
          </Button>
        )
      );
    case 'unknown':
    case 'bounced':
    case 'soft-bounced':
    case 'complained':
      return (
        <LinkButton
          small
          to="/clients/$clientId"
          params={{ clientId: task.client.id }}
          search={{ section: 'asked' }}
        >
          {say('delivery.open')}
          {whose}
        </LinkButton>
      );
  }
}
