import { useAct, type Act } from '../../../acts/use-act.js';
import type { ClientView } from '../../../api-client/views.js';

/** A change of a client's threads, then everything read again that shows them: the reflections name them too. */
export const useThreadAct = <T, V = void>(
  client: Pick<ClientView, 'id'>,
  call: (variables: V) => Promise<T>,
  done?: (answer: T, variables: V) => void,
): Act<V> =>
  useAct(call, {
    refresh: [
      ['client', client.id, 'threads'],
      ['client', client.id, 'suggestions'],
      ['client', client.id, 'reflections'],
      ['reader'],
      ['brief'],
    ],
    done,
  });
