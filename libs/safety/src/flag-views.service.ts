import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { OpenClient } from '@app/clients/client-contact.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { In, IsNull } from 'typeorm';
import { CareKeys } from './care-keys.service.js';
import { type Evidence, openEvidence } from './flag-evidence.js';
import { type FlagFacts, flagFacts } from './flag-facts.queries.js';
import { evidenceView, flagLabel, labelNote } from './flag-words.js';
import type { FlagClosedView, FlagView } from './flag.view.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** Flags this actor sees, with everything but what is sealed. */
export interface FoundFlags {
  now: Temporal.Instant;
  flags: readonly SafetyFlag[];
  facts: ReadonlyMap<string, FlagFacts>;
  staffNames: ReadonlyMap<string, string>;
}

/**
 * Flags as staff see them, in two steps: `found` in the actor's own transaction, where row-level security decides,
 * then `opened` outside it, where the product opens what each of them rests on.
 */
@Injectable()
export class FlagViews {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly careKeys: CareKeys,
  ) {}

  /** Those not closed yet, oldest first: of some clients, or all that this actor sees. */
  async foundOpen(tx: Tx, clientIds?: readonly string[]): Promise<FoundFlags> {
    const flags = await tx.manager.find(SafetyFlag, {
      where: {
        clinicId: tx.actor.clinicId,
        closedAt: IsNull(),
        ...(clientIds && { clientId: In([...clientIds]) }),
      },
      order: { raisedAt: 'ASC', id: 'ASC' },
    });
    return this.found(tx, flags);
  }

  /** What goes with rows that this transaction has read. */
  async found(tx: Tx, flags: readonly SafetyFlag[]): Promise<FoundFlags> {
    const facts = await flagFacts(tx, flags);
    const staffNames: ReadonlyMap<string, string> =
      flags.length > 0 ? await this.clinics.staffNames(tx) : new Map();
    return { now: tx.now, flags, facts, staffNames };
  }

  /** After the transaction that found them has ended. */
  async opened(actor: StaffActor, found: FoundFlags): Promise<FlagView[]> {
    const { keys, clients } = await this.careKeys.openWithContact(
      actor,
      found.flags.map(({ clientId }) => clientId),
    );
    return found.flags.flatMap((flag) => {
      const [client, key] = [clients.get(flag.clientId), keys.get(flag.clientId)];
      return client ? [flagView(actor, found, flag, { client, key })] : [];
    });
  }
}

function flagView(
  actor: StaffActor,
  { now, facts, staffNames }: FoundFlags,
  flag: SafetyFlag,
  { client, key }: { client: OpenClient; key: Key | undefined },
): FlagView {
  const { reach, openedByMe, toldIds, escalatedAt } = facts.get(flag.id)!;
  const readsWords = reach === 'words' || reach === 'duty';
  const evidence = evidenceOf(flag, key);
  const name = (id: string | null) => (id && staffNames.get(id)) ?? '';
  const { acknowledgedAt, acknowledgedBy, callBy } = flag;
  return {
    id: flag.id,
    version: flag.version,
    kind: flag.kind,
    colour: flag.colour,
    lane: flag.lane,
    client: {
      id: client.row.id,
      name: client.name ?? '',
      phone: client.phone,
      timeZone: client.row.timeZone,
      emergencyContact: client.emergencyContact,
    },
    raisedAt: flag.raisedAt.toString(),
    label: flagLabel(flag.kind),
    labelNote: labelNote(flag.kind, evidence, readsWords),
    promptId: flag.promptId,
    reflectionId: flag.reflectionId,
    evidence: reach === 'contact' ? null : evidence.map((one) => evidenceView(one, readsWords)),
    acknowledged:
      acknowledgedAt && acknowledgedBy && callBy
        ? {
            at: acknowledgedAt.toString(),
            byName: name(acknowledgedBy),
            byMe: acknowledgedBy === actor.staffMemberId,
            callBy: callBy.toString(),
          }
        : null,
    openedByMe,
    escalatedAt: escalatedAt?.toString() ?? null,
    toldNames: toldIds.map(name).filter(Boolean),
    overdue: isOverdue(flag, now),
    closed: closedView(actor, flag, { key, reach, name }),
  };
}

function evidenceOf(flag: SafetyFlag, key: Key | undefined): Evidence[] {
  if (flag.kind === 'call-me')
    return [{ kind: 'call', at: flag.raisedAt.toString(), promptId: flag.promptId }];
  if (!flag.evidenceSealed || !key) return [];
  return openEvidence(key, { clinicId: flag.clinicId, flagId: flag.id }, flag.evidenceSealed);
}

function isOverdue({ closedAt, callBy, escalations }: SafetyFlag, now: Temporal.Instant): boolean {
  if (closedAt) return false;
  return callBy ? Temporal.Instant.compare(callBy, now) <= 0 : escalations > 0;
}

function closedView(
  { staffMemberId }: StaffActor,
  { clinicId, id, closedAt, closedBy, doneBy, doneAt, dispositionSealed }: SafetyFlag,
  {
    key,
    reach,
    name,
  }: { key: Key | undefined; reach: FlagFacts['reach']; name: (id: string | null) => string },
): FlagClosedView | null {
  if (!closedAt) return null;
  const reads = reach === 'words' || closedBy === staffMemberId;
  const binding = { clinicId, label: 'flag.disposition', rowId: id };
  return {
    at: closedAt.toString(),
    byName: name(closedBy),
    doneByName: name(doneBy ?? closedBy),
    doneAt: (doneAt ?? closedAt).toString(),
    disposition: reads && key && dispositionSealed ? unseal(key, binding, dispositionSealed) : null,
  };
}
