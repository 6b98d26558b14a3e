import { Link } from '@tanstack/react-router';
import type { TodayView } from '../../api-client/views.js';
import { LinkButton } from '../../parts/button.js';
import { say } from '../../words.js';
import { hasYetToEnd } from './has-yet-to-end.js';

/** What clients were told about reading, kept true: only what is near, and no counter to bring to nought. */
export function ToRead({ day }: { day: TodayView }) {
  const { toRead } = day;
  if (toRead.length === 0) return null;
  return (
    <section aria-labelledby="to-read">
      <div className="section-head">
        <h2 id="to-read">{say('toRead.title')}</h2>
        <p>{say('toRead.why')}</p>
      </div>
      <ul className="card happened">
        {toRead.map((task) => (
          <li key={task.clientId}>
            <p>
              <Link to="/clients/$clientId" params={{ clientId: task.clientId }} className="strong">
                {task.clientName}
              </Link>
              <small>
                {say(`toRead.${task.state}`, { time: task.promisedText, n: task.reflectionCount })}
                {task.asCover && ` ${say('toRead.asCover')}`}
              </small>
            </p>
            <Open task={task} day={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The brief where there is a call with this client today; it shows more than the reflections alone. */
function Open({ task, day }: { task: TodayView['toRead'][number]; day: TodayView }) {
  const call = day.calls.find(({ client, mine }) => mine && client.id === task.clientId);
  const forClient = <span className="sr"> {say('for.client', { name: task.clientName })}</span>;
  if (call && hasYetToEnd(call, day.now)) {
    return (
      <LinkButton
        small
        to="/appointments/$appointmentId/brief"
        params={{ appointmentId: call.appointmentId }}
      >
        {say('act.openBrief')}
        {forClient}
      </LinkButton>
    );
  }
  return (
    <LinkButton
      small
      to="/clients/$clientId"
      params={{ clientId: task.clientId }}
      search={{ section: 'reflections' }}
    >
      {say('toRead.open')}
      {forClient}
    </LinkButton>
  );
}
