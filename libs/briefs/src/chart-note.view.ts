/** To be copied into the clinic's chart. */
export class ChartNoteView {
  /** Plain text, paragraphs with an empty line between them. */
  text!: string;
}
