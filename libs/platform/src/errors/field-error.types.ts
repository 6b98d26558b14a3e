/** What went wrong with one field, worded from the catalogue at the edge. */
export interface FieldError {
  field: string;
  code: string;
  params: Record<string, string | number>;
}
