import type { PlanTemplateStepView } from '../../api-client/calls-library.js';
import { measureTitle } from '../library/measure-facts.js';
import { useMeasures } from '../library/use-measures.js';
import { bringsWords } from './brings.js';

/** What a version of a plan brings, in a sentence. */
export function Brings({ steps }: { steps: readonly PlanTemplateStepView[] }) {
  const measures = useMeasures();
  return <small className="brings">{bringsWords(steps, (code) => measureTitle(measures, code))}</small>;
}
