import { useInfiniteQuery } from '@tanstack/react-query';
import { clientsQuery } from '../../api-client/queries.js';
import { Choice } from '../../parts/choice.js';
import { say } from '../../words-threads.js';

/** Whose reflections. */
export function ClientChoice({ value, onChoose }: { value?: string; onChoose(id?: string): void }) {
  const clients = useInfiniteQuery(clientsQuery());
  const rows = (clients.data?.pages ?? []).flatMap(({ items }) => items);
  return (
    <Choice
      label={say('reader.chooseClient')}
      value={value ?? ''}
      options={[
        { value: '', label: say('reader.noClient') },
        ...rows.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => onChoose(id || undefined)}
    />
  );
}
