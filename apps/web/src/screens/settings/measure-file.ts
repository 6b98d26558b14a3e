import { say } from '../../words-measures.js';

/** One thing that is wrong, and where: `items.0.text`, or nothing for the file as a whole. */
export interface FileTrouble {
  place: string;
  message: string;
}

/** What the API takes in one request, with room to spare. */
export const MOST_CHARACTERS = 100_000;

/** What the text of a file says; the API checks the rest. */
export function readDefinition(text: string): { definition: unknown; troubles: FileTrouble[] } {
  if (text.length > MOST_CHARACTERS) return unreadable(say('measureFile.tooLarge'));
  try {
    return { definition: JSON.parse(text) as unknown, troubles: [] };
  } catch {
    return unreadable(say('measureFile.notJson'));
  }
}

/** The API's word on each field, by its place in the file. */
export function fileTroubles(errors: readonly { field: string; message: string }[]): FileTrouble[] {
  return errors.map(({ field, message }) => ({ place: field.replace(/^definition\.?/, ''), message }));
}

const unreadable = (message: string) => ({ definition: null, troubles: [{ place: '', message }] });
