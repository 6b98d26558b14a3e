import { useQuery } from '@tanstack/react-query';
import { flagsQuery } from '../../api-client/calls-safety.js';
import type { ClientView } from '../../api-client/views.js';
import { Failure } from '../../parts/failure.js';
import { Flags } from '../flag/flag-card.js';

/** What needs a person now stands before everything else of the client, in whichever section one is. */
export function OpenFlags({ client }: { client: ClientView }) {
  const flags = useQuery(flagsQuery('open'));
  // That they could not be read must not look like none.
  if (flags.error && !flags.data) return <Failure error={flags.error} retry={() => void flags.refetch()} />;
  return <Flags flags={(flags.data ?? []).filter((flag) => flag.client.id === client.id)} />;
}
