import { Client } from 'pg';
import type { TestDatabase } from '../database.js';

/** Moves the product's clock in one test database by so much from the real time, e.g. `16 minutes`; `0` sets it right. */
export async function shiftClock({ adminUrl }: TestDatabase, shift: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('delete from app_clock');
    await client.query('insert into app_clock (shift) values ($1::interval)', [shift]);
  } finally {
    await client.end();
  }
}
