/** How many characters stand in an element. */
export const textLength = (element: Element): number => element.textContent.length;

/** Two copies of an element: what stands in it before this character, and the rest. */
export function cutAt(element: HTMLElement, at: number): [HTMLElement, HTMLElement] {
  const head = element.cloneNode(true) as HTMLElement;
  const rest = element.cloneNode(false) as HTMLElement;
  const range = document.createRange();
  const [node, offset] = placeOf(head, at);
  range.setStart(node, offset);
  range.setEnd(head, head.childNodes.length);
  rest.append(range.extractContents());
  return [head, rest];
}

function placeOf(element: HTMLElement, at: number): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [element, element.childNodes.length];
}

/** The last place up to `at` where a word has ended; in the middle of a word that has no end before it, of no character. */
export function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.slice(0, at + 1).search(/\s\S*$/);
  if (end > 0) return end;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
