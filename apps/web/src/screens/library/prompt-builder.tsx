import { type Dispatch, type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { ApiProblem } from '../../api-client/request.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { say } from '../../words-library.js';
import { Advice } from './advice.js';
import { AsksMore } from './asks-more.js';
import { FirstPage } from './first-page.js';
import { MorePages } from './more-pages.js';
import { Preview } from './preview.js';
import { contentOf, type Edit, type PromptDraft } from './prompt-draft.js';
import { type DraftProblem, fieldOf, problemsIn } from './prompt-problems.js';

interface PromptBuilderProps {
  draft: PromptDraft;
  dispatch: Dispatch<Edit>;
  error: Error | null;
  onPublish(): void;
  isChanged: boolean;
  /** Its button, and what else can be done. */
  foot: ReactNode;
  under?: ReactNode;
}

/** The fields, and beside them what they make: page, e-mail, large text, and how it reads. */
export function PromptBuilder({
  draft,
  dispatch,
  error,
  onPublish,
  isChanged,
  foot,
  under,
}: PromptBuilderProps) {
  const [found, setFound] = useState<DraftProblem[]>([]);
  const summary = useMemo(
    () => [
      ...found.map(({ field, code }) => ({ fieldName: field, message: say(`builder.problem.${code}`) })),
      ...refusedIn(error, draft),
    ],
    // The draft only names the fields as they were sent.
    [found, error],
  );
  const errors = Object.fromEntries(summary.map(({ fieldName, message }) => [fieldName, message]));
  const content = contentOf(draft);

  function submit(event: FormEvent) {
    event.preventDefault();
    const problems = problemsIn(draft);
    setFound(problems);
    if (problems.length === 0) onPublish();
  }

  return (
    <div className="builder">
      <form className="builder-main" onSubmit={submit} noValidate>
        {summary.length > 0 && <ErrorSummary errors={summary} />}
        <FirstPage draft={draft} dispatch={dispatch} errors={errors} />
        {!draft.tells && <MorePages draft={draft} dispatch={dispatch} errors={errors} />}
        {!draft.tells && <AsksMore draft={draft} dispatch={dispatch} errors={errors} />}
        <section className={`card pad form builder-foot${isChanged ? ' is-afloat' : ''}`}>{foot}</section>
      </form>
      <aside className="builder-side">
        <Preview content={content} />
        <Advice content={content} />
      </aside>
      {under && <div className="builder-under">{under}</div>}
    </div>
  );
}

/** What the server did not take, by the builder's own fields. */
function refusedIn(error: Error | null, draft: PromptDraft) {
  if (!(error instanceof ApiProblem)) return [];
  return (error.problem.errors ?? []).map(({ field, message }) => ({
    fieldName: fieldOf(field, draft),
    message,
  }));
}
