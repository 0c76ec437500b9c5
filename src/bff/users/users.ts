/** The people of a company: only admins come here (R44, R60). */
import { ProblemError } from '#contract/problem.ts';
import { type AuditEntry, writeAudit } from '#db/audit.ts';
import { DatabaseError, type Transaction } from '#db/database.ts';
import { once } from '#db/once.ts';
import { requestHash } from '../canonical-json.ts';
import { hashPassword } from '../login/password-hash.ts';
import { checkNewPassword } from '../login/password-rules.ts';
import type { Office, OfficeCall, OfficeHandler } from '../office.ts';
import { endSessionsOf } from '../session/store.ts';
import { checkUnitsExist } from './business-units.ts';
import { checkUnitsGiven, decideChange } from './change-rules.ts';
import { insertUser, lockUserAndAdmins, readUsers, updateUser } from './store.ts';

export const listUsers: OfficeHandler<'users.list'> = async ({ database }, { session }) => {
  const { tenantId } = session.actor;
  const items = await database.transaction({ tenantId, readOnly: true }, (tx) => readUsers(tx, tenantId));
  return { status: 200, body: { items } };
};

export const createUser: OfficeHandler<'users.create'> = async (office, call) => {
  const { actor, companyName } = call.session;
  const { password, ...fields } = call.body;
  checkUnitsGiven(actor.businessUnitIds, fields.businessUnitIds);
  await checkUnitsExist(office, call, fields.businessUnitIds, 'businessUnitIds');
  checkNewPassword(password, [fields.email, fields.name, companyName], 'password');
  const passwordHash = await hashPassword(password);
  const at = office.clock.now();
  const scope = {
    tenantId: actor.tenantId,
    userId: actor.userId,
    route: 'users.create',
    key: call.idempotencyKey ?? '',
    // Without the password: a fast hash of it must not lie in the database beside the slow one.
    bodyHash: requestHash({ params: call.params, query: call.query, body: fields }),
    now: at,
  };
  const answer = await refusingTaken(() =>
    office.database.transaction({ tenantId: actor.tenantId }, (tx) =>
      once(
        tx,
        scope,
        (code) => new ProblemError(code),
        async () => {
          const roles = [...new Set(fields.roles)].sort();
          const user = await insertUser(tx, actor.tenantId, { ...fields, roles, passwordHash, at });
          await audit(office, tx, call, 'user.create', user.id, { roles });
          return { status: 201, body: user };
        },
      ),
    ),
  );
  return answer;
};

export const changeUser: OfficeHandler<'users.change'> = async (office, call) => {
  const { actor, companyName } = call.session;
  const { tenantId } = actor;
  const { version, changes } = call.body;
  const { id } = call.params;
  await checkUnitsExist(office, call, changes.businessUnitIds, 'changes.businessUnitIds');
  if (changes.password !== undefined) {
    checkNewPassword(
      changes.password,
      [changes.email ?? '', changes.name ?? '', companyName],
      'changes.password',
    );
  }
  const passwordHash = changes.password === undefined ? null : await hashPassword(changes.password);
  const changed = await refusingTaken(() =>
    office.database.transaction({ tenantId }, async (tx) => {
      const locked = await lockUserAndAdmins(tx, tenantId, id);
      const before = locked.find((user) => user.id === id);
      if (!before) throw new ProblemError('record.not_found');
      if (before.version !== version) throw new ProblemError('request.stale', { current: before });
      const everyAdmin = locked.filter((user) => user.active && user.roles.includes('admin'));
      const { after, fields, endsSessions } = decideChange(before, changes, actor, everyAdmin);
      if (fields.length === 0) return { user: before, endsSessions };
      const at = office.clock.now();
      const user = await updateUser(tx, tenantId, after, { passwordHash, endsSessions, at });
      if (endsSessions) await endSessionsOf(tx, id);
      const roles = fields.includes('roles') ? { before: before.roles, after: after.roles } : undefined;
      const rights = fields.includes('rights') ? { before: before.rights, after: after.rights } : undefined;
      const orderLimitCents = fields.includes('orderLimitCents')
        ? { before: before.orderLimitCents, after: after.orderLimitCents }
        : undefined;
      await audit(office, tx, call, 'user.change', id, {
        fields,
        ...(roles ? { roles } : {}),
        ...(rights ? { rights } : {}),
        ...(orderLimitCents ? { orderLimitCents } : {}),
      });
      return { user, endsSessions };
    }),
  );
  if (changed.endsSessions) office.sessions.forget({ userId: id });
  return { status: 200, body: changed.user };
};

function audit(
  { clock }: Office,
  tx: Transaction,
  call: Pick<OfficeCall<'users.list'>, 'session' | 'requestId' | 'address'>,
  verb: string,
  id: number,
  detail: NonNullable<AuditEntry['detail']>,
): Promise<void> {
  return writeAudit(tx, {
    at: clock.now(),
    tenantId: call.session.actor.tenantId,
    actor: call.session.actor,
    verb,
    result: 'done',
    requestId: call.requestId,
    address: call.address,
    object: { kind: 'user', id },
    detail,
  });
}

/** An address signs in to one company, so it may be taken by somebody this admin cannot see; a key is the company’s own. */
async function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23505' && error.constraint?.includes('email')) {
      throw new ProblemError('user.email_taken', {}, [{ path: 'email', code: 'taken', message: '' }]);
    }
    if (
      error instanceof DatabaseError &&
      error.code === '23505' &&
      error.constraint === 'users_by_external_key'
    ) {
      throw new ProblemError('record.key_taken', { kind: 'user' }, [
        { path: 'externalKey', code: 'taken', message: '' },
      ]);
    }
    throw error;
  }
}
