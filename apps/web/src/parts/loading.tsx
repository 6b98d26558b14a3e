import { useEffect, useState } from 'react';
import { say } from '../words.js';

/** Nothing for 200 ms (most answers are faster), then grey bars of about the same shape. */
export function Loading({ rows = 5, isCard = true }: { rows?: number; isCard?: boolean }) {
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={isShown ? `skeleton${isCard ? ' card' : ''}` : 'skeleton-space'} role="status">
      <span className="sr">{isShown ? say('shell.loading') : ''}</span>
      {isShown &&
        Array.from({ length: rows }, (_, row) => (
          <span key={row} className={`bar bar-${row % 3}`} aria-hidden="true" />
        ))}
    </div>
  );
}
