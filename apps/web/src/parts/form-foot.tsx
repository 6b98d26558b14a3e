import type { ReactNode } from 'react';
import type { Act } from '../acts/use-act.js';
import { ApiProblem } from '../api-client/request.js';
import { say } from '../words.js';
import { Button } from './button.js';
import { Failure } from './failure.js';

interface FormFootProps {
  act: Pick<Act<never>, 'isPending' | 'error'>;
  isChanged: boolean;
  label?: string;
  /** In words, what somebody else changed meanwhile under what was typed here. */
  theirs?: readonly string[];
  /** Saving as it stands means something too: it is confirmed. */
  isConfirming?: boolean;
  /** What else can be done, at the end of the row. */
  children?: ReactNode;
}

/** How every form of the clinic ends: what went wrong, what somebody else wrote, the button, whether it is saved. */
export function FormFoot({ act, isChanged, label, theirs = [], isConfirming, children }: FormFootProps) {
  const isConflict = act.error instanceof ApiProblem && act.error.status === 409 && act.error.isStale;
  return (
    <>
      {isConflict ? (
        <div className="failure" role="alert">
          <div>
            <p className="strong">{say('form.conflict')}</p>
            <p>{say('form.conflictNext')}</p>
          </div>
        </div>
      ) : (
        act.error && <Failure error={act.error} isAct />
      )}
      {theirs.length > 0 && (
        <div className="told">
          <p>{say('form.theirs')}</p>
          <ul>
            {theirs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="acts">
        <Button
          kind="primary"
          type="submit"
          isPending={act.isPending}
          isDisabled={!isChanged && !isConfirming}
        >
          {label ?? say('act.save')}
        </Button>
        {isChanged && (
          <span className="quiet small" role="status">
            {say('note.unsaved')}
          </span>
        )}
        {children && <span className="at-end">{children}</span>}
      </div>
    </>
  );
}
