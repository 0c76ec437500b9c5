/** `office.sessions` in SQL. Sessions belong to people of every company, so all of it runs in a system transaction. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type PersonalRights, type Role, rightsOf } from '#domain/roles.ts';
import { type Instant, instantFromMs, msOf } from '#domain/time.ts';
import type { BffConfig } from '../config.ts';
import { hashOf, newSessionId } from './cookie.ts';
import type { LiveSession } from './live-session.ts';

type SessionRow = {
  id_hash: string;
  tenant_id: Id;
  user_id: Id;
  email: string;
  name: string;
  company_name: string;
  roles: Role[];
  rights: PersonalRights;
  business_unit_ids: Id[] | null;
  active_on: Instant;
  idle_until: Instant;
  absolute_until: Instant;
  /** The person is active and nothing has ended their sessions since. */
  valid: boolean;
};

export type FoundSession = { readonly session: LiveSession; readonly valid: boolean };

const READ = planOnce(`
  select s.id_hash, s.tenant_id, s.user_id, u.email, u.name, t.name as company_name, u.roles, u.rights,
         u.business_unit_ids, s.active_on, s.idle_until, s.absolute_until,
         (u.active and u.epoch = s.user_epoch) as valid
  from office.sessions s
  join office.users u on u.tenant_id = s.tenant_id and u.id = s.user_id
  join office.tenants t on t.id = s.tenant_id
  where s.id_hash = any($1::text[])`);

/** Sessions by hash, whether still valid or not; expiry is the caller's to judge, it has the clock. */
export async function readSessions(tx: Transaction, hashes: readonly string[]): Promise<FoundSession[]> {
  const rows = await tx.query<SessionRow>(READ, [hashes]);
  return rows.map((row) => ({
    valid: row.valid,
    session: {
      idHash: row.id_hash,
      actor: {
        tenantId: row.tenant_id,
        userId: row.user_id,
        name: row.name,
        roles: row.roles,
        rights: rightsOf(row),
        businessUnitIds: row.business_unit_ids,
      },
      email: row.email,
      companyName: row.company_name,
      activeOn: row.active_on,
      idleUntil: row.idle_until,
      absoluteUntil: row.absolute_until,
    },
  }));
}

export type NewSession = { tenantId: Id; userId: Id; epoch: number; userAgent: string; address: string };

/** Makes a session with a new id, which is returned once, for the cookie (R4: an id a client sends is never adopted). */
export async function insertSession(
  tx: Transaction,
  now: Instant,
  limits: BffConfig['session'],
  of: NewSession,
): Promise<string> {
  const sessionId = newSessionId();
  await tx.query(
    `insert into office.sessions (tenant_id, id_hash, user_id, user_epoch, created_on, active_on, idle_until,
       absolute_until, user_agent, address)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
    [
      of.tenantId,
      hashOf(sessionId),
      of.userId,
      of.epoch,
      now,
      instantFromMs(msOf(now) + limits.idleMs),
      instantFromMs(msOf(now) + limits.absoluteMs),
      of.userAgent.slice(0, 200),
      of.address,
    ],
  );
  return sessionId;
}

export async function touchSession(
  tx: Transaction,
  idHash: string,
  now: Instant,
  idleUntil: Instant,
): Promise<void> {
  await tx.query(
    'update office.sessions set active_on = $2, idle_until = $3 where id_hash = $1 and idle_until < $3',
    [idHash, now, idleUntil],
  );
}

/** Ends sessions and tells every process, in the same transaction (R9). */
export async function endSession(tx: Transaction, idHash: string): Promise<void> {
  await tx.query('delete from office.sessions where id_hash = $1', [idHash]);
  await tx.query("select pg_notify('truckroll', $1)", [`office.session:${idHash}`]);
}

/** All sessions of a person. */
export async function endSessionsOf(tx: Transaction, userId: Id): Promise<void> {
  await tx.query('delete from office.sessions where user_id = $1', [userId]);
  await tx.query("select pg_notify('truckroll', $1)", [`office.user:${userId}`]);
}

export async function deleteExpired(tx: Transaction, now: Instant): Promise<void> {
  await tx.query('delete from office.sessions where idle_until <= $1 or absolute_until <= $1', [now]);
}
