import { say } from '../words.js';

/** Two sides and the line that goes through. */
export function Brand() {
  return (
    <span className="brand">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M4 4v14M18 4v14" />
        <path className="thin" d="M4 14c5 0 4-6 7-6s2 6 7 6" />
      </svg>
      {say('shell.brand')}
    </span>
  );
}
