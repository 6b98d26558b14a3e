import type { ClientView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { useMe } from '../../shell/use-me.js';
import { say } from '../../words-threads.js';

/** Why the words of a client are not here for who looks at the record: the seat, or none. */
export function useWhyNoWords(client: ClientView): string {
  const me = useMe();
  const name = firstName(client.name);
  const seat = client.careTeam.find(({ staffMemberId }) => staffMemberId === me.staffMemberId)?.seat;
  return seat === 'body' ? say('words.bodySeat', { name }) : say('reflections.otherTeam', { name });
}
