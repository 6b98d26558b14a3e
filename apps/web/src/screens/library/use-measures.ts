import { useQuery } from '@tanstack/react-query';
import { measuresQuery, type MeasureView } from '../../api-client/calls-measures.js';

/** Ours and the clinic's own, archived ones too; none while they are on their way. */
export function useMeasures(): readonly MeasureView[] {
  return useQuery(measuresQuery()).data ?? NONE;
}

const NONE: readonly MeasureView[] = [];
