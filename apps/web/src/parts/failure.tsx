import { CircleAlert } from 'lucide-react';
import { ApiProblem } from '../api-client/request.js';
import { say } from '../words.js';
import { Button } from './button.js';

interface FailureProps {
  error: Error;
  retry?(): void;
  /** A change was asked for: what was typed is still on the screen. */
  isAct?: boolean;
}

/** What happened, what is safe, what to do. */
export function Failure({ error, retry, isAct }: FailureProps) {
  const [what, next] = wordsFor(error, isAct);
  return (
    <div className="failure" role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div>
        <p className="strong">{what}</p>
        {next && <p>{next}</p>}
        {error instanceof ApiProblem && error.status >= 500 && error.problem.requestId && (
          <p className="quiet tiny">{say('failure.reference', { id: error.problem.requestId })}</p>
        )}
        {retry && (
          <Button small onPress={retry}>
            {say('act.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}

const PROBLEM = 'urn:throughline:problem:';
const isRule = ({ problem }: ApiProblem) =>
  problem.type?.startsWith(PROBLEM) && !/^conflict/.test(problem.type.slice(PROBLEM.length));

function wordsFor(error: Error, isAct?: boolean): [what: string, next?: string] {
  if (!(error instanceof ApiProblem))
    return [say('failure.unreachable'), say(isAct ? 'failure.actKept' : 'failure.readSafe')];
  switch (error.status) {
    case 401:
      return [say('failure.signedOut'), say('failure.signedOutNext')];
    case 403:
      return [say('failure.notConfirmed'), say('failure.notConfirmedNext')];
    case 404:
      return [say('failure.gone'), say('failure.goneNext')];
    case 409:
      // A rule said no, in its own words; else what was shown is not how it is now.
      return isRule(error) ? [error.problem.title] : [say('failure.changed'), say('failure.changedNext')];
    case 400:
    case 422:
      return [
        say('failure.refused'),
        error.problem.errors?.map((each) => each.message).join(' ') ||
          error.problem.detail ||
          say('failure.refusedNext'),
      ];
    case 429:
      return [say('failure.tooMany'), say('failure.tooManyNext')];
    default:
      return [say('failure.server'), say(isAct ? 'failure.actKept' : 'failure.readSafe')];
  }
}
