import type { ReactNode } from 'react';
import { archiveThread, changeThread, restoreThread } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-threads.js';
import { useThreadAct } from './use-thread-act.js';

/** What a card's menu does at once, with Undo: sharing its name or not, putting it away or bringing it back. */
export function useCardActs(
  thread: ThreadView,
  client: ClientView,
): { share(): void; archive(): void; restore(): void; failure: ReactNode } {
  const share = useThreadAct(
    client,
    ({ version, shared }: { version: number; shared: boolean }) =>
      changeThread(thread.id, { version, shared }),
    (answer, { shared }) =>
      notify(
        shared ? say('threads.didShare', { name: firstName(client.name) }) : say('threads.didUnshare'),
        () => share.run({ version: answer.version, shared: !shared }),
      ),
  );
  const put = useThreadAct(
    client,
    ({ version, away }: { version: number; away: boolean }) =>
      away ? archiveThread(thread.id, version) : restoreThread(thread.id, version),
    (answer, { away }) =>
      notify(say(away ? 'threads.didArchive' : 'threads.didRestore'), () =>
        put.run({ version: answer.version, away: !away }),
      ),
  );
  const error = share.error ?? put.error;
  return {
    share: () => share.run({ version: thread.version, shared: !thread.sharedAt }),
    archive: () => put.run({ version: thread.version, away: true }),
    restore: () => put.run({ version: thread.version, away: false }),
    failure: error && <Failure error={error} isAct />,
  };
}
