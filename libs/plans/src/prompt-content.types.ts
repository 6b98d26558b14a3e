/** What is wrong with one field of what was edited; worded from the catalogue at the edge. */
export interface ContentTrouble {
  /** Its place, e.g. `choices.0.options`. */
  field: string;
  code: string;
  params: Record<string, string | number>;
}
