import { ProblemError } from '#contract/problem.ts';
import { writeAudit } from '#db/audit.ts';
import type { Office, OfficeCall, OfficeHandler } from '../office.ts';
import { sessionCookie } from '../session/cookie.ts';
import { endSessionsOf, insertSession } from '../session/store.ts';
import { hashPassword, passwordFits } from './password-hash.ts';
import { checkNewPassword } from './password-rules.ts';
import { isFirstRefusal } from './refusals.ts';
import { countAttempt, forgiveAttempt, type Gate, passwordGate } from './throttle.ts';

type Call = OfficeCall<'session.changePassword'>;

/** Changes the caller's password, ends their other sessions and gives this one a new id (R4, R10). */
export const changePassword: OfficeHandler<'session.changePassword'> = async (office, call) => {
  const { database, clock, config, sessions } = office;
  const { actor, email, companyName } = call.session;
  checkNewPassword(call.body.next, [email, actor.name, companyName], 'next');
  const gates = [passwordGate(actor.userId)];
  const before = await countAndRead(office, call, gates);
  if (!(await passwordFits(before, call.body.current))) {
    // At most five before the gate closes: somebody may be guessing in a stolen session (R60).
    await auditRefusal(office, call, 'current_wrong');
    // Not 401: the session is well, the browser must not leave the page.
    throw new ProblemError('password.unacceptable', { flaw: 'current_wrong' }, [
      { path: 'current', code: 'current_wrong', message: '' },
    ]);
  }
  const after = await hashPassword(call.body.next);
  const id = await database.transaction({ tenantId: 'system' }, async (tx) => {
    const [changed] = await tx.query<{ epoch: number }>(
      `update office.users set password_hash = $3, epoch = epoch + 1, version = version + 1, modified_on = $4
       where tenant_id = $1 and id = $2 and password_hash = $5 and active returning epoch`,
      [actor.tenantId, actor.userId, after, clock.now(), before],
    );
    if (!changed) throw new ProblemError('session.missing');
    await forgiveAttempt(tx, gates);
    await endSessionsOf(tx, actor.userId);
    await writeAudit(tx, {
      at: clock.now(),
      tenantId: actor.tenantId,
      actor,
      verb: 'user.change-password',
      result: 'done',
      requestId: call.requestId,
      address: call.address,
      object: { kind: 'user', id: actor.userId },
    });
    const { tenantId, userId } = actor;
    const { address, userAgent } = call;
    return await insertSession(tx, clock.now(), config.session, {
      tenantId,
      userId,
      epoch: changed.epoch,
      address,
      userAgent,
    });
  });
  sessions.forget({ userId: actor.userId });
  return { status: 204, cookie: sessionCookie(id) };
};

async function countAndRead(office: Office, call: Call, gates: readonly Gate[]): Promise<string | null> {
  const { actor } = call.session;
  try {
    return await office.database.transaction({ tenantId: 'system' }, async (tx) => {
      await countAttempt(tx, gates, office.clock.now());
      const [row] = await tx.query<{ password_hash: string }>(
        'select password_hash from office.users where tenant_id = $1 and id = $2',
        [actor.tenantId, actor.userId],
      );
      return row?.password_hash ?? null;
    });
  } catch (error) {
    if (error instanceof ProblemError && isFirstRefusal(office, gates)) {
      await auditRefusal(office, call, error.code);
    }
    throw error;
  }
}

function auditRefusal({ database, clock }: Office, call: Call, code: string): Promise<void> {
  const { actor } = call.session;
  return database.transaction({ tenantId: 'system' }, (tx) =>
    writeAudit(tx, {
      at: clock.now(),
      tenantId: actor.tenantId,
      actor,
      verb: 'user.change-password',
      result: 'denied',
      requestId: call.requestId,
      address: call.address,
      object: { kind: 'user', id: actor.userId },
      detail: { code },
    }),
  );
}
