import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../acts/use-act.js';
import { sendPromptNow } from '../../api-client/calls.js';
import { clientQuery } from '../../api-client/queries.js';
import { Confirm } from '../../parts/confirm.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { localWords } from '@app/design/words/when.js';
import { wallClock, zoneName } from '../../when.js';
import { say } from '../../words.js';

interface SendNowProps {
  promptId: string;
  clientId: string;
  title: string;
  /** What became of an earlier e-mail of this prompt. */
  earlier?: 'unknown' | 'failed' | 'missed';
  onClose(): void;
}

/** Sends one prompt at once, after showing what time it is there. */
export function SendNow({ promptId, clientId, title, earlier, onClose }: SendNowProps) {
  const client = useQuery(clientQuery(clientId));
  const act = useAct(() => sendPromptNow(promptId), {
    refresh: [['client', clientId], ['today']],
    done: () => {
      notify(say('prompts.didSend', { title }));
      onClose();
    },
  });
  const known = client.data;
  return (
    <Confirm
      title={say(earlier ? 'prompts.againTitle' : 'prompts.sendTitle')}
      label={say(earlier ? 'act.sendAgain' : 'act.sendNow')}
      act={act}
      onClose={onClose}
    >
      {client.isPending && <Loading rows={2} isCard={false} />}
      {client.error && <Failure error={client.error} retry={() => void client.refetch()} />}
      {known && (
        <p className="strong">
          {say('prompts.itIs', {
            time: localWords(known.localNow.slice(0, 16), 'en-US'),
            zone: zoneName(known.timeZone),
            name: firstName(known.name),
          })}
        </p>
      )}
      {known?.quietHours && isQuiet(known.localNow.slice(11, 16), known.quietHours) && (
        <p>
          {say('prompts.inQuietHours', {
            name: firstName(known.name),
            from: wallClock(known.quietHours.from),
            to: wallClock(known.quietHours.to),
          })}
        </p>
      )}
      <p>{say('prompts.goesOut', { title })}</p>
      {earlier === 'unknown' && <p>{say('prompts.mayHaveArrived')}</p>}
    </Confirm>
  );
}

/** Quiet hours usually run over midnight: 21:00 to 08:00. */
const isQuiet = (time: string, { from, to }: { from: string; to: string }) =>
  from <= to ? time >= from && time < to : time >= from || time < to;
