import { ErrorSummary } from '../../parts/error-summary.js';
import { Failure } from '../../parts/failure.js';

/** What stands above a form after it was sent in vain. */
export const FormErrors = ({
  summary,
  failure,
}: {
  summary: { fieldName: string; message: string }[];
  failure: Error | null;
}) => (summary.length > 0 ? <ErrorSummary errors={summary} /> : failure && <Failure error={failure} isAct />);
