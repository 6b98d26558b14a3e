import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { type Page, pageOf } from '@app/clients/list-page.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { EarlySign } from './early-sign.entity.js';
import { openEarlySign, sealEarlySign } from './thread-body.js';
import { quotable, sourcesOf } from './thread-rows.js';
import type { EarlySignListView, EarlySignView } from './thread.view.js';

/** Longest early sign, in characters: it stands on a page as one answer among others. */
export const EARLY_SIGN_MAX = 120;

/** What was agreed, and what it rests on. */
export interface AgreedWords {
  words: string;
  reflectionId?: string | null;
  standsAlone?: boolean;
}

/** Signs of the old pattern returning, agreed with the client beforehand, in their words. */
@Injectable()
export class EarlySignsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
    private readonly audit: AuditService,
  ) {}

  /** Oldest first, retired ones too. NotFound for who does not read this client's words. */
  list(actor: StaffActor, clientId: string, page: Page): Promise<EarlySignListView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const rows = await tx.manager.find(EarlySign, {
        where: { clinicId: actor.clinicId, clientId },
        order: { agreedAt: 'ASC', id: 'ASC' },
      });
      const { items, next } = pageOf(rows, page);
      await this.note(
        tx,
        'listed',
        clientId,
        items.map(({ id }) => id),
      );
      return { items: await this.views(tx, key, items), next };
    });
  }

  /**
   * Where the client wrote it themself, `reflectionId` says where, and `standsAlone` whether they said yes to it as a
   * sentence of its own; otherwise it is a quote, and goes when they take back what it is from. Throws NotFound; Unprocessable when they did not,
   * word for word, or this person has not read it.
   */
  agree(
    actor: StaffActor,
    clientId: string,
    { words, reflectionId = null, standsAlone = false }: AgreedWords,
  ): Promise<EarlySignView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      if (reflectionId !== null) await mustStandIn(tx, key, { clientId, reflectionId, words });
      const { clinicId, staffMemberId: agreedBy } = actor;
      const id = newId();
      const row = {
        ...{ clinicId, id, clientId, reflectionId, agreedBy },
        standsAlone: reflectionId === null || standsAlone,
        wordsSealed: sealEarlySign(key, { clinicId, rowId: id }, words),
        agreedAt: tx.now,
        retiredAt: null,
        version: 1,
      };
      await tx.manager.insert(EarlySign, row);
      return this.told(tx, key, row, 'agreed');
    });
  }

  /** It is not asked about any more. Throws NotFound, Conflict (stale version, retired already). */
  retire(actor: StaffActor, id: string, version: number): Promise<EarlySignView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await tx.manager.findOneBy(EarlySign, { clinicId: actor.clinicId, id });
      if (!row) throw new NotFound('early sign');
      const key = await this.keyring.client(tx, row.clientId);
      if (row.version !== version) throw staleVersion();
      if (row.retiredAt) throw new Conflict('conflict');
      const after = { retiredAt: tx.now, version: version + 1 };
      const where = { clinicId: actor.clinicId, id, version };
      const { affected } = await tx.manager.update(EarlySign, where, after);
      if (affected !== 1) throw staleVersion();
      return this.told(tx, key, { ...row, ...after }, 'retired');
    });
  }

  private async told(tx: Tx, key: Key, row: EarlySign, what: string): Promise<EarlySignView> {
    await this.note(tx, what, row.clientId, [row.id]);
    return (await this.views(tx, key, [row]))[0]!;
  }

  private async views(tx: Tx, key: Key, rows: readonly EarlySign[]): Promise<EarlySignView[]> {
    const names = await this.clinics.staffNames(tx);
    const withdrawn = await withdrawnOf(tx, rows);
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      words: openEarlySign(key, { clinicId: row.clinicId, rowId: row.id }, row.wordsSealed),
      reflectionId: row.reflectionId,
      standsAlone: row.standsAlone,
      agreedAt: row.agreedAt.toString(),
      agreedByName: names.get(row.agreedBy) ?? '',
      retiredAt: row.retiredAt?.toString() ?? null,
      withdrawnAt: withdrawn.get(row.id) ?? null,
    }));
  }

  private note(tx: Tx, what: string, clientId: string, subjectIds: readonly string[]): Promise<void> {
    const action = `early-sign.${what}`;
    return this.audit.record(tx, { action, subjectType: 'early-sign', subjectIds, clientIds: [clientId] });
  }
}

/** Of which signs the client took back the words they were quoted from, and since when. */
async function withdrawnOf(tx: Tx, signs: readonly EarlySign[]): Promise<ReadonlyMap<string, string>> {
  const quoted = signs.filter(({ reflectionId, standsAlone }) => reflectionId !== null && !standsAlone);
  if (quoted.length === 0) return new Map();
  const rows = await tx.query<{ id: string; at: Date }>(
    `select s.id, r.withdrawn_at as at from early_signs s
     join reflections r on r.clinic_id = s.clinic_id and r.id = s.reflection_id
     where s.clinic_id = $1 and s.id = any ($2) and r.withdrawn_at is not null`,
    [tx.actor.clinicId, quoted.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
}

/** @throws NotFound, Unprocessable */
async function mustStandIn(
  tx: Tx,
  key: Key,
  { clientId, reflectionId, words }: { clientId: string; reflectionId: string; words: string },
): Promise<void> {
  const [row] = await sourcesOf(tx, clientId, [reflectionId]);
  if (!row) throw new NotFound('reflection');
  const source = quotable(key, tx.actor.clinicId, row);
  const refuse = (field: string, code: string) => {
    throw new Unprocessable('invalid', [{ field, code, params: {} }]);
  };
  if (source.isWithdrawn) refuse('reflectionId', 'wasWithdrawn');
  if (!source.isRead) refuse('reflectionId', 'notRead');
  if (!source.words.includes(words)) refuse('words', 'notVerbatim');
}
