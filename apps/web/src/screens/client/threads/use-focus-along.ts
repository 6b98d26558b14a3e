import { useEffect, useRef } from 'react';

/** Where one may be without having left the card it was opened from. */
const BESIDE = '.veil, .menu-box, .toasts';

/** A card that moved is drawn anew in another column: focus that was in it, or in what it opened, goes along. */
export function useFocusAlong(threads: unknown): void {
  const cardId = useRef<string | null>(null);
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const card = target.closest('.thread');
      if (card) cardId.current = card.id;
      else if (!target.closest(BESIDE)) cardId.current = null;
    };
    document.addEventListener('focusin', look);
    document.addEventListener('pointerdown', look);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('pointerdown', look);
    };
  }, []);
  useEffect(() => {
    if (cardId.current && document.activeElement === document.body)
      document.getElementById(cardId.current)?.focus();
  }, [threads]);
}
