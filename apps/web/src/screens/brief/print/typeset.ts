import { say } from '../../../words-print.js';
import { cutAt, textLength, wordEnd } from './cut.js';

/** From the largest type on two lanes to the smallest that can be read, in columns; print.css says how each looks. */
const SIZES = 8;
/** What is longer than a page goes over several in any case: then in a type that is easy to read. */
const SIZE_OF_CUT = 3;

/** Says while the pages are measured that they are a little lower than paper is: print may set a line longer. */
const SETTING = 'is-setting';

/**
 * Sets the printed briefs of an element on pages of paper, after them: each page in the largest type in which all that
 * belongs on it fits. What does not fit in the smallest goes on to the next page, whole; only what is longer than a
 * page is cut, between two words. Letter and A4 alike: a page is as wide as the one and as high as the other.
 * @returns takes the pages away
 */
export function typeset(papers: HTMLElement): () => void {
  papers.classList.add(SETTING);
  const pages = [...papers.querySelectorAll<HTMLElement>(':scope > .printed:not(.paper)')].flatMap((brief) =>
    pagesOf(brief, papers),
  );
  papers.classList.remove(SETTING);
  return () => pages.forEach((page) => page.remove());
}

function pagesOf(brief: HTMLElement, papers: HTMLElement): HTMLElement[] {
  const pages: HTMLElement[] = [];
  let waiting = blocksOf(brief);
  for (let upTo = 0; waiting.length > 0; upTo += 1) {
    const page = new Page(brief, papers, pages.length === 0);
    const now = waiting.filter((block) => pageOf(block) <= upTo);
    const over = page.set(now);
    waiting = [...over, ...waiting.filter((block) => pageOf(block) > upTo)];
    if (now.length > 0) pages.push(page.element);
    else page.element.remove();
  }
  pages.forEach((page, nth) => {
    for (const place of page.querySelectorAll('.p-page'))
      place.textContent = say('print.pageOf', { n: nth + 1, of: pages.length });
  });
  return pages;
}

const blocksOf = (brief: HTMLElement) => [...brief.querySelectorAll<HTMLElement>('.p-block')];
const pageOf = (block: HTMLElement) => Number(block.dataset.page ?? 0);
const laneOf = (block: HTMLElement) => block.closest<HTMLElement>('.p-body > *')?.className ?? 'p-words';

/** One sheet, as it is being filled. */
class Page {
  readonly element: HTMLElement;
  private readonly body: HTMLElement;

  constructor(
    private readonly brief: HTMLElement,
    papers: HTMLElement,
    private readonly isFirst: boolean,
  ) {
    this.element = brief.cloneNode(true) as HTMLElement;
    this.element.className = `printed paper ${isFirst ? 'is-first' : 'is-next'}`;
    blocksOf(this.element).forEach((block) => block.remove());
    this.body = this.element.querySelector<HTMLElement>('.p-body') as HTMLElement;
    papers.append(this.element);
  }

  /** @returns what did not fit, in its order */
  set(blocks: readonly HTMLElement[]): HTMLElement[] {
    const placed = blocks.map((block) => this.place(block));
    this.tidy();
    const over = this.fitsAt(this.largest()) ? [] : this.carryOver(blocks, placed);
    this.tidy();
    return over;
  }

  /** A lane with nothing in it takes no room. */
  private tidy(): void {
    for (const lane of this.body.children) lane.classList.toggle('is-bare', !lane.querySelector('.p-block'));
  }

  /** The largest type in which everything fits; the smallest where it fits in none. */
  private largest(): number {
    let [from, to] = [0, SIZES - 1];
    while (from < to) {
      const size = Math.floor((from + to) / 2);
      if (this.fitsAt(size)) to = size;
      else from = size + 1;
    }
    return to;
  }

  private fitsAt(size: number): boolean {
    const { dataset, classList } = this.element;
    dataset.size = String(size);
    classList.toggle('runs-on', size >= 2 || !this.isFirst);
    classList.toggle('in-columns', size >= 3 || !this.isFirst);
    classList.toggle('is-dense', size >= 5);
    return this.fits();
  }

  private place(block: HTMLElement): HTMLElement {
    const copy = block.cloneNode(true) as HTMLElement;
    const lane = (block as Part).lane ?? laneOf(block);
    this.body.querySelector(`:scope > .${lane}`)?.append(copy);
    return copy;
  }

  private fits(): boolean {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = this.body;
    return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;
  }

  /** Their words go on first, the last of them before the others: what stands around them is for the first page. */
  private carryOver(blocks: readonly HTMLElement[], placed: readonly HTMLElement[]): HTMLElement[] {
    const here = new Set(placed.keys());
    while (here.size > 1 && !this.fits()) {
      const last = [...here].reverse();
      const nth =
        last.find((each) => placed[each]?.parentElement?.classList.contains('p-words')) ?? last[0] ?? 0;
      placed[nth]?.remove();
      here.delete(nth);
    }
    const over = blocks.flatMap((block, nth) => (here.has(nth) ? [] : [block]));
    const [only] = [...here];
    const block = only === undefined ? undefined : blocks[only];
    if (this.fits() || !block) {
      this.fitsAt(this.largest());
      return over;
    }
    this.fitsAt(SIZE_OF_CUT);
    const rest = this.cut(block, placed[only as number] as HTMLElement);
    return rest ? [rest, ...over] : over;
  }

  /** Leaves as much of a block as fits, and gives the rest of it. */
  private cut(block: Part, placed: HTMLElement): HTMLElement | null {
    const lane = block.lane ?? laneOf(block);
    const tried = (at: number) => {
      const [head, rest] = cutAt(block, at);
      placed.replaceChildren(...head.childNodes);
      return rest;
    };
    let [fitting, tooMuch] = [0, textLength(block)];
    while (tooMuch - fitting > 1) {
      const at = Math.floor((fitting + tooMuch) / 2);
      tried(at);
      if (this.fits()) fitting = at;
      else tooMuch = at;
    }
    const at = wordEnd(block.textContent, fitting);
    if (at === 0) {
      placed.replaceChildren(...(block.cloneNode(true) as HTMLElement).childNodes);
      return null;
    }
    const rest: Part = tried(at);
    rest.lane = lane;
    rest.dataset.continued = this.brief.dataset.continued;
    return rest;
  }
}

/** A block, or what is left of one; that stands in no lane, and knows in which it stood. */
type Part = HTMLElement & { lane?: string };
