/**
 * Who acts when a command beside the server writes: in the name of the company's first admin, or of Truckroll itself
 * while there is none. Either way a program of ours wrote it and not the person in their browser; the audit says so.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Database } from '#db/database.ts';
import { type Role, rightsOf } from '#domain/roles.ts';

/** No person ever gets this id; histories call who is not among the users “Truckroll”. */
const ITSELF = Number.MAX_SAFE_INTEGER;

/** @throws ProblemError session.forbidden while there is not even a company */
export async function localActor(database: Database): Promise<Actor> {
  const { person, tenantId } = await database.transaction(
    { tenantId: 'system', readOnly: true },
    async (tx) => {
      const people = await tx.query<{ tenantId: number; userId: number; name: string; roles: Role[] }>(
        `select tenant_id as "tenantId", id as "userId", name, roles from office.users
       where active and 'admin' = any(roles) order by tenant_id, id limit 1`,
      );
      const tenants = await tx.query<{ id: number }>('select id from office.tenants order by id limit 1');
      return { person: people[0], tenantId: tenants[0]?.id };
    },
  );
  if (person) return { ...person, kind: 'system', rights: rightsOf(person), businessUnitIds: null };
  if (tenantId === undefined) throw new ProblemError('session.forbidden', { because: 'no company yet' });
  const itself = { tenantId, userId: ITSELF, name: 'Truckroll', roles: ['admin'] as const };
  return { ...itself, kind: 'system', rights: rightsOf(itself), businessUnitIds: null };
}
