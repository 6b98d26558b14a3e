import { useEffect, useRef } from 'react';
import { say } from '../words.js';

/** GOV.UK's summary: focused when it appears, its links go to the fields. */
export function ErrorSummary({ errors }: { errors: { fieldName?: string; message: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say('summary.title')}</h2>
      <ul>
        {errors.map(({ fieldName, message }) => (
          <li key={message}>
            {fieldName ? (
              <a
                href={`#${fieldName}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(fieldName);
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(name: string) {
  document.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
}
