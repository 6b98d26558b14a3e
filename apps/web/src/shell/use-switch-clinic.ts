import { useNavigate, useRouter } from '@tanstack/react-router';
import { useAct, type Act } from '../acts/use-act.js';
import { workIn } from '../api-client/calls-accounts.js';
import { dropEverything } from '../signed-in/person.js';

/**
 * To another clinic of the same account. Today is gone to first, so that a screen with words not yet saved is
 * asked about them; then everything that was read is dropped, because it belongs to the other clinic.
 */
export function useSwitchClinic(): Act<string> {
  const navigate = useNavigate();
  const router = useRouter();
  return useAct(
    async (clinicId: string) => {
      await navigate({ to: '/today' });
      if (router.state.location.pathname !== '/today') return false;
      await workIn(clinicId);
      return true;
    },
    { refresh: [], done: (moved) => moved && dropEverything('/today') },
  );
}
