/** Small line icons for pages without script. Decorative: words always stand beside them. */
export function PhoneIcon() {
  return (
    <svg className="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M3.2 2.5h2.9l1.3 3.4-1.7 1.3c.8 2 2.1 3.3 4.1 4.1l1.3-1.7 3.4 1.3v2.9c0 .8-.7 1.4-1.5 1.3C7.3 14.6 3.4 10.7 2 4c-.1-.8.4-1.5 1.2-1.5z" />
    </svg>
  );
}

export function TickIcon() {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M3 9.5l4 4 8-9" />
    </svg>
  );
}

export function StarIcon() {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M9 2.2l2.1 4.3 4.7.7-3.4 3.3.8 4.7L9 13l-4.2 2.2.8-4.7L2.2 7.2l4.7-.7z" />
    </svg>
  );
}
