import { useQuery } from '@tanstack/react-query';
import { clinicQuery } from '../../api-client/queries-clinic.js';

/** Whether the clinic asks each client by e-mail: then nobody here can say yes for them. */
export function useDoubleOptIn(): boolean {
  const clinic = useQuery(clinicQuery());
  return clinic.data?.doubleOptIn ?? false;
}
