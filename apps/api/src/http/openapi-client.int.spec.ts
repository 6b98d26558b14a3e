import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

/** The console's types are made from this copy: `npm run api-client` writes both anew. */
const COPY = resolve(__dirname, '../../../web/src/api-client/openapi.json');

describe('the description that the console is built from', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi();
  });
  afterAll(() => api.stop());

  it('is what the API says of itself', async () => {
    const { body } = (await api.call('get', '/api/openapi.json').expect(200)) as { body: unknown };
    if (process.env['WRITE_OPENAPI'] === '1') writeFileSync(COPY, `${JSON.stringify(body, null, 2)}\n`);
    expect(JSON.parse(readFileSync(COPY, 'utf8'))).toEqual(body);
  });
});
