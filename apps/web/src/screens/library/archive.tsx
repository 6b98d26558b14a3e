import { useState } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import { useAct } from '../../acts/use-act.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-library.js';

interface ArchivedProps {
  title: string;
  refresh: readonly QueryKey[];
  /** The call that archives it, or that restores it. */
  call(): Promise<unknown>;
}

/** Puts it away, after a second step that says what goes on as before. */
export function Archive({ title, what, refresh, call }: ArchivedProps & { what: string }) {
  const [isAsked, ask] = useState(false);
  const act = useAct(call, { refresh, done: () => notify(say('archiving.did', { title })) });
  return (
    <>
      <Button small kind="plain" onPress={() => ask(true)}>
        {say('archiving.act')}
      </Button>
      {isAsked && (
        <Confirm
          title={say('archiving.title', { title })}
          label={say('archiving.it')}
          act={act}
          onClose={() => ask(false)}
        >
          <p>{what}</p>
        </Confirm>
      )}
    </>
  );
}

export function Restore({ title, refresh, call }: ArchivedProps) {
  const act = useAct(call, { refresh, done: () => notify(say('archiving.restored', { title })) });
  return (
    <>
      {act.error && <Failure error={act.error} isAct />}
      <Button isPending={act.isPending} onPress={() => act.run()}>
        {say('archiving.restore')}
      </Button>
    </>
  );
}
