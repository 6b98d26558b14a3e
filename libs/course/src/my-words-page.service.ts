import { Injectable } from '@nestjs/common';
import { MeasuresService } from '@app/measures/measures.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type OwnChoice, ownReflections } from '@app/reflections/own-reflections.queries.js';
import { NO_WISHES } from '@app/reflections/wishes.rules.js';
import { WishesService } from '@app/reflections/wishes.service.js';
import { addressSince, ownEarlySigns, ownThreads, pageEnd } from './my-words.queries.js';
import type { MyWords, MyWordsPage, OwnWords } from './my-words.types.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';

/** So many of what was sent stand on one page. */
const ON_A_PAGE = 20;

/** Reads what a client sent, for that client. Writes nothing: opening it is what is written down, once. */
@Injectable()
export class MyWordsPageService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly wishes: WishesService,
    private readonly measures: MeasuresService,
  ) {}

  /** `number`: from 1. */
  read(entry: ReplyEntry, token: string, number: number): Promise<MyWordsPage> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const slice = { limit: ON_A_PAGE + 1, offset: ON_A_PAGE * (number - 1) };
      const words = await this.wordsIn(tx, entry.clientId, slice);
      return {
        ...words,
        reflections: words.reflections.slice(0, ON_A_PAGE),
        number,
        hasOlder: words.reflections.length > ON_A_PAGE,
        openUntil: await pageEnd(tx, token),
      };
    });
  }

  /** One of them. @throws NotFound for what is not theirs, or was sent while they had another address */
  readOne(entry: ReplyEntry, id: string): Promise<OwnWords> {
    return this.db.inClinic(clientActor(entry), async (tx) => this.oneIn(tx, entry.clientId, id));
  }

  /** The same in the caller's transaction. @throws NotFound */
  async oneIn(tx: Tx, clientId: string, id: string): Promise<OwnWords> {
    const since = await addressSince(tx, clientId);
    const [one] = await this.reflectionsIn(tx, clientId, { since, id });
    if (!one) throw new NotFound('reflection');
    return one;
  }

  /** Everything, or a slice of the reflections, in the caller's transaction. */
  async wordsIn(tx: Tx, clientId: string, slice?: OwnChoice['slice']): Promise<MyWords> {
    const key = await this.keyring.client(tx, clientId);
    const since = await addressSince(tx, clientId);
    return {
      now: tx.now,
      reflections: await this.reflectionsIn(tx, clientId, { since, ...(slice && { slice }) }),
      threads: await ownThreads(tx, key, { clientId, since }),
      earlySigns: await ownEarlySigns(tx, key, { clientId, since }),
      since,
    };
  }

  private async reflectionsIn(tx: Tx, clientId: string, choice: OwnChoice): Promise<OwnWords[]> {
    const key = await this.keyring.client(tx, clientId);
    const wishes = await this.wishes.ofClient(tx, key, clientId);
    const sent = await ownReflections(tx, key, clientId, choice);
    const own: OwnWords[] = [];
    for (const one of sent) {
      const { measure } = one.body.question;
      const definition = measure && (await this.measures.definition(tx, measure.code, measure.version));
      own.push({ ...one, wishes: wishes.get(one.id) ?? NO_WISHES, measure: definition ?? null });
    }
    return own;
  }
}
