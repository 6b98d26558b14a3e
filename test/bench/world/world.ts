import type { BenchRun } from '../bench-run.js';
import { aBriefToRead } from './brief-to-read.js';
import { nextPrompts } from './due-mailings.js';
import { openHouse } from './house.js';
import { type OpenPrompt, openPrompts } from './open-prompts.js';
import { otherAnswers } from './other-answers.js';
import { type Town, aTown, severalTowns } from './towns.js';

export interface World {
  town: Town;
  appointmentId: string;
  /** Taken from the front: each is answered once. */
  prompts: OpenPrompt[];
  /** One prompt each of clients in several clinics, to be made due. */
  toSend: string[];
}

export interface WorldWishes {
  prompts: number;
  otherAnswers: number;
  /** Clinics with mailings, and mailings of each: a sweep takes at most 50 of one clinic. */
  towns: { count: number; clients: number };
}

const CLIENTS = 32;

/** Invented clinics and clients, made by the product's own services; the many rows by SQL. */
export async function makeWorld(run: BenchRun, wishes: WorldWishes): Promise<World> {
  const house = await openHouse(run.settings());
  const admin = await run.admin();
  try {
    const town = await aTown(house, 'Fernhollow', CLIENTS);
    const appointmentId = await aBriefToRead(house, admin, town);
    // The first one is the brief's client: what is sent now must not change it.
    const others = { ...town, clientIds: town.clientIds.slice(1) };
    const prompts = await openPrompts(house, admin, others, wishes.prompts);
    const towns = await severalTowns(house, wishes.towns.count, wishes.towns.clients);
    const toSend = await nextPrompts(admin, towns);
    await otherAnswers(admin, town.clinic, wishes.otherAnswers);
    return { town, appointmentId, prompts, toSend };
  } finally {
    await admin.end();
    await house.close();
  }
}
