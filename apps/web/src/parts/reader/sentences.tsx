import './reader.css';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { TextRange } from '../../api-client/calls-threads.js';
import { say } from '../../words-threads.js';
import { isCovered, overlaps, piecesOf, sentencesOf } from './ranges.js';
import { type InHand, rangeOf, stepped, wordsIn } from './words-in-hand.js';

interface SentencesProps {
  words: string;
  picked: readonly TextRange[];
  onToggle(range: TextRange): void;
  /** What the sentences are for, as a group. */
  label: string;
  /** Takes the focus at once. */
  takesFocus?: boolean;
  /** Escape, with no words in hand. */
  onLeave?(): void;
}

/**
 * The same words, each sentence a switch of its own: the way by keys, and for who cannot draw a selection. Arrows
 * take single words of it, with Shift more of them; what is taken is said.
 */
export function Sentences({ words, picked, onToggle, label, takesFocus, onLeave }: SentencesProps) {
  const group = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [inHand, take] = useState<(InHand & { of: number }) | null>(null);
  const sentences = sentencesOf(words);
  const gap = (i: number) => words.slice(sentences[i - 1]?.to ?? 0, sentences[i]?.from ?? words.length);
  const held = sentences[inHand?.of ?? -1];
  const chosen = held ? rangeOf(inHand, wordsIn(words, held)) : null;
  useEffect(() => {
    if (takesFocus) group.current?.querySelector<HTMLElement>('.sentence')?.focus();
  }, [takesFocus]);

  function press(event: KeyboardEvent, sentence: TextRange, of: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const go = STEPS[event.key];
    if (go === 'word on' || go === 'word back') {
      const count = wordsIn(words, sentence).length;
      const now = inHand?.of === of ? inHand : null;
      const next = stepped(now, go === 'word on' ? 1 : -1, { count, isStretching: event.shiftKey });
      take(next && { ...next, of });
    } else if (go === 'choose') {
      // A key that is held chooses once.
      if (!event.repeat) onToggle(chosen ?? sentence);
      take(null);
    } else if (go) {
      const all = group.current?.querySelectorAll<HTMLElement>('.sentence');
      all?.[of + (go === 'sentence on' ? 1 : -1)]?.focus();
    } else if (event.key === 'Escape' && (chosen ?? onLeave)) {
      if (chosen) take(null);
      else onLeave?.();
    } else return;
    // A dialog around it stays open, the page where it is.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <div className="quote sentences" role="group" aria-label={label} aria-describedby={hintId} ref={group}>
        {sentences.map((sentence, i) => (
          <span key={sentence.from}>
            {gap(i)}
            <span
              className="sentence"
              role="button"
              tabIndex={0}
              aria-pressed={stateOf(picked, sentence)}
              onClick={() => onToggle(sentence)}
              onKeyDown={(event) => press(event, sentence, i)}
              onBlur={() => take(null)}
            >
              {piecesOf(
                words,
                [
                  { kind: 'mine', ranges: picked },
                  { kind: 'inHand', ranges: chosen ? [chosen] : [] },
                ],
                sentence,
              ).map(({ from, text, kinds }) =>
                kinds.length === 0 ? (
                  <span key={from}>{text}</span>
                ) : (
                  <mark key={from} className={kinds.map((kind) => `is-${kind}`).join(' ')}>
                    {text}
                  </mark>
                ),
              )}
            </span>
          </span>
        ))}
        {gap(sentences.length)}
      </div>
      <p className="quiet tiny sentence-keys" id={hintId}>
        {say('mark.keys')}
      </p>
      <p className="sr" role="status">
        {chosen && words.slice(chosen.from, chosen.to)}
      </p>
    </>
  );
}

const STEPS: Record<
  string,
  'word on' | 'word back' | 'sentence on' | 'sentence back' | 'choose' | undefined
> = {
  ArrowRight: 'word on',
  ArrowLeft: 'word back',
  ArrowDown: 'sentence on',
  ArrowUp: 'sentence back',
  Enter: 'choose',
  ' ': 'choose',
};

const stateOf = (picked: readonly TextRange[], sentence: TextRange): boolean | 'mixed' =>
  isCovered(picked, sentence) || (picked.some((range) => overlaps(range, sentence)) && 'mixed');
