import { Sprout } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ReflectionView } from '../../api-client/views.js';
import { say } from '../../words-threads.js';
import { Button } from '../button.js';
import { signPassages } from './sign-passages.js';

const AgreeSign = lazy(() => import('./agree-sign.js').then((module) => ({ default: module.AgreeSign })));

/** A highlight becomes an early sign that is agreed with the client. There is no button where nothing is highlighted. */
export function TakeSign({ reflection, name }: { reflection: ReflectionView; name: string }) {
  const [isOpen, open] = useState(false);
  const passages = signPassages([reflection]);
  if (passages.length === 0) return null;
  return (
    <>
      <Button small kind="plain" icon={<Sprout size={14} aria-hidden="true" />} onPress={() => open(true)}>
        {say('sign.take')}
      </Button>
      {isOpen && (
        <Suspense>
          <AgreeSign
            clientId={reflection.clientId}
            name={name}
            passages={passages}
            mayBeSaid={false}
            onClose={() => open(false)}
          />
        </Suspense>
      )}
    </>
  );
}
