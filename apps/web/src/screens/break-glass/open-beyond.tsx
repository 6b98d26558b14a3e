import './break-glass.css';
import { DoorOpen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../parts/button.js';
import { say } from '../../words.js';

const OpenDialog = lazy(() => import('./open-dialog.js').then((module) => ({ default: module.OpenDialog })));

/** The quiet way to a record one is not on the care team of. */
export function OpenBeyond() {
  const [isOpen, open] = useState(false);
  return (
    <p className="open-beyond">
      <Button small kind="plain" icon={<DoorOpen size={15} aria-hidden="true" />} onPress={() => open(true)}>
        {say('breakGlass.offer')}
      </Button>
      {isOpen && (
        <Suspense>
          <OpenDialog onClose={() => open(false)} />
        </Suspense>
      )}
    </p>
  );
}
