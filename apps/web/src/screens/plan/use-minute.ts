import { useEffect, useState } from 'react';

/** Now on the server, to the minute: what is about to go out must not have gone. */
export function useMinute(behind: number): string {
  const [now, set] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(now + behind).toISOString();
}
