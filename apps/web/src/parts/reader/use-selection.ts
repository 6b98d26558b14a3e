import { useEffect, useRef, useState, type RefObject } from 'react';
import type { TextRange } from '../../api-client/calls-threads.js';
import { tidied } from './ranges.js';

interface Chosen {
  range: TextRange;
  /** Where the chosen words end, in the drawing of the element: left and top in pixels. */
  left: number;
  top: number;
}

const SETTLED_AFTER_MS = 180;

/**
 * What is selected of the words in this element, by mouse, touch or keys, once the hand rests. The text is drawn in
 * pieces that know where they begin (`data-from`); initials and the like are no part of it. `mine`: one's own
 * highlights; null where nothing may be marked.
 */
export function useSelection(
  element: RefObject<HTMLElement | null>,
  words: string,
  mine: readonly TextRange[] | null,
): [Chosen | null, () => void] {
  const [chosen, choose] = useState<Chosen | null>(null);
  const marked = useRef(mine);
  useEffect(() => {
    marked.current = mine;
  });
  const isOn = mine !== null;
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout>;
    let isDrawing = false;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (element.current && !isDrawing && !isInTools(element.current))
          choose(chosenIn(element.current, words, marked.current ?? []));
      }, SETTLED_AFTER_MS);
    };
    // What was offered before is not what is being drawn now.
    const press = ({ target, pointerType }: PointerEvent) => {
      if (target instanceof Element && target.closest('.mark-tools')) return;
      isDrawing = pointerType === 'mouse';
      choose(null);
    };
    const lift = () => {
      isDrawing = false;
      look();
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', lift);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', lift);
    };
  }, [element, words, isOn]);
  return [isOn ? chosen : null, () => choose(null)];
}

const isInTools = (element: HTMLElement) =>
  Boolean(element.querySelector('.mark-tools')?.contains(document.activeElement));

function chosenIn(element: HTMLElement, words: string, mine: readonly TextRange[]): Chosen | null {
  const selection = document.getSelection();
  const drawn = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (!drawn || !element.contains(drawn.startContainer) || !element.contains(drawn.endContainer)) return null;
  const from = offsetOf(drawn.startContainer, drawn.startOffset);
  const to = offsetOf(drawn.endContainer, drawn.endOffset);
  if (from === null || to === null) return null;
  // A caret in a highlight of one's own is a choice of it.
  const range =
    from === to
      ? (mine.find((each) => each.from < from && from < each.to) ?? null)
      : tidied(words, { from, to });
  if (!range) return null;
  const box = element.getBoundingClientRect();
  const rects = drawn.getClientRects();
  const end = rects[rects.length - 1] ?? drawn.getBoundingClientRect();
  return {
    range,
    left: Math.max(0, Math.min(end.left - box.left, box.width - 190)),
    top: end.bottom - box.top + 6,
  };
}

function offsetOf(node: Node, offset: number): number | null {
  if (node.nodeType !== Node.TEXT_NODE) {
    const next = node.childNodes[offset];
    const piece = next instanceof HTMLElement ? next.closest<HTMLElement>('[data-from]') : null;
    if (piece) return Number(piece.dataset.from);
    const last = [...(node as HTMLElement).querySelectorAll<HTMLElement>('[data-from]')].at(-1);
    return last ? Number(last.dataset.from) + (last.textContent?.length ?? 0) : null;
  }
  const piece = node.parentElement?.closest<HTMLElement>('[data-from]');
  return piece ? Number(piece.dataset.from) + offset : null;
}
