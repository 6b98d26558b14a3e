import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { Failure } from '../parts/failure.js';
import { say } from '../words.js';
import { useTitle } from './use-title.js';

/** A screen could not be shown at all. */
export function Broken({ error }: ErrorComponentProps) {
  const router = useRouter();
  useTitle(say('broken.title'));
  return (
    <div className="alone">
      <h1>{say('broken.title')}</h1>
      <Failure
        error={error instanceof Error ? error : new Error(String(error))}
        retry={() => void router.invalidate()}
      />
    </div>
  );
}
