/** What is wrong with one field. */
export class ProblemFieldView {
  /** Path of the field, e.g. `emailConsent.givenOn`. */
  field!: string;
  code!: string;
  params!: Record<string, string | number>;
  message!: string;
}

/** An error as RFC 9457 tells it (`application/problem+json`). */
export class ProblemView {
  /** `urn:throughline:problem:` and the code, e.g. `urn:throughline:problem:not-found`. */
  type!: string;
  title!: string;
  status!: number;
  detail?: string;
  /** Also in the header `x-request-id`; the service log names it too. */
  requestId!: string;
  errors!: ProblemFieldView[];
}
