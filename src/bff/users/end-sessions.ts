import { ProblemError } from '#contract/problem.ts';
import { writeAudit } from '#db/audit.ts';
import type { OfficeHandler } from '../office.ts';
import { endSessionsOf } from '../session/store.ts';
import { checkUnitsGiven } from './change-rules.ts';

/**
 * Signs a person of the company out everywhere, at once (R10): a lost laptop, a suspicion. Their next sign-in works as
 * before. Throws record.not_found for nobody of this company, session.forbidden for who sees more than a confined admin.
 */
export const endSessions: OfficeHandler<'users.endSessions'> = async (office, call) => {
  const { actor } = call.session;
  const { id } = call.params;
  const { tenantId } = actor;
  await office.database.transaction({ tenantId }, async (tx) => {
    const [found] = await tx.query<{ units: number[] | null }>(
      'update office.users set epoch = epoch + 1 where tenant_id = $1 and id = $2 returning business_unit_ids as units',
      [tenantId, id],
    );
    if (!found) throw new ProblemError('record.not_found', { kind: 'user' });
    if (id !== actor.userId) checkUnitsGiven(actor.businessUnitIds, found.units);
    await endSessionsOf(tx, id);
    await writeAudit(tx, {
      at: office.clock.now(),
      tenantId,
      actor,
      verb: 'user.end-sessions',
      result: 'done',
      requestId: call.requestId,
      address: call.address,
      object: { kind: 'user', id },
    });
  });
  office.sessions.forget({ userId: id });
  return { status: 204 };
};
