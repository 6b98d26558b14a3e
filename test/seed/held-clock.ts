import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';

/**
 * Moves the product's clock, `app_now()`, for tests and for the demonstration's invented past. It goes on
 * ticking from where it was set. Needs the owner of the tables; a production boot refuses a moved clock.
 */
export class HeldClock {
  private constructor(private readonly client: Client) {}

  static async open(ownerUrl: string): Promise<HeldClock> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    return new HeldClock(client);
  }

  /** In whole milliseconds, as `app_now()` counts: set any finer, the clock could begin a moment before `instant`. */
  async set(instant: Temporal.Instant): Promise<void> {
    await this.client.query(
      `insert into app_clock (single, shift) values (true, $1::timestamptz - date_trunc('milliseconds', clock_timestamp()))
       on conflict (single) do update set shift = excluded.shift`,
      [instant.toString()],
    );
  }

  /** Back to the wall clock. */
  async reset(): Promise<void> {
    await this.client.query('delete from app_clock');
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
