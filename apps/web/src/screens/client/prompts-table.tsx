import { Check, Clock, MailWarning, Minus, Pause, Send } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { cancelPrompt, holdPrompt, releasePrompt } from '../../api-client/calls.js';
import type { ClientView, PromptView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { clock, day, dayAndClock } from '../../when.js';
import { say } from '../../words.js';
import { SendNow } from './send-now.js';

/** Why it stands there at all; the other reasons moved it from there, and are marked. */
const PLACING = new Set([
  'days-after-session',
  'days-before-session',
  'same-day-after-session',
  'rhythm',
  'series-rhythm',
  'eve-of-appointment',
]);

type Doing = { prompt: PromptView; what: 'send' | 'cancel' } | null;

export function PromptsTable({ prompts, client }: { prompts: PromptView[]; client: ClientView }) {
  const [doing, act] = useState<Doing>(null);
  const inOrder = [...prompts].sort((a, b) => a.sendAt.localeCompare(b.sendAt));
  return (
    <div className="card">
      <table className="rows prompts">
        <caption className="sr">{say('prompts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('prompts.prompt')}</th>
            <th scope="col">{say('prompts.arrives', { name: firstName(client.name) })}</th>
            <th scope="col">{say('prompts.here')}</th>
            <th scope="col">{say('column.status')}</th>
            <th scope="col">
              <span className="sr">{say('column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((prompt) => (
            <Row key={prompt.id} prompt={prompt} onAct={(what) => act({ prompt, what })} />
          ))}
        </tbody>
      </table>
      {doing?.what === 'send' && (
        <SendNow
          promptId={doing.prompt.id}
          clientId={client.id}
          title={doing.prompt.title}
          onClose={() => act(null)}
        />
      )}
      {doing?.what === 'cancel' && <Cancel prompt={doing.prompt} onClose={() => act(null)} />}
    </div>
  );
}

function Row({ prompt, onAct }: { prompt: PromptView; onAct(what: 'send' | 'cancel'): void }) {
  const here = useHere();
  const isReader = useIsReader();
  const refresh = [['client', prompt.clientId, 'prompts'], ['today']];
  const release = useAct(() => releasePrompt(prompt.id), {
    refresh,
    done: () => notify(say('prompts.didRelease')),
  });
  const hold = useAct(() => holdPrompt(prompt.id), {
    refresh,
    done: () => notify(say('prompts.didHold'), release.run),
  });
  const title = <span className="sr"> “{prompt.title}”</span>;
  const failed = hold.error ?? release.error;
  return (
    <tr>
      <th scope="row">
        {prompt.title}
        {prompt.question && <small className="question">{prompt.question}</small>}
      </th>
      <td data-label={say('prompts.arrivesShort')}>
        {prompt.localText}
        {prompt.reasons.map((reason) => (
          <span key={reason.code} className={PLACING.has(reason.code) ? 'why is-placing' : 'why'}>
            {!PLACING.has(reason.code) && <Clock size={12} aria-hidden="true" />}
            {reason.text}
          </span>
        ))}
      </td>
      <td data-label={say('prompts.here')} className="quiet num">
        {prompt.localText.startsWith(day(prompt.sendAt, here))
          ? clock(prompt.sendAt, here)
          : dayAndClock(prompt.sendAt, here)}
      </td>
      <td data-label={say('column.status')}>
        <Status prompt={prompt} />
      </td>
      <td className="row-acts">
        {isReader && prompt.status === 'scheduled' && (
          <>
            <Button
              small
              isPending={hold.isPending || release.isPending}
              onPress={() => (prompt.held ? release : hold).run()}
            >
              {say(prompt.held ? 'act.letGo' : 'act.hold')}
              {title}
            </Button>
            <Button small onPress={() => onAct('send')}>
              {say('act.sendNow')}
              {title}
            </Button>
            <Button small onPress={() => onAct('cancel')}>
              {say('act.cancelIt')}
              {title}
            </Button>
          </>
        )}
        {failed && <Failure error={failed} isAct />}
      </td>
    </tr>
  );
}

/** Delivery first where it needs a look; else the prompt's own state with its time. */
function Status({ prompt }: { prompt: PromptView }) {
  const here = useHere();
  const { delivery, status } = prompt;
  if (delivery && (delivery.status === 'failed' || delivery.status === 'unknown') && status !== 'answered')
    return (
      <span className="status">
        <MailWarning size={14} aria-hidden="true" />
        {say(`mailingStatus.${delivery.status}`)}
      </span>
    );
  if (status === 'answered' && prompt.answeredAt)
    return (
      <span className="status">
        <Check size={14} aria-hidden="true" />
        {say('prompts.answeredAt', { time: dayAndClock(prompt.answeredAt, here) })}
      </span>
    );
  if (status === 'sent' && prompt.sentAt)
    return (
      <span className="status">
        <Send size={14} aria-hidden="true" />
        {say('prompts.sentAt', { time: dayAndClock(prompt.sentAt, here) })}
      </span>
    );
  if (status === 'scheduled')
    return prompt.held ? (
      <span className="status">
        <Pause size={14} aria-hidden="true" />
        {say('prompts.held')}
      </span>
    ) : (
      <span className="status">
        <Clock size={14} aria-hidden="true" />
        {say('promptStatus.scheduled')}
      </span>
    );
  return (
    <span className="status">
      <Minus size={14} aria-hidden="true" />
      {say(`promptStatus.${status}`)}
    </span>
  );
}

function Cancel({ prompt, onClose }: { prompt: PromptView; onClose(): void }) {
  const act = useAct(() => cancelPrompt(prompt.id), {
    refresh: [['client', prompt.clientId, 'prompts'], ['today']],
    done: () => {
      notify(say('prompts.didCancel'));
      onClose();
    },
  });
  return (
    <Confirm title={say('prompts.cancelTitle')} label={say('prompts.cancelIt')} act={act} onClose={onClose}>
      <p>{say('prompts.cancelWhat', { title: prompt.title, time: prompt.localText })}</p>
    </Confirm>
  );
}
