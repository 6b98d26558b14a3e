import { type MadeClinic, aClinic } from '../../factories/clinic.factory.js';
import { aClient } from '../../factories/client.factory.js';
import { aKetamineSession } from '../../factories/ketamine-session.factory.js';
import { aPlan } from '../../factories/plan.factory.js';
import { type MadeStaffMember, aStaffMember } from '../../factories/staff-member.factory.js';
import type { BenchHouse } from './house.js';

/** A clinic with one practitioner, and clients in the middle of a plan. */
export interface Town {
  clinic: MadeClinic;
  practitioner: MadeStaffMember;
  clientIds: string[];
}

export async function aTown(house: BenchHouse, name: string, clients: number): Promise<Town> {
  const clinic = await aClinic(house, { name, shortName: name, readingDays: [1, 2, 3, 4, 5, 6, 7] });
  const practitioner = await aStaffMember(house, { clinic });
  const by = practitioner.actor;
  const clientIds: string[] = [];
  for (let made = 0; made < clients; made += 1) {
    const { id } = await aClient(house, { by });
    await aKetamineSession(house, { by, clientId: id, status: 'completed' });
    await aPlan(house, { by, clientId: id });
    clientIds.push(id);
  }
  return { clinic, practitioner, clientIds };
}

/** Several clinics of one size, four at a time. */
export async function severalTowns(house: BenchHouse, count: number, clients: number): Promise<Town[]> {
  const towns: Town[] = [];
  let next = 0;
  const maker = async () => {
    for (let nth = next++; nth < count; nth = next++) {
      towns.push(await aTown(house, `Harrow Lane ${nth + 1}`, clients));
    }
  };
  await Promise.all(Array.from({ length: 4 }, maker));
  return towns;
}
