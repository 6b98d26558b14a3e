import type { StaffActor } from '@app/platform/actor.js';
import type { NewClient } from '@app/clients/client-intake.service.js';
import type { ClientView } from '@app/clients/client.view.js';
import type { CourseHouse } from './course-house.js';

export interface ClientWishes extends Partial<NewClient> {
  /** Who adds the client; a practitioner joins the care team. */
  by: StaffActor;
}

let made = 0;

/** An active client with an address, a phone and consent to e-mail. */
export async function aClient({ intake }: CourseHouse, { by, ...wishes }: ClientWishes): Promise<ClientView> {
  made += 1;
  return intake.add(by, {
    name: 'Rowan Ellis',
    email: `client-${made}@ellis.example`,
    phone: '+1 208 555 0177',
    timeZone: 'America/Boise',
    emailConsent: { givenOn: '2025-01-06', how: 'on paper, at the first visit' },
    ...wishes,
  });
}
