import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { browserName } from './browser-name.rules.js';
import { MembershipsService } from './memberships.service.js';
import type { MySignInsView } from './my-sign-in.view.js';
import { SignInsService } from './sign-ins.service.js';

interface LiveRow {
  id: string;
  clinicId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
}

/** Where the signed-in person is signed in, in every clinic of theirs, and ending it elsewhere. */
@Injectable()
export class MySignInsService {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
    private readonly signIns: SignInsService,
  ) {}

  /** The one used last comes first. */
  async list(actor: StaffActor): Promise<MySignInsView> {
    const rows = await this.db.acrossClinics<LiveRow>(LIVE, [actor.accountId]);
    const clinics = await this.memberships.named(actor.accountId);
    const names = new Map(clinics.map(({ id, name }) => [id, name]));
    const items = rows.flatMap(({ id, clinicId, createdAt, lastSeenAt, expiresAt, ip, userAgent }) => {
      const clinicName = names.get(clinicId);
      if (clinicName === undefined) return [];
      const [created, seen, expires] = [createdAt, lastSeenAt, expiresAt].map((at) => at.toISOString());
      return {
        id,
        current: id === actor.signInId,
        clinicName,
        createdAt: created!,
        lastSeenAt: seen!,
        expiresAt: expires!,
        ip,
        browser: browserName(userAgent),
      };
    });
    return { items, next: null };
  }

  /** Ends one of them, this one too. @throws NotFound */
  async end(actor: StaffActor, id: string): Promise<void> {
    if (!(await this.signIns.revoke(actor, id))) throw new NotFound('sign-in');
  }

  /** When the sign-in of this call ends at the latest. @throws NotFound */
  async expiresAt(actor: StaffActor): Promise<Date> {
    const [row] = await this.db.acrossClinics<{ at: Date }>(
      'select expires_at as at from sign_ins where id = $1',
      [actor.signInId ?? null],
    );
    if (!row) throw new NotFound('sign-in');
    return row.at;
  }
}

const LIVE = `
  select id, clinic_id as "clinicId", created_at as "createdAt", last_seen_at as "lastSeenAt",
    expires_at as "expiresAt", ip, user_agent as "userAgent"
  from sign_ins
  where account_id = $1 and revoked_at is null and second_factor_at is not null and expires_at > app_now()
    and last_seen_at > app_now() - interval '15 minutes'
  order by last_seen_at desc, id desc`;
