import { Client } from 'pg';
import { testDatabase } from '../database.js';
import { testRedis } from '../redis.js';
import { launchChromium, describeWithChromium } from '../chromium.js';
describe('s', () => {
  it('gives a database', async () => {
    console.time('db');
    const database = await testDatabase();
    console.timeEnd('db');
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const r = await client.query('select current_user, version()');
    console.log(r.rows, database);
    await client.end();
    await database.drop();
  });
  it('redis', async () => { const r = await testRedis(); await r.flush(); await r.stop(); });
});
describeWithChromium('c', () => { it('b', async () => { const b = await launchChromium(); const p = await b.newPage(); await p.setContent('<h1>hi</h1>'); expect(await p.textContent('h1')).toBe('hi'); await b.close(); }); });
