import { Link } from '@tanstack/react-router';
import type { Reading } from '../../acts/use-reading.js';
import type { TextRange } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { Reflection } from '../../parts/reflection.js';

interface OneOfManyProps {
  reflection: ReflectionView;
  client: { id: string; name: string };
  reading: Reading;
  matches?: readonly TextRange[];
}

/** A reflection among those of several clients: it says whose it is. */
export function OneOfMany({ reflection, client, reading, matches }: OneOfManyProps) {
  return (
    <Reflection
      reflection={reflection}
      client={{ name: client.name }}
      reading={reading}
      matches={matches}
      above={
        <Link
          className="whose"
          to="/clients/$clientId"
          params={{ clientId: client.id }}
          search={{ section: 'reflections' }}
          hash={`reflection-${reflection.id}`}
        >
          {client.name}
        </Link>
      }
    />
  );
}
