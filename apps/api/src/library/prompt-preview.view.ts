export class EmailPreviewView {
  subject!: string;
  html!: string;
  text!: string;
}

export class PromptPreviewView {
  /** The first page as HTML, without its script. */
  page!: string;
  /** Every page, in order. */
  pages!: string[];
  email!: EmailPreviewView;
}
