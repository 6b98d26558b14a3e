import { LetterBox } from '../support/product/letter-box.js';
import { Product } from '../support/product/product.js';

jest.setTimeout(120_000);

const EMAIL = 'marcus@bell.example';
const FIRST = 'slow rivers carry leaves';
const SECOND = 'warm stones keep the evening';

describe('somebody who has nothing but an address', () => {
  let letterBox: LetterBox;
  let product: Product;

  beforeAll(async () => {
    letterBox = await LetterBox.open();
    product = await Product.start({ smtpUrl: letterBox.smtpUrl });
    await product.startWorker();
  });
  afterAll(async () => {
    await product?.stop();
    await letterBox?.close();
  });

  const post = (path: string, body: object) =>
    fetch(`${product.baseUrl}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1' },
      body: JSON.stringify(body),
    });
  const tokenOf = async (purpose: string, nth: number) => {
    const { links } = await letterBox.mailTo(EMAIL, nth);
    const link = links.find((each) => each.startsWith(`${product.baseUrl}/${purpose}#`));
    return link!.split('#')[1]!;
  };

  it('starts a clinic, forgets the password, and gets in again, all through the mail', async () => {
    expect((await post('/clinic-starts', { email: EMAIL })).status).toBe(202);
    const start = await tokenOf('start', 1);
    const clinic = { clinicName: 'Harrow Lane Clinic', shortName: 'Harrow Lane', country: 'GB' };
    const place = { timeZone: 'Europe/London', phone: '+44 20 7946 0101' };
    const founder = { token: start, name: 'Marcus Bell', password: FIRST };
    expect((await post('/clinic-starts/acceptance', { ...founder, ...clinic, ...place })).status).toBe(204);
    expect((await post('/sign-ins', { email: EMAIL, password: FIRST })).status).toBe(201);

    expect((await post('/password-resets', { email: EMAIL })).status).toBe(202);
    const reset = await tokenOf('reset', 2);
    expect((await post('/password-resets/redemption', { token: reset, password: SECOND })).status).toBe(204);
    expect((await letterBox.mailTo(EMAIL, 3)).subject).toBe('Your password was changed');
    expect((await post('/sign-ins', { email: EMAIL, password: FIRST })).status).toBe(401);
    expect((await post('/sign-ins', { email: EMAIL, password: SECOND })).status).toBe(201);

    for (const secret of [start, reset, EMAIL, FIRST, SECOND, 'Marcus', 'Harrow']) {
      expect(product.logs).not.toContain(secret);
    }
  });
});
