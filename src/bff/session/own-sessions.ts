/** Who am I, my sessions, and ending them (R8, R10). */
import type { CurrentUser } from '#contract/session.ts';
import { writeAudit } from '#db/audit.ts';
import type { Instant } from '#domain/time.ts';
import type { OfficeHandler } from '../office.ts';
import { endedCookie } from './cookie.ts';
import type { LiveSession } from './live-session.ts';
import { endSession } from './store.ts';

export const currentUserOf = ({ actor, email, companyName }: LiveSession): CurrentUser => ({
  id: actor.userId,
  name: actor.name,
  email,
  tenantId: actor.tenantId,
  companyName,
  roles: [...actor.roles],
  rights: [...actor.rights],
  businessUnitIds: actor.businessUnitIds === null ? null : [...actor.businessUnitIds],
});

/** Without the feed's position a page reads again what it has read before its stream began: no reason to fail. */
export const showUser: OfficeHandler<'session.user'> = async (office, { session }) => {
  const liveFrom = await office.feedPosition(session.actor);
  return { status: 200, body: { ...currentUserOf(session), ...(liveFrom ? { liveFrom } : {}) } };
};

/** Twice is fine, and so is without a session: the cookie goes in any case. */
export const signOut: OfficeHandler<'session.signOut'> = async ({ database, clock, sessions }, call) => {
  const { session } = call;
  if (session) {
    await database.transaction({ tenantId: 'system' }, async (tx) => {
      await endSession(tx, session.idHash);
      await writeAudit(tx, {
        at: clock.now(),
        tenantId: session.actor.tenantId,
        actor: session.actor,
        verb: 'session.sign-out',
        result: 'done',
        requestId: call.requestId,
        address: call.address,
      });
    });
    sessions.forget({ session: session.idHash });
  }
  return { status: 204, cookie: endedCookie, clearSiteData: true };
};

type Row = { id_hash: string; created_on: Instant; active_on: Instant; user_agent: string; address: string };
const KEY_LENGTH = 12;

export const listSessions: OfficeHandler<'session.list'> = async ({ database, clock }, { session }) => {
  const { tenantId, userId } = session.actor;
  const rows = await database.transaction({ tenantId, readOnly: true }, (tx) =>
    tx.query<Row>(
      `select s.id_hash, s.created_on, s.active_on, s.user_agent, s.address
       from office.sessions s join office.users u on u.tenant_id = s.tenant_id and u.id = s.user_id
       where s.tenant_id = $1 and s.user_id = $2 and s.user_epoch = u.epoch
         and s.idle_until > $3 and s.absolute_until > $3
       order by s.active_on desc, s.id_hash`,
      [tenantId, userId, clock.now()],
    ),
  );
  const items = rows.map((row) => ({
    key: row.id_hash.slice(0, KEY_LENGTH),
    createdOn: row.created_on,
    activeOn: row.active_on,
    userAgent: row.user_agent,
    address: row.address,
    isThis: row.id_hash === session.idHash,
  }));
  return { status: 200, body: { items } };
};

/** One of the caller's own; somebody else's key ends nothing and says the same. */
export const endOwnSession: OfficeHandler<'session.end'> = async (office, call) => {
  const { actor } = call.session;
  const ended = await office.database.transaction({ tenantId: actor.tenantId }, async (tx) => {
    const found = await tx.query<{ id_hash: string }>(
      'select id_hash from office.sessions where tenant_id = $1 and user_id = $2 and left(id_hash, $3::int) = $4',
      [actor.tenantId, actor.userId, KEY_LENGTH, call.params.key],
    );
    for (const { id_hash } of found) await endSession(tx, id_hash);
    await writeAudit(tx, {
      at: office.clock.now(),
      tenantId: actor.tenantId,
      actor,
      verb: 'session.end',
      result: 'done',
      requestId: call.requestId,
      address: call.address,
      detail: { key: call.params.key, ended: found.length },
    });
    return found.map(({ id_hash }) => id_hash);
  });
  for (const hash of ended) office.sessions.forget({ session: hash });
  const endedThis = ended.includes(call.session.idHash);
  return { status: 204, ...(endedThis ? { cookie: endedCookie, clearSiteData: true } : {}) };
};
