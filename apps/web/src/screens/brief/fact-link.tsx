import type { ReactNode } from 'react';

/** A fact leads to the reflection it came from: nothing on this page stands for itself. */
export function FactLink({
  to,
  className,
  children,
}: {
  to: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={`#reflection-${to}`}
      className={className ? `fact-link ${className}` : 'fact-link'}
      onClick={(event) => {
        const target = document.getElementById(`reflection-${to}`);
        if (!target) return;
        event.preventDefault();
        target.scrollIntoView({ block: 'start' });
        target.focus({ preventScroll: true });
      }}
    >
      {children}
    </a>
  );
}
