import { Copy } from 'lucide-react';
import { useState } from 'react';
import { say } from '../words.js';
import { Button } from './button.js';

/** Copies the text, and says whether it did. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, tell] = useState('');
  return (
    <>
      <Button
        small
        icon={<Copy size={15} aria-hidden="true" />}
        onPress={() => {
          tell('');
          navigator.clipboard.writeText(text).then(
            () => tell(say('act.copied')),
            () => tell(say('act.notCopied')),
          );
        }}
      >
        {children}
      </Button>
      <span className="small quiet" role="status">
        {said}
      </span>
    </>
  );
}
