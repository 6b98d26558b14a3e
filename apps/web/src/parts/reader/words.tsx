import './reader.css';
import { useRef } from 'react';
import type { TextRange } from '../../api-client/calls-threads.js';
import { say } from '../../words-threads.js';
import { isCovered, piecesOf, type Layer, type Piece } from './ranges.js';
import { useSelection } from './use-selection.js';

interface WordsProps {
  words: string;
  layers: readonly Layer[];
  /** Highlights are allowed: what to do with a chosen part. */
  onMark?(range: TextRange, isMarked: boolean): void;
}

/** Their words to the letter, with what was drawn on them. Choosing a part of them offers to highlight it. */
export function Words({ words, layers, onMark }: WordsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const mine = layers.flatMap(({ kind, ranges }) => (kind === 'mine' ? [...ranges] : []));
  const [chosen, clear] = useSelection(ref, words, onMark ? mine : null);
  const isMarked = chosen !== null && isCovered(mine, chosen.range);

  function mark() {
    if (!chosen || !onMark) return;
    onMark(chosen.range, !isMarked);
    document.getSelection()?.removeAllRanges();
    clear();
  }

  return (
    <div className="words" ref={ref}>
      <p className="quote">
        {piecesOf(words, layers).map((piece) => (
          <Drawn key={piece.from} piece={piece} />
        ))}
      </p>
      {chosen && onMark && (
        <div
          className="mark-tools"
          role="toolbar"
          aria-label={say('mark.tools')}
          style={{ left: chosen.left, top: chosen.top }}
        >
          <button
            type="button"
            className="btn btn-small"
            // The selection stays while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={mark}
          >
            {say(isMarked ? 'mark.remove' : 'mark.highlight')}
          </button>
        </div>
      )}
    </div>
  );
}

function Drawn({ piece }: { piece: Piece }) {
  const { from, text, kinds, endsOf } = piece;
  if (kinds.length === 0) return <span data-from={from}>{text}</span>;
  return (
    <>
      <mark className={kinds.map((kind) => `is-${kind}`).join(' ')} data-from={from}>
        {text}
      </mark>
      {endsOf.map((by) => (
        <span key={by} className="mark-by">
          <span className="sr">{say('mark.by', { by })}</span>
          <span aria-hidden="true">{by}</span>
        </span>
      ))}
    </>
  );
}
