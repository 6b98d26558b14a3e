import { useEffect } from 'react';
import { say } from '../words.js';

/** The tab says where one is. No client's name: tabs are seen by others, and kept in the history. */
export function useTitle(screen: string): void {
  useEffect(() => {
    document.title = say('shell.title', { screen });
  }, [screen]);
}
