import { useEffect, useState } from 'react';

/** The value as it was when nothing had changed for so many milliseconds. */
export function useLater<T>(value: T, afterMs: number): T {
  const [later, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return later;
}
