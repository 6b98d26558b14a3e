import type { StaffActor } from '@app/platform/actor.js';
import { openEvidence } from '@app/safety/flag-evidence.js';
import { openReflection, type ReflectionBody } from '@app/reflections/reflection-body.js';
import type { TextRange } from '@app/reflections/ranges.rules.js';
import { quoteOf } from '@app/reflections/ranges.rules.js';
import { WishesService } from '@app/reflections/wishes.service.js';
import type { ShownBack, Wishes } from '@app/reflections/wishes.types.js';
import type { ReplyTown } from '../reply.test-support.js';
import { clientOf } from './words.test-support.js';

/** What became of a client's wishes, as others see it. */
export class Wished {
  constructor(private readonly town: ReplyTown) {}

  /** The wishes for the client's one reflection, as a reader sees them. */
  async seenBy(reader: StaffActor): Promise<Wishes | undefined> {
    const { db, keyring } = this.town.api.house;
    const all = await db.inClinic(reader, async (tx) =>
      this.wishes.ofClient(tx, await keyring.client(tx, this.town.clientId), this.town.clientId),
    );
    return [...all.values()][0];
  }

  shownBack(): Promise<ShownBack | null> {
    const { db, keyring } = this.town.api.house;
    return db.inClinic(clientOf(this.town), async (tx) =>
      this.wishes.shownBack(tx, await keyring.client(tx, this.town.clientId), tx.now),
    );
  }

  /** Everything of it that the application's own role and keys can open, by who reads the client's words. */
  async everythingTheAppOpens(id: string): Promise<{ body: ReflectionBody; wishes: Wishes | undefined }> {
    const { maren, clientId, api } = this.town;
    const { db, keyring } = api.house;
    const body = await db.inClinic(maren.actor, async (tx) => {
      const [row] = await tx.query<{ body_sealed: Buffer }>(
        'select body_sealed from reflections where id = $1',
        [id],
      );
      const owner = { clinicId: tx.actor.clinicId, rowId: id };
      return openReflection(await keyring.client(tx, clientId), owner, row!.body_sealed);
    });
    return { body, wishes: await this.seenBy(maren.actor) };
  }

  /** What the client's flags quote, as the care team could read it. */
  sentencesOfFlags(): Promise<string[]> {
    const { maren, clientId, api } = this.town;
    return api.house.db.inClinic(maren.actor, async (tx) => {
      const key = await api.house.keyring.client(tx, clientId);
      const flags = await tx.query<{ id: string; evidence_sealed: Buffer }>(
        "select id, evidence_sealed from safety_flags where client_id = $1 and kind = 'phrase'",
        [clientId],
      );
      return flags.flatMap(({ id: flagId, evidence_sealed: sealed }) =>
        openEvidence(key, { clinicId: tx.actor.clinicId, flagId }, sealed).flatMap((one) =>
          one.kind === 'phrase' ? [one.sentence] : [],
        ),
      );
    });
  }

  async audits(action: string): Promise<number> {
    const found = await this.town.rows(
      'select 1 from audit_events where action = $1 and $2 = any (client_ids)',
      [action, this.town.clientId],
    );
    return found.length;
  }

  async isWithdrawn(id: string): Promise<boolean> {
    const [row] = await this.town.rows<{ withdrawn: boolean }>(
      'select withdrawn_at is not null as withdrawn from reflections where id = $1',
      [id],
    );
    return row!.withdrawn;
  }

  /** A practitioner has read it, marked it, and put a line of it to a thread. */
  async readAndUsed(reflectionId: string, words: string, line: TextRange): Promise<void> {
    const { clientId } = this.town;
    const [sent] = (await this.get(`/clients/${clientId}/reflections`)).items as { version: number }[];
    await this.send('post', `/reflections/${reflectionId}/reading`, { version: sent!.version });
    await this.send('put', `/reflections/${reflectionId}/marks`, {
      version: 0,
      highlights: [line],
      tags: ['S1'],
    });
    const { id } = await this.send('post', `/clients/${clientId}/threads`, { name: null });
    const evidence = [{ reflectionId, ...line, quote: quoteOf(words, line) }];
    const [thread] = (await this.get(`/clients/${clientId}/threads`)).items as { version: number }[];
    await this.send('post', `/threads/${String(id)}/stages`, {
      version: thread!.version,
      stage: 'insight',
      evidence,
    });
  }

  /** What staff can ask for that has a client's words in it, by its address. `q`: what they search for. */
  async staffPages(q: string): Promise<Record<string, string>> {
    const { clientId } = this.town;
    const appointment = await this.appointmentId();
    const paths = [
      `/clients/${clientId}/reflections`,
      `/clients/${clientId}/threads`,
      `/reflections?view=client&clientId=${clientId}`,
      `/reflections?view=mine`,
      `/appointments/${appointment}/brief`,
    ];
    const pages: Record<string, string> = {};
    for (const path of paths) pages[path] = JSON.stringify(await this.get(path));
    pages['/reflections/search'] = JSON.stringify(
      await this.send('post', '/reflections/search', { q, clientId }),
    );
    return pages;
  }

  private async appointmentId(): Promise<string> {
    const { clientId, api } = this.town;
    const known = (await this.get(`/clients/${clientId}/appointments`)).items as { id: string }[] | undefined;
    if (known?.[0]) return known[0].id;
    const startsAt = (await api.house.db.now()).add({ hours: 30 }).toString();
    const { id } = await this.send('post', `/clients/${clientId}/appointments`, { startsAt, minutes: 50 });
    return String(id);
  }

  private async get(path: string): Promise<Record<string, unknown>> {
    return this.send('get', path);
  }

  private async send(
    method: 'get' | 'post' | 'put',
    path: string,
    body?: object,
  ): Promise<Record<string, unknown>> {
    const { api, maren } = this.town;
    const answer = await api.call(method, `/api${path}`, await this.signedIn(maren)).send(body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body as Record<string, unknown>;
  }

  private cookie: Promise<string> | null = null;

  private signedIn(person: ReplyTown['maren']): Promise<string> {
    return (this.cookie ??= this.town.api.signIn(person));
  }

  private get wishes(): WishesService {
    return this.town.api.app.get(WishesService, { strict: false });
  }
}
