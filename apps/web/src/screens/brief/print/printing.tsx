import type { BriefView } from '../../../api-client/views.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-print.js';

/** A brief as it is set down to be printed: whose clock it speaks in, what the client is called, which number is which. */
export interface Printing {
  brief: BriefView;
  /** The staff's clock. */
  here: string;
  /** What the client is called in a sentence. */
  name: string;
  isNameHidden: boolean;
  /** Reflections are numbered as they stand, so that a fact on paper can say where it came from. */
  numbers: ReadonlyMap<string, number>;
  /** Makes the ids of this brief its own where several stand in one page; null on paper, which has none. */
  idsOf: string | null;
}

export function printingOf(
  brief: BriefView,
  { here, isNameHidden, idsOf }: Pick<Printing, 'here' | 'isNameHidden' | 'idsOf'>,
): Printing {
  return {
    brief,
    here,
    name: isNameHidden ? say('brief.theClient') : firstName(brief.client.name),
    isNameHidden,
    numbers: new Map(brief.reflections.map(({ id }, nth) => [id, nth + 1])),
    idsOf,
  };
}

export const idOf = ({ idsOf }: Printing, reflectionId: string): string | undefined =>
  idsOf ? `${idsOf}-${reflectionId}` : undefined;

/** The numbers of the reflections a fact came from; those of before the last call have none. */
export function Cited({ printing, ids }: { printing: Printing; ids: readonly string[] }) {
  const known = ids.flatMap((id) => {
    const n = printing.numbers.get(id);
    return n === undefined ? [] : [{ id, n }];
  });
  return known.map(({ id, n }) =>
    printing.idsOf ? (
      <a
        key={id}
        className="p-cited"
        href={`#${idOf(printing, id)}`}
        aria-label={say('print.number', { n })}
        onClick={(event) => {
          event.preventDefault();
          const target = document.getElementById(idOf(printing, id) ?? '');
          target?.scrollIntoView({ block: 'start' });
          target?.focus({ preventScroll: true });
        }}
      >
        {n}
      </a>
    ) : (
      <span key={id} className="p-cited">
        {n}
      </span>
    ),
  );
}
