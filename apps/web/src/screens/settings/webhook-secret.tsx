import { useEffect, useRef } from 'react';
import { Button } from '../../parts/button.js';
import { CopyButton } from '../../parts/copy-button.js';
import { say } from '../../words-safety.js';

/** Shown once: the answer that made it is the only one that holds it. */
export function WebhookSecret({ secret, onKept }: { secret: string; onKept(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="webhook-secret">
      <h3 ref={heading} tabIndex={-1}>
        {say('webhook.secret')}
      </h3>
      <p>{say('webhook.secretWhat')}</p>
      <code>{secret}</code>
      <div className="acts">
        <CopyButton text={secret}>{say('webhook.copySecret')}</CopyButton>
        <Button small onPress={onKept}>
          {say('webhook.kept')}
        </Button>
      </div>
    </div>
  );
}
