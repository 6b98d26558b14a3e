import { useMutation, useQueryClient } from '@tanstack/react-query';
import { holdPrompt, releasePrompt } from '../../api-client/calls.js';
import { todayQuery } from '../../api-client/queries.js';
import type { TodayView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useIsReader } from '../../shell/use-me.js';
import { clock, day } from '../../when.js';
import { say } from '../../words.js';

type Going = TodayView['goingOut'][number];

/** What the worker sends today. Holding takes effect at once, and can be undone. */
export function GoingOut({ prompts, here }: { prompts: Going[]; here: string }) {
  const hold = useHold();
  const isReader = useIsReader();
  return (
    <section className="card side-card" aria-labelledby="going-out">
      <h2 id="going-out">{say('goingOut.title')}</h2>
      {prompts.length === 0 && <p className="quiet small">{say('goingOut.none')}</p>}
      <ul className="sends">
        {prompts.map((prompt) => (
          <li key={prompt.promptId} className={prompt.held ? 'is-held' : undefined}>
            <b className="num">{clock(prompt.sendAt, here)}</b>
            <span>
              {say('goingOut.what', { name: firstName(prompt.client.name), title: prompt.title })}
              <small>{whenWords(prompt, here)}</small>
            </span>
            {isReader && (
              <Button small onPress={() => hold.mutate({ prompt, held: !prompt.held })}>
                {say(prompt.held ? 'act.letGo' : 'act.hold')}
                <span className="sr">
                  {' '}
                  {say('goingOut.what', { name: prompt.client.name, title: prompt.title })}
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {hold.error && <Failure error={hold.error} isAct />}
    </section>
  );
}

function whenWords(prompt: Going, here: string): string {
  if (prompt.held) return say('goingOut.held');
  return prompt.waitsForRosters ? say('goingOut.waits') : theirTime(prompt, here);
}

/** The server words the client's clock; the date goes where it is the same day there, the time where it is the same. */
function theirTime({ client, clientLocalText, sendAt }: Going, here: string): string {
  const name = firstName(client.name);
  const time = clientLocalText.replace(`${day(sendAt, here)}, `, '');
  return time === clock(sendAt, here) ? say('when.sameFor', { name }) : say('when.forClient', { time, name });
}

interface Change {
  prompt: Going;
  held: boolean;
}

/** Shown at once; put back if the API refuses. */
function useHold() {
  const queries = useQueryClient();
  const key = todayQuery().queryKey;
  const show = ({ prompt, held }: Change) =>
    queries.setQueryData<TodayView>(
      key,
      (day) =>
        day && {
          ...day,
          goingOut: day.goingOut.map((each) =>
            each.promptId === prompt.promptId ? { ...each, held } : each,
          ),
        },
    );
  const hold = useMutation({
    mutationFn: ({ prompt, held }: Change) =>
      held ? holdPrompt(prompt.promptId) : releasePrompt(prompt.promptId),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: key });
      show(change);
    },
    onSuccess: (_answer, change) => {
      const undo = () => hold.mutate({ ...change, held: !change.held });
      notify(
        say(change.held ? 'goingOut.didHold' : 'goingOut.didLetGo', {
          title: change.prompt.title,
          name: change.prompt.client.name,
        }),
        undo,
      );
    },
    onError: (_error, change) => show({ ...change, held: !change.held }),
    onSettled: (_answer, _error, { prompt }) =>
      Promise.all(
        [['today'], ['client', prompt.client.id, 'prompts']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return hold;
}
