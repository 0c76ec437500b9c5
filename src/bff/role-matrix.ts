/** Who may call what: default deny, from the endpoint table alone (R38). Pinned in `role-matrix.fixture.json`. */
import type { Endpoint } from '#contract/endpoint.ts';
import type { Role } from '#domain/roles.ts';

/**
 * @param roles of the person signed in, as they are now; null: nobody is
 * @returns null when allowed, else the problem
 */
export function denialOf(
  row: Pick<Endpoint, 'roles'>,
  roles: readonly Role[] | null,
): 'session.missing' | 'session.forbidden' | null {
  if (row.roles === 'public') return null;
  if (roles === null) return 'session.missing';
  if (row.roles === 'self') return null;
  const allowed: readonly Role[] = row.roles;
  return roles.some((role) => allowed.includes(role)) ? null : 'session.forbidden';
}
