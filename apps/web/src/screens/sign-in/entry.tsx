import './sign-in.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { Brand } from '../../shell/brand.js';
import { useTitle } from '../../shell/use-title.js';

interface EntryProps {
  title: string;
  children: ReactNode;
  /** Wider, for a form of several parts. */
  isWide?: boolean;
}

/** A page of its own for somebody who is not signed in: the name of the product, one card, one thing to do. */
export function Entry({ foot, ...card }: EntryProps & { foot?: ReactNode }) {
  useTitle(card.title);
  return (
    <main className="sign-in" id="main">
      <EntryCard {...card} />
      {foot}
    </main>
  );
}

/** Keyboard and screen reader begin at the title whenever it changes, unless a field has asked for them. */
export function EntryCard({ title, children, isWide }: EntryProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!head.current?.parentElement?.contains(document.activeElement)) head.current?.focus();
  }, [title]);
  return (
    <>
      <Brand />
      <div className={isWide ? 'card entry entry-wide' : 'card entry'}>
        <h1 ref={head} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </>
  );
}
