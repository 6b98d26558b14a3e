/** Words of a language that say nothing by themselves. */
export interface PlainWords {
  /** No phrase begins or ends with one. */
  small: ReadonlySet<string>;
  /** Too common to stand alone; fine inside of a phrase, and at its ends. */
  common: ReadonlySet<string>;
}
